package org.fallline.web.view;

import org.fallline.scene.Scene;
import org.fallline.web.platform.Browser;
import org.teavm.jso.dom.html.HTMLCanvasElement;

/** Gives a canvas that is no larger than its picture the picture's size. */
final class Sizes {
    private Sizes() {}

    static void fit(HTMLCanvasElement canvas, Scene scene) {
        Browser.setProperty(canvas, "width", scene.width() + "px");
        Browser.setProperty(canvas, "height", scene.height() + "px");
    }
}
