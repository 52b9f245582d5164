package org.fallline.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColorMapTest {
    /** Values 0, 64, 127, 191 and 255 of the 256 in Matplotlib's _cm_listed.py, times 255 and rounded. */
    @Test
    void viridis_hasThePublishedColors() {
        assertNear(0x440154, ColorMap.VIRIDIS.argb(0));
        assertNear(0x3b528b, ColorMap.VIRIDIS.argb(64 / 255.0));
        assertNear(0x21908d, ColorMap.VIRIDIS.argb(127 / 255.0));
        assertNear(0x5cc863, ColorMap.VIRIDIS.argb(191 / 255.0));
        assertNear(0xfde725, ColorMap.VIRIDIS.argb(1));
    }

    @Test
    void everyMap_getsLighterAllTheWayAndIsOpaque() {
        for (ColorMap map : List.of(ColorMap.VIRIDIS, ColorMap.FELL_LIGHT, ColorMap.FELL_DARK)) {
            double before = -1;
            for (int i = 0; i <= 32; i++) {
                int color = map.argb(i / 32.0);
                assertEquals(255, Color.alpha(color));
                assertTrue(Color.luminance(color) > before);
                before = Color.luminance(color);
            }
        }
    }

    @Test
    void valuesOutside_areClamped() {
        assertEquals(ColorMap.VIRIDIS.argb(0), ColorMap.VIRIDIS.argb(-3));
        assertEquals(ColorMap.VIRIDIS.argb(1), ColorMap.VIRIDIS.argb(Double.POSITIVE_INFINITY));
        assertEquals(ColorMap.VIRIDIS.argb(0), ColorMap.VIRIDIS.argb(Double.NaN));
    }

    private static void assertNear(int rgb, int actual) {
        assertEquals(Color.red(rgb), Color.red(actual), 1);
        assertEquals(Color.green(rgb), Color.green(actual), 1);
        assertEquals(Color.blue(rgb), Color.blue(actual), 1);
    }
}
