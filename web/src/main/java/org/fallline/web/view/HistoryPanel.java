package org.fallline.web.view;

import org.fallline.web.model.Model;
import org.fallline.web.platform.Html;
import org.fallline.web.words.Phrase;
import org.fallline.web.words.Words;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

/** Taking back, and doing again what was taken back. */
final class HistoryPanel implements Panel {
    private final Model model;
    private final HTMLElement undo = Html.byId("undo");
    private final HTMLElement redo = Html.byId("redo");

    HistoryPanel(Model model) {
        this.model = model;
        Html.on(undo, "click", event -> model.undo());
        Html.on(redo, "click", event -> model.redo());
        HTMLDocument.current().addEventListener("keydown", event -> key((KeyboardEvent) event));
    }

    @Override
    public void show() {
        Phrase past = model.undoable();
        Phrase future = model.redoable();
        show(undo, past, past.isEmpty() ? Phrase.of("header.undoKeys") : Phrase.of("header.undoWhat", past));
        show(redo, future, future.isEmpty() ? Phrase.of("header.redoKeys") : Phrase.of("header.redoWhat", future));
    }

    private static void show(HTMLElement button, Phrase what, Phrase title) {
        Html.setUseful(button, !what.isEmpty());
        button.setTitle(Words.say(title));
    }

    /** In a field, the browser takes back what was typed there. */
    private void key(KeyboardEvent event) {
        boolean isCommand = (event.isCtrlKey() || event.isMetaKey()) && !event.isAltKey();
        if (!isCommand || Typing.isUnderWay()) {
            return;
        }
        String key = event.getKey();
        if (key.equals("z")) {
            event.preventDefault();
            model.undo();
        } else if (key.equals("Z") || key.equals("y")) {
            event.preventDefault();
            model.redo();
        }
    }
}
