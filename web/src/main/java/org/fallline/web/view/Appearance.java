package org.fallline.web.view;

import org.fallline.scene.Theme;
import org.fallline.web.platform.Browser;
import org.teavm.jso.dom.html.HTMLDocument;

/** Light or dark, as the visitor's system is, or as whoever embeds the page has chosen. */
final class Appearance {
    private static final String DARK = "(prefers-color-scheme: dark)";

    private Appearance() {}

    private static Theme theme = read();
    private static boolean isChosen;

    static Theme theme() {
        return theme;
    }

    static void onChange(Runnable change) {
        Browser.onMediaChange(DARK, () -> {
            if (!isChosen) {
                theme = read();
                change.run();
            }
        });
    }

    /** Makes the page {@code light} or {@code dark}, whatever the visitor's system is. */
    static void choose(String name) {
        isChosen = true;
        theme = name.equals("dark") ? Theme.DARK : Theme.LIGHT;
        HTMLDocument.current().getDocumentElement().setAttribute("data-theme", name);
    }

    private static Theme read() {
        return Browser.matches(DARK) ? Theme.DARK : Theme.LIGHT;
    }
}
