package org.fallline.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ThemeTest {
    private static final List<Theme> THEMES = List.of(Theme.LIGHT, Theme.DARK);

    @Test
    void optimizers_standOutFromThePlot() {
        for (Theme theme : THEMES) {
            for (int i = 0; i < 8; i++) {
                assertTrue(Color.contrast(theme.optimizer(i), theme.plotBackground()) >= 3, "optimizer " + i);
                assertTrue(Color.contrast(theme.optimizer(i), theme.background()) >= 3, "optimizer " + i);
            }
        }
    }

    /** 0.02 in Oklab is about the difference one just notices side by side. */
    @Test
    void optimizers_differForEveryKindOfColorVision() {
        for (Theme theme : THEMES) {
            for (double[][] vision : Vision.ALL) {
                for (int i = 0; i < 8; i++) {
                    for (int j = 0; j < i; j++) {
                        double distance = Vision.distance(theme.optimizer(i), theme.optimizer(j), vision);
                        assertTrue(distance > 0.09, i + " and " + j + " are " + distance + " apart");
                    }
                }
            }
        }
    }

    @Test
    void optimizers_beginAgainAfterEight() {
        assertEquals(Theme.LIGHT.optimizer(1), Theme.LIGHT.optimizer(9));
        assertNotEquals(Theme.LIGHT.optimizer(0), Theme.LIGHT.optimizer(7));
    }

    @Test
    void texts_areReadable() {
        for (Theme theme : THEMES) {
            assertTrue(Color.contrast(theme.ink(), theme.background()) >= 7);
            assertTrue(Color.contrast(theme.mutedInk(), theme.background()) >= 4.5);
        }
    }

    @Test
    void markersAndTheirCasing_standOutFromEachOther() {
        for (Theme theme : THEMES) {
            assertTrue(Color.contrast(theme.startMarker(), theme.casing()) >= 7);
            assertTrue(Color.contrast(theme.minimumMarker(), theme.casing()) >= 7);
        }
    }
}
