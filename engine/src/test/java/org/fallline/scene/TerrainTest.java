package org.fallline.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.fallline.landscape.Grid;
import org.fallline.landscape.LossScale;
import org.fallline.landscape.Surface;
import org.fallline.landscape.Window;
import org.junit.jupiter.api.Test;

class TerrainTest {
    private static final Window WINDOW = new Window(-2, 2, -2, 2);
    private static final PlotArea PLOT = new PlotArea(WINDOW, 0, 0, 100, 100);

    @Test
    void withoutShade_aColorIsThatOfTheLoss() {
        int[] pixels = pixels((x, y) -> x, 40, false);
        for (int row = 0; row < 40; row++) {
            for (int column = 0; column < 40; column++) {
                assertEquals(Theme.LIGHT.map().argb((column + 0.5) / 40), pixels[row * 40 + column]);
            }
        }
    }

    @Test
    void slopesThatFaceTheTopLeft_areLighterByAnEighthAtMost() {
        Surface[] slopes = {(x, y) -> x, (x, y) -> -x, (x, y) -> y, (x, y) -> -y};
        boolean[] lighter = {true, false, false, true};
        for (int i = 0; i < slopes.length; i++) {
            int[] flat = pixels(slopes[i], 40, false);
            int[] shaded = pixels(slopes[i], 40, true);
            int middle = 20 * 40 + 20;
            assertEquals(lighter[i], Color.luminance(shaded[middle]) > Color.luminance(flat[middle]), "slope " + i);
            for (int k = 0; k < flat.length; k++) {
                assertTrue(Math.abs(Color.green(shaded[k]) - Color.green(flat[k])) <= 0.12 * Color.green(flat[k]) + 1);
            }
        }
    }

    @Test
    void flatGround_isNotShaded() {
        assertEquals(1, Shade.light(0, 0, 0.12));
        assertEquals(1.12, Shade.light(0.5 / 0.7071067811865476, -0.5 / 0.7071067811865476, 0.12), 1e-12);
        assertEquals(0.88, Shade.light(-1e9, 1e9, 0.12), 1e-12);
    }

    @Test
    void detail_isTheNumberOfPixels() {
        assertEquals(96 * 96, pixels((x, y) -> x, 96, true).length);
        assertEquals(512 * 512, pixels((x, y) -> x, 512, true).length);
    }

    @Test
    void undefinedGround_isHatched() {
        int[] pixels = pixels((x, y) -> x > 0 ? Double.NaN : y, 96, true);
        long shades = Arrays.stream(pixels, 48 * 96 + 60, 48 * 96 + 96)
                .peek(pixel -> assertTrue(Color.contrast(pixel, Theme.LIGHT.plotBackground()) < 1.5))
                .distinct()
                .count();
        assertTrue(shades > 1);
    }

    @Test
    void landscapesThatAreNone_sayWhatTheyAre() {
        assertEquals("Constant: the loss is 3 everywhere here", note((x, y) -> 3));
        assertEquals("Constant: the loss is 3 wherever it is defined", note((x, y) -> x > 0 ? 3 : Double.NaN));
        assertEquals("The loss is undefined or infinite everywhere here", note((x, y) -> Double.POSITIVE_INFINITY));
        assertEquals("Undefined or infinite where hatched", note((x, y) -> Math.log(x) + y));
        assertEquals("", note((x, y) -> 1e300 * x));
        assertEquals("", note((x, y) -> 1e-300 * x));
    }

    private static String note(Surface surface) {
        Grid grid = Grid.sample(surface, WINDOW, 33, 33);
        Terrain terrain = Terrain.of(grid, WINDOW, LossScale.linear(grid), Theme.LIGHT.map(), Theme.LIGHT, 100);
        String note = terrain.note("hatched");
        boolean shown = LandscapeFigure.of(terrain, 320, 300).ground().marks().stream()
                .anyMatch(
                        mark -> mark instanceof Mark.Label label && label.text().equals(note));
        assertEquals(!note.isEmpty(), shown);
        return note;
    }

    private static int[] pixels(Surface surface, int detail, boolean shaded) {
        Grid grid = Grid.sample(surface, WINDOW, 33, 33);
        Terrain terrain =
                Terrain.of(grid, WINDOW, LossScale.linear(grid), Theme.LIGHT.map(), Theme.LIGHT, 240, detail, shaded);
        return terrain.raster(PLOT).pixels();
    }
}
