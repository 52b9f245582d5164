package org.fallline.web.view;

import org.fallline.web.model.Model;
import org.fallline.web.platform.Html;
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
        show(undo, "Undo", model.undoable(), "Ctrl+Z");
        show(redo, "Redo", model.redoable(), "Ctrl+Shift+Z");
    }

    private static void show(HTMLElement button, String name, String what, String keys) {
        Html.setUseful(button, !what.isEmpty());
        button.setTitle(name + (what.isEmpty() ? "" : ": " + what) + " (" + keys + ")");
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
