package org.fallline.web.view;

import org.fallline.web.platform.Browser;

/** Whether the visitor likes to see things move that nobody has set in motion. */
final class Motion {
    private Motion() {}

    static boolean isWelcome() {
        return !Browser.matches("(prefers-reduced-motion: reduce)");
    }
}
