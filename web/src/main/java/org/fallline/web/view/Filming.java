package org.fallline.web.view;

import java.util.function.Supplier;
import org.fallline.scene.Scene;
import org.fallline.web.model.FileName;
import org.fallline.web.model.Model;
import org.fallline.web.model.State;
import org.fallline.web.model.TimeIntents;
import org.fallline.web.platform.CanvasPainter;
import org.fallline.web.platform.Files;
import org.fallline.web.platform.Html;
import org.fallline.web.platform.Recorder;
import org.fallline.web.words.Words;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;

/** A film of the landscape from the first step to the last, or to where the visitor stops time. */
final class Filming {
    /** Milliseconds for which the last picture is seen. */
    private static final int REST = 800;

    private final Model model;
    private final Supplier<@Nullable Scene> landscape;
    private final HTMLElement status = Html.byId("recording");
    private @Nullable Recorder recorder;
    private @Nullable CanvasPainter painter;
    private int painted;

    Filming(Model model, Supplier<@Nullable Scene> landscape) {
        this.model = model;
        this.landscape = landscape;
        model.onChange(this::changed);
    }

    /** Plays from the start and records it; {@code first} is what is seen now. */
    void begin(Scene first) {
        if (recorder != null) {
            return;
        }
        if (!Recorder.isPossible()) {
            model.tell(Words.say("export.noFilms"));
            return;
        }
        HTMLCanvasElement canvas = (HTMLCanvasElement) Html.element("canvas", "");
        CanvasPainter film = new CanvasPainter(canvas);
        film.paint(first);
        painter = film;
        painted = -1;
        String name = FileName.ofWhole(model.experiment(), "webm");
        recorder = new Recorder(canvas, blob -> Files.save(name, blob));
        Html.setVisible(status, true);
        model.dispatch(TimeIntents.ROLL);
    }

    private void changed() {
        CanvasPainter film = painter;
        if (film == null) {
            return;
        }
        State state = model.state();
        Scene scene = state.step() == painted ? null : landscape.get();
        if (scene != null) {
            painted = state.step();
            film.paint(scene);
        }
        if (!state.playing()) {
            painter = null;
            Window.setTimeout(this::end, REST);
        }
    }

    private void end() {
        Recorder ending = recorder;
        recorder = null;
        Html.setVisible(status, false);
        if (ending != null) {
            ending.stop();
        }
    }
}
