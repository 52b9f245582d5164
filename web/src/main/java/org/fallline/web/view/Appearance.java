package org.fallline.web.view;

import org.fallline.scene.Theme;
import org.fallline.web.platform.Browser;
import org.teavm.jso.dom.html.HTMLDocument;

/** Light or dark, as the visitor's system is, or as whoever embeds the page has chosen. */
final class Appearance {
    private static final String DARK = "(prefers-color-scheme: dark)";

    private Appearance() {}

    private static Theme theme = read();
    private static Theme chosen = theme;
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
        chosen = name.equals("dark") ? Theme.DARK : Theme.LIGHT;
        theme = chosen;
        HTMLDocument.current().getDocumentElement().setAttribute("data-theme", name);
    }

    /** Makes the page light for as long as it is being printed; {@code repaint} has to show it before it returns. */
    static void onPaper(Runnable repaint) {
        Browser.onPrint(
                () -> {
                    theme = Theme.LIGHT;
                    repaint.run();
                },
                () -> {
                    theme = isChosen ? chosen : read();
                    repaint.run();
                });
    }

    private static Theme read() {
        return Browser.matches(DARK) ? Theme.DARK : Theme.LIGHT;
    }
}
