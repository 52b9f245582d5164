package org.fallline.web;

import org.teavm.jso.dom.html.HTMLDocument;

/** The page's program. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        HTMLDocument.current().setTitle("Fallline");
    }
}
