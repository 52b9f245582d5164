package org.fallline.server.journey;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.fallline.server.RunningServer;
import org.fallline.web.browser.Chromium;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page on paper. */
class PrintJourneyTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer();

    @AutoClose
    private static final Chromium CHROMIUM = Chromium.start();

    @Test
    void darkPage_printed_isLightOnPaperAndDarkAgain() {
        try (Visit visit = new Visit(CHROMIUM.browser())) {
            Page page = visit.page();
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            visit.open(Visit.tiny(SERVER.home()));
            assertTrue(brightness(page) < 80, "the ground is dark on the screen");
            page.evaluate("dispatchEvent(new Event('beforeprint'))");
            assertTrue(brightness(page) > 200, "and light on paper");
            page.evaluate("dispatchEvent(new Event('afterprint'))");
            assertTrue(brightness(page) < 80, "and dark after that");
        }
    }

    /** Of a corner of the landscape's picture, beside the map: from 0 to 255. */
    private static double brightness(Page page) {
        return ((Number) page.evaluate("() => {"
                        + " const copy = document.createElement('canvas').getContext('2d', {willReadFrequently: true});"
                        + " copy.drawImage(document.getElementById('ground'), 0, 0);"
                        + " const pixel = copy.getImageData(2, 2, 1, 1).data;"
                        + " return (pixel[0] + pixel[1] + pixel[2]) / 3; }"))
                .doubleValue();
    }
}
