package org.fallline.web.gallery;

import org.fallline.scene.Scene;
import org.fallline.scene.gallery.Gallery;
import org.fallline.web.platform.CanvasPainter;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLDocument;

/** Paints the scene of the gallery that its argument names, without texts, on a canvas added to the page. */
public final class GalleryPage {
    private GalleryPage() {}

    public static void main(String[] args) {
        Scene scene = Gallery.scene(args[0]);
        HTMLDocument document = HTMLDocument.current();
        HTMLCanvasElement canvas = (HTMLCanvasElement) document.createElement("canvas");
        document.getBody().appendChild(canvas);
        new CanvasPainter(canvas).paint(Gallery.withoutTexts(scene));
    }
}
