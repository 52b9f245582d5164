package org.fallline.web.view;

import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

/** What keys mean where the focus is. */
final class Typing {
    private Typing() {}

    /** The tag of the element that has the focus, in capitals; empty if none has. */
    static String focusedTag() {
        HTMLElement active = HTMLDocument.current().getActiveElement();
        return active == null ? "" : active.getTagName();
    }

    /** Whether keys go into a field. */
    static boolean isUnderWay() {
        String tag = focusedTag();
        return tag.equals("INPUT") || tag.equals("SELECT") || tag.equals("TEXTAREA");
    }
}
