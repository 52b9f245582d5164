package org.fallline.web.view;

import org.fallline.scene.Theme;
import org.fallline.web.platform.Browser;

/** Light or dark, as the visitor's system is. */
final class Appearance {
    private static final String DARK = "(prefers-color-scheme: dark)";

    private Appearance() {}

    static Theme theme() {
        return Browser.matches(DARK) ? Theme.DARK : Theme.LIGHT;
    }

    static void onChange(Runnable change) {
        Browser.onMediaChange(DARK, change::run);
    }
}
