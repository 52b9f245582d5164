package org.fallline.web.chapter;

import java.util.ArrayList;
import java.util.List;
import org.fallline.web.platform.Browser;
import org.fallline.web.platform.Html;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

/** Brings a page of the chapter to life. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Progress progress = Progress.read();
        String lesson = lesson(Browser.path());
        List<Condition> conditions = new ArrayList<>();
        for (HTMLElement form : all("form.checkpoint")) {
            Verdict verdict = new Verdict(
                    form, progress.isPassed(lesson, form.getId()), () -> progress.pass(lesson, form.getId()));
            if (form.hasAttribute("data-until")) {
                conditions.add(Condition.of(form, verdict));
            } else {
                Answer.listen(form, verdict);
            }
        }
        EmbeddedFigure.onChange((figure, state) -> conditions.forEach(condition -> condition.changed(figure, state)));
        for (HTMLElement button : all("button[data-call]")) {
            Html.on(
                    button,
                    "click",
                    event -> EmbeddedFigure.ask(
                            button.getAttribute("data-figure"),
                            button.getAttribute("data-call"),
                            button.getAttribute("data-argument")));
        }
        all("figcaption .open").forEach(EmbeddedFigure::leadOn);
        Paper.prepare();
        for (HTMLElement item : all(".lessons [data-lesson]")) {
            progress.show(item);
        }
    }

    /** The name of a page without its ending. */
    private static String lesson(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static List<HTMLElement> all(String selector) {
        List<HTMLElement> found = new ArrayList<>();
        var nodes = HTMLDocument.current().querySelectorAll(selector);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((HTMLElement) nodes.get(i));
        }
        return found;
    }
}
