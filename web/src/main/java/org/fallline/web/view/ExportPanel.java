package org.fallline.web.view;

import java.util.function.Supplier;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.experiment.TrajectoryCsv;
import org.fallline.scene.Scene;
import org.fallline.scene.SvgPainter;
import org.fallline.web.model.FileName;
import org.fallline.web.model.Model;
import org.fallline.web.platform.CanvasPainter;
import org.fallline.web.platform.Files;
import org.fallline.web.platform.Html;
import org.fallline.web.words.Words;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSString;

/** The menu that gives out files: the landscape as a picture, the walks as a table, the experiment as it is. */
final class ExportPanel {
    /** Pixels of a picture in a CSS pixel. */
    private static final double DETAIL = 2;

    private final Model model;
    private final Supplier<@Nullable Scene> landscape;
    private final Popup menu = new Popup(Html.byId("export-menu"));

    /** {@code landscape} is the landscape as shown; null while there is none of the present experiment. */
    ExportPanel(Model model, Supplier<@Nullable Scene> landscape) {
        this.model = model;
        this.landscape = landscape;
        Filming filming = new Filming(model, landscape);
        onPress("export-webm", () -> {
            Scene first = scene();
            if (first != null) {
                filming.begin(first);
            }
        });
        onPress("export-png", this::png);
        onPress("export-svg", this::svg);
        onPress("export-csv", this::csv);
        onPress("export-json", this::json);
    }

    private void onPress(String id, Runnable export) {
        Html.on(Html.byId(id), "click", event -> {
            menu.close();
            export.run();
        });
    }

    private void png() {
        Scene scene = scene();
        if (scene != null) {
            Files.savePng(FileName.ofMoment(model.experiment(), "png"), CanvasPainter.canvas(scene, DETAIL));
        }
    }

    private void svg() {
        Scene scene = scene();
        if (scene != null) {
            Experiment experiment = model.experiment();
            String title = experiment.title().isBlank() ? Words.say("export.untitled") : experiment.title();
            String svg = SvgPainter.svg(scene, title, ExperimentCodec.write(experiment));
            Files.save(FileName.ofMoment(experiment, "svg"), "image/svg+xml", parts(svg));
        }
    }

    private @Nullable Scene scene() {
        Scene scene = landscape.get();
        if (scene == null) {
            model.tell(model.lack().isEmpty() ? Words.say("export.landscapeLater") : model.lack());
        }
        return scene;
    }

    private void csv() {
        if (!model.isWalked()) {
            model.tell(Words.say("export.walkLater"));
            return;
        }
        Experiment experiment = model.experiment();
        JSArray<JSString> rows = parts();
        TrajectoryCsv.write(
                experiment.optimizers(),
                model.problem().layout().elementNames(),
                model.trajectories(),
                row -> rows.push(JSString.valueOf(row)));
        Files.save(FileName.ofWhole(experiment, "csv"), "text/csv;charset=utf-8", rows);
    }

    private void json() {
        Experiment experiment = model.experiment();
        Files.save(
                FileName.ofMoment(experiment, "json"),
                "application/json",
                parts(ExperimentCodec.write(experiment), "\n"));
    }

    private static JSArray<JSString> parts(String... texts) {
        JSArray<JSString> parts = new JSArray<>();
        for (String text : texts) {
            parts.push(JSString.valueOf(text));
        }
        return parts;
    }
}
