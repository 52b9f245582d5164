package org.fallline.web.view;

import org.fallline.scene.Theme;
import org.fallline.web.platform.Browser;

/** Light or dark, as the visitor's system is. */
final class Appearance {
    private static final String DARK = "(prefers-color-scheme: dark)";

    private Appearance() {}

    private static Theme theme = read();

    static Theme theme() {
        return theme;
    }

    static void onChange(Runnable change) {
        Browser.onMediaChange(DARK, () -> {
            theme = read();
            change.run();
        });
    }

    private static Theme read() {
        return Browser.matches(DARK) ? Theme.DARK : Theme.LIGHT;
    }
}
