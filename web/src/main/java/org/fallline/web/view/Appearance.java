package org.fallline.web.view;

import org.fallline.scene.Theme;
import org.fallline.web.platform.Browser;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLDocument;

/** Light or dark, as the visitor's system is, or as whoever embeds the page has chosen. */
final class Appearance {
    private static final String DARK = "(prefers-color-scheme: dark)";

    private Appearance() {}

    private static Theme theme = read();
    /** By whoever embeds the page, if at all. */
    private static @Nullable Theme chosen;

    static Theme theme() {
        return theme;
    }

    static void onChange(Runnable change) {
        Browser.onMediaChange(DARK, () -> {
            if (chosen == null) {
                theme = read();
                change.run();
            }
        });
    }

    /** Makes the page {@code light} or {@code dark}, whatever the visitor's system is. */
    static void choose(String name) {
        theme = name.equals("dark") ? Theme.DARK : Theme.LIGHT;
        chosen = theme;
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
                    theme = chosen == null ? read() : chosen;
                    repaint.run();
                });
    }

    private static Theme read() {
        return Browser.matches(DARK) ? Theme.DARK : Theme.LIGHT;
    }
}
