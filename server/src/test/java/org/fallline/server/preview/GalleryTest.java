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
                Page page = chromium.browser().newPage(new Browser.NewPageOptions().setViewportSize(500, 400))) {
            List<Executable> checks = new ArrayList<>();
            for (Map.Entry<String, Scene> entry : Gallery.scenes().entrySet()) {
                Scene scene = Gallery.withoutTexts(entry.getValue());
                int width = (int) scene.width();
                int height = (int) scene.height();
                page.setContent("<body style='margin:0'>" + SvgPainter.svg(scene, "A scene"));
                byte[] png = page.screenshot(new Page.ScreenshotOptions().setClip(0, 0, width, height));
                int[] svg = ImageIO.read(new ByteArrayInputStream(png)).getRGB(0, 0, width, height, null, 0, width);
                int[] image = Java2dPainter.image(scene, 1).getRGB(0, 0, width, height, null, 0, width);
                Likeness likeness = Likeness.of(svg, image, width, height);
                String found = entry.getKey() + " " + likeness;
                checks.add(() -> assertTrue(likeness.worst() <= WORST && likeness.mean() <= MEAN, found));
            }
            assertAll(checks);
        }
    }
}
