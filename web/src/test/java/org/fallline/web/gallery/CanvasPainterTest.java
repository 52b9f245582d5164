package org.fallline.web.gallery;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.fallline.scene.Scene;
import org.fallline.scene.SvgPainter;
import org.fallline.scene.gallery.Gallery;
import org.fallline.scene.gallery.Likeness;
import org.fallline.web.browser.Chromium;
import org.fallline.web.browser.FileServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A scene looks the same on a canvas and as SVG, texts aside. */
class CanvasPainterTest {
    private static final Path COMPILED = Path.of("target/conformance");

    /** In 255ths. A mark left out changes some block by 40 or more. */
    private static final double WORST = 14;

    private static final double MEAN = 1;

    @Test
    void gallery_onCanvas_looksLikeSvg() {
        try (Chromium chromium = Chromium.start();
                FileServer server = FileServer.start(COMPILED, FileServer.STRICT_POLICY);
                BrowserContext context =
                        chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(1000, 800))) {
            List<Executable> checks = new ArrayList<>();
            for (Map.Entry<String, Scene> entry : Gallery.scenes().entrySet()) {
                Scene scene = Gallery.withoutTexts(entry.getValue());
                int[] svg = svg(context, scene);
                int[] canvas = canvas(context, server.origin(), entry.getKey(), scene);
                Likeness likeness = Likeness.of(svg, canvas, (int) scene.width(), (int) scene.height());
                String found = entry.getKey() + " " + likeness;
                checks.add(() -> assertTrue(likeness.worst() <= WORST && likeness.mean() <= MEAN, found));
            }
            assertAll(checks);
        }
    }

    private static int[] svg(BrowserContext context, Scene scene) {
        try (Page page = context.newPage()) {
            page.setContent("<body style='margin:0'>" + SvgPainter.svg(scene, "A scene"));
            return shot(page, scene);
        }
    }

    private static int[] canvas(BrowserContext context, String origin, String name, Scene scene) {
        try (Page page = context.newPage()) {
            // Any document of the origin will do.
            page.navigate(origin + "/gallery.wasm-runtime.js");
            page.evaluate(
                    "async name => { document.body.textContent = ''; document.body.style.margin = 0;"
                            + " (await (await import('/gallery.wasm-runtime.js')).load('/gallery.wasm')).exports.main([name]);"
                            + " document.querySelector('canvas').style.display = 'block'; }",
                    name);
            return shot(page, scene);
        }
    }

    private static int[] shot(Page page, Scene scene) {
        int width = (int) scene.width();
        int height = (int) scene.height();
        byte[] png = page.screenshot(new Page.ScreenshotOptions().setClip(0, 0, width, height));
        try {
            return ImageIO.read(new ByteArrayInputStream(png)).getRGB(0, 0, width, height, null, 0, width);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }
}
