package org.fallline.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.fallline.experiment.Look;
import org.junit.jupiter.api.Test;

class ColorMapTest {
    /** Steps between which a map must look different. */
    private static final int STEPS = 16;

    @Test
    void everyMap_getsLighterAllTheWayAndIsOpaque() {
        for (ColorMap map : maps()) {
            double before = -1;
            for (int i = 0; i <= 32; i++) {
                int color = map.argb(i / 32.0);
                assertEquals(255, Color.alpha(color));
                assertTrue(Color.luminance(color) > before);
                before = Color.luminance(color);
            }
        }
    }

    /** Lightness keeps its order, and neighbours are as far apart as one just notices or more (0.02 in Oklab). */
    @Test
    void everyMap_isReadWithEveryKindOfColorVision() {
        for (ColorMap map : maps()) {
            for (double[][] vision : Vision.ALL) {
                for (int i = 0; i < STEPS; i++) {
                    int low = map.argb((double) i / STEPS);
                    int high = map.argb((i + 1.0) / STEPS);
                    assertTrue(Vision.oklab(high, vision)[0] > Vision.oklab(low, vision)[0], "step " + i);
                    assertTrue(Vision.distance(low, high, vision) > 0.018, "step " + i);
                }
            }
        }
    }

    /** Halfway out, the two sides are told apart, and each side gets further from the middle all the way. */
    @Test
    void signs_areToldApartWithEveryKindOfColorVision() {
        for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
            assertEquals(theme.plotBackground(), theme.sign(0));
            for (double[][] vision : Vision.ALL) {
                assertTrue(Vision.distance(theme.sign(-0.5), theme.sign(0.5), vision) > 0.1);
                assertTrue(Vision.distance(theme.sign(-1), theme.sign(1), vision) > 0.15);
                for (int side = -1; side <= 1; side += 2) {
                    double before = 0;
                    for (int i = 1; i <= 4; i++) {
                        double distance = Vision.distance(theme.sign(0), theme.sign(0.25 * i * side), vision);
                        assertTrue(distance > before + 0.03, i * side + ": " + distance + " after " + before);
                        before = distance;
                    }
                }
            }
        }
    }

    /** All 256 colours of matplotlib 3.11's {@code _cm_listed.py}. */
    @Test
    void publishedMaps_areWithinTwoOfTheirTables() throws Exception {
        for (Look.Colors colors : new Look.Colors[] {Look.Colors.VIRIDIS, Look.Colors.CIVIDIS}) {
            String name = colors.text();
            ColorMap map = ColorMaps.of(colors, Theme.DARK);
            String[] table;
            try (InputStream stream = Objects.requireNonNull(getClass().getResourceAsStream(name + ".txt"))) {
                table = new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\n");
            }
            assertEquals(256, table.length);
            for (int i = 0; i < 256; i++) {
                int published = Integer.parseInt(table[i], 16);
                int ours = map.argb(i / 255.0);
                assertTrue(Math.abs(Color.red(published) - Color.red(ours)) <= 2, name + " " + i);
                assertTrue(Math.abs(Color.green(published) - Color.green(ours)) <= 2, name + " " + i);
                assertTrue(Math.abs(Color.blue(published) - Color.blue(ours)) <= 2, name + " " + i);
            }
            assertEquals(0xff000000 | Integer.parseInt(table[0], 16), map.argb(0));
            assertEquals(0xff000000 | Integer.parseInt(table[255], 16), map.argb(1));
        }
    }

    @Test
    void ownMap_isTheThemes() {
        assertSame(Theme.LIGHT.map(), ColorMaps.of(Look.Colors.FELL, Theme.LIGHT));
        assertSame(Theme.DARK.map(), ColorMaps.of(Look.Colors.FELL, Theme.DARK));
    }

    @Test
    void valuesOutside_areClamped() {
        assertEquals(ColorMap.FELL_LIGHT.argb(0), ColorMap.FELL_LIGHT.argb(-3));
        assertEquals(ColorMap.FELL_LIGHT.argb(1), ColorMap.FELL_LIGHT.argb(Double.POSITIVE_INFINITY));
        assertEquals(ColorMap.FELL_LIGHT.argb(0), ColorMap.FELL_LIGHT.argb(Double.NaN));
    }

    private static ColorMap[] maps() {
        return new ColorMap[] {ColorMap.FELL_LIGHT, ColorMap.FELL_DARK, ColorMaps.VIRIDIS, ColorMaps.CIVIDIS};
    }
}
