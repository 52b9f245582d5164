package org.fallline.server.preview;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.fallline.scene.Mark;
import org.fallline.scene.Scene;
import org.fallline.scene.SvgPainter;
import org.fallline.scene.gallery.Gallery;
import org.fallline.scene.gallery.Likeness;
import org.fallline.web.browser.Chromium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A scene looks the same as an image of the server and as SVG in a browser, texts aside. */
class GalleryTest {
    /** In 255ths. A mark left out changes some block by 40 or more. */
    private static final double WORST = 14;

    private static final double MEAN = 1;

    @Test
    void gallery_asImage_looksLikeSvg() throws IOException {
        try (Chromium chromium = Chromium.start();
                Page page = chromium.browser().newPage(new Browser.NewPageOptions().setViewportSize(1000, 800))) {
            List<Executable> checks = new ArrayList<>();
            for (Map.Entry<String, Scene> entry : Gallery.scenes().entrySet()) {
                Scene scene = Gallery.withoutTexts(entry.getValue());
                page.setContent("<body style='margin:0'>" + SvgPainter.svg(scene, "A scene"));
                int width = (int) scene.width();
                int height = (int) scene.height();
                byte[] png = page.screenshot(new Page.ScreenshotOptions().setClip(0, 0, width, height));
                int[] svg = ImageIO.read(new ByteArrayInputStream(png)).getRGB(0, 0, width, height, null, 0, width);
                Likeness likeness = Likeness.of(svg, pixels(scene), width, height);
                String found = entry.getKey() + " " + likeness;
                checks.add(() -> assertTrue(likeness.worst() <= WORST && likeness.mean() <= MEAN, found));
            }
            assertAll(checks);
        }
    }

    /** The tolerance is narrow enough: without any one kind of mark, some scene is told from what it was. */
    @Test
    void gallery_withoutAKindOfMark_looksDifferent() {
        List<Class<? extends Mark>> kinds = List.of(
                Mark.Raster.class, Mark.Area.class, Mark.Line.class, Mark.Dot.class, Mark.Arrow.class, Mark.Mesh.class);
        for (Class<? extends Mark> kind : kinds) {
            double worst = 0;
            for (Scene scene : Gallery.scenes().values()) {
                Scene whole = Gallery.withoutTexts(scene);
                List<Mark> others = whole.marks().stream()
                        .filter(mark -> !kind.isInstance(mark))
                        .toList();
                Scene less = new Scene(whole.width(), whole.height(), whole.background(), others, "");
                worst = Math.max(
                        worst,
                        Likeness.of(pixels(whole), pixels(less), (int) whole.width(), (int) whole.height())
                                .worst());
            }
            assertTrue(worst > 2 * WORST, kind + " " + worst);
        }
    }

    private static int[] pixels(Scene scene) {
        int width = (int) scene.width();
        return Java2dPainter.image(scene, 1).getRGB(0, 0, width, (int) scene.height(), null, 0, width);
    }
}
