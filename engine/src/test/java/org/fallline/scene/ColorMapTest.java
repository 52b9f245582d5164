package org.fallline.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColorMapTest {
    @Test
    void everyMap_getsLighterAllTheWayAndIsOpaque() {
        for (ColorMap map : List.of(ColorMap.FELL_LIGHT, ColorMap.FELL_DARK)) {
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
        assertEquals(ColorMap.FELL_LIGHT.argb(0), ColorMap.FELL_LIGHT.argb(-3));
        assertEquals(ColorMap.FELL_LIGHT.argb(1), ColorMap.FELL_LIGHT.argb(Double.POSITIVE_INFINITY));
        assertEquals(ColorMap.FELL_LIGHT.argb(0), ColorMap.FELL_LIGHT.argb(Double.NaN));
    }
}
