package org.fallline.web.view;

import java.util.List;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.View;
import org.fallline.web.model.Arrangement.Zone;
import org.fallline.web.model.Model;
import org.fallline.web.platform.Browser;
import org.fallline.web.platform.Files;
import org.fallline.web.platform.Html;
import org.fallline.web.words.Words;
import org.fallline.web.worker.Listed;
import org.fallline.web.worker.Scribe;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.browser.Window;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSString;
import org.teavm.jso.dom.html.HTMLElement;

/** The descent of the optimizer that is open as a program, to be copied and run elsewhere. */
final class CodeTile implements Tile {
    // The languages themselves are the worker's: the page would be a good deal larger with them.
    static final List<String> LANGUAGES = List.of("Java", "Python, TensorFlow", "Python, PyTorch", "Python, JAX");

    /** Milliseconds for which the button says that it copied. */
    private static final int TOLD = 2000;

    private final Model model;
    private final Runnable changed;
    private final HTMLElement language;
    private final HTMLElement copy = Html.button("", Words.say("code.copy"), this::copy);
    private final HTMLElement keep = Html.button("", Words.say("code.download"), this::keep);
    private final HTMLElement status = Html.element("p", "hint");
    private final HTMLElement program = Html.element("pre", "program");
    private final TileFrame tile = TileFrame.of("code", Words.say("code.title"), Zone.SIDE, false);
    private @Nullable Scribe scribe;
    private Scribe.@Nullable Asked asked;
    private @Nullable Listed listed;
    private String trouble = "";

    CodeTile(Model model, Runnable changed) {
        this.model = model;
        this.changed = changed;
        this.language = Html.select(Words.say("code.language"), changed);
        for (int i = 0; i < LANGUAGES.size(); i++) {
            language.appendChild(Html.option(String.valueOf(i), LANGUAGES.get(i)));
        }
        status.setAttribute("role", "status");
        program.setAttribute("tabindex", "0");
        program.setAttribute("role", "region");
        Html.setEnglish(program, true);
        program.setAttribute("aria-label", Words.say("code.program"));
        Html.setClass(tile.element(), "code", true);
        List.of(language, copy, keep).forEach(tile.header()::appendChild);
        List.of(status, program).forEach(tile.element()::appendChild);
    }

    @Override
    public TileFrame frame() {
        return tile;
    }

    @Override
    public void show() {
        Experiment experiment = model.experiment().withView(View.DEFAULT);
        Scribe.Asked wanted =
                new Scribe.Asked(experiment, model.state().inspected(), Integer.parseInt(Html.value(language)));
        if (!wanted.equals(asked)) {
            asked = wanted;
            trouble = "";
            scribe().ask(wanted);
        }
        Listed told = listed;
        boolean there = told != null && !told.program().isEmpty();
        Html.setEnabled(copy, there);
        Html.setEnabled(keep, there);
        Html.setText(program, told == null ? "" : told.program());
        Html.setVisible(program, there);
        Html.setText(status, told == null ? trouble : told.refusal());
        Html.setEnglish(status, told != null);
    }

    private Scribe scribe() {
        Scribe made = scribe;
        if (made == null) {
            made = new Scribe(Browser.site() + "worker.js", this::written, this::failed);
            scribe = made;
        }
        return made;
    }

    private void written(Scribe.Asked question, Listed answer) {
        if (question.equals(asked)) {
            listed = answer;
            changed.run();
        }
    }

    private void failed(String reason) {
        listed = null;
        trouble = reason;
        changed.run();
    }

    private void copy() {
        Listed told = listed;
        if (told != null) {
            Browser.copy(
                    told.program(), done -> Html.setText(copy, Words.say(done ? "code.copied" : "code.notAllowed")));
            Window.setTimeout(() -> Html.setText(copy, Words.say("code.copy")), TOLD);
        }
    }

    private void keep() {
        Listed told = listed;
        if (told != null) {
            Files.save(told.fileName(), "text/plain", JSArray.of(JSString.valueOf(told.program())));
        }
    }
}
