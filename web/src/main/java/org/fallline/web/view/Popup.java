package org.fallline.web.view;

import java.util.List;
import org.fallline.web.platform.Html;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

/** A {@code details} element that hangs over the page: while open it closes by the Escape key, and when something else is pressed. */
final class Popup {
    private static final String OPEN = "open";

    private final HTMLElement details;

    Popup(HTMLElement details) {
        this.details = details;
        Html.on(details, "keydown", event -> {
            if (((KeyboardEvent) event).getKey().equals("Escape") && details.hasAttribute(OPEN)) {
                close();
            }
        });
        for (String elsewhere : List.of("pointerdown", "focusin")) {
            HTMLDocument.current().addEventListener(elsewhere, event -> {
                if (!Html.contains(details, event.getTarget())) {
                    details.removeAttribute(OPEN);
                }
            });
        }
    }

    /** Closes it, with the focus on what opens it. */
    void close() {
        details.removeAttribute(OPEN);
        details.querySelector("summary").focus();
    }
}
