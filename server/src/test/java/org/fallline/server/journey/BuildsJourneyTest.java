package org.fallline.server.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.fallline.server.RunningServer;
import org.fallline.web.browser.Chromium;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page as both of its builds: what one browser shows, every other shows. */
class BuildsJourneyTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer();

    @AutoClose
    private static final Chromium CHROMIUM = Chromium.start();

    @Test
    void browserWithoutGarbageCollection_showsTheSameInEveryDigit() {
        List<Object> asWebAssembly = look(new Visit(CHROMIUM.browser()));
        List<Object> asJavaScript = look(new Visit(CHROMIUM.browser()).withoutGarbageCollection());
        assertEquals(asWebAssembly, asJavaScript);
    }

    /** What the page says of a race on a function and of one of networks, with all digits of all numbers. */
    private static List<Object> look(Visit visit) {
        List<Object> seen = new ArrayList<>();
        try (visit) {
            visit.open(SERVER.home());
            visit.type(visit.field("Learning rate, optimizer 1"), "0.011");
            visit.button("To the end").click();
            visit.isDescribed("step 150");
            seen.add(visit.page().evaluate("fallline.state()"));
            assertTrue(visit.colours("ground") > 100, "the ground is painted");

            visit.choose("Circle");
            visit.isDescribed("PC 1 from");
            visit.button("To the end").click();
            visit.isDescribed("step 200");
            seen.add(visit.page().evaluate("fallline.state()"));
            assertEquals(List.of(), visit.complaints());
        }
        return seen;
    }
}
