package org.fallline.scene;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.fallline.scene.gallery.Gallery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The gallery as SVG: {@code gallery-….svg} beside the other goldens. Painters are compared with these elsewhere. */
class GalleryTest {
    private static final int MOST_BYTES = 2_000_000;

    @Test
    void scenes_lookAsTheyDid() {
        Executable[] checks = Gallery.scenes().entrySet().stream()
                .map(scene -> (Executable) () -> Golden.assertMatches(
                        "gallery-" + scene.getKey() + ".svg", SvgPainter.svg(scene.getValue(), scene.getKey())))
                .toArray(Executable[]::new);
        assertAll(checks);
    }

    @Test
    void scenes_areWellFormedAndSmall() throws Exception {
        int bytes = 0;
        for (Map.Entry<String, Scene> scene : Gallery.scenes().entrySet()) {
            String svg = SvgPainter.svg(scene.getValue(), scene.getKey());
            SvgPainterTest.parse(svg);
            assertTrue(!svg.contains("NaN") && !svg.contains("Infinity"), scene.getKey());
            bytes += svg.length();
        }
        assertTrue(bytes < MOST_BYTES, bytes + " bytes");
    }
}
