package org.fallline.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.fallline.test.Cases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeshRasterTest {
    private static final int BLACK = 0xff000000;
    private static final int WHITE = 0xffffffff;
    private static final int RED = 0xffff0000;

    @Test
    void colors_betweenVertices_areMixedLinearly() {
        Mark.Raster raster = raster(rectangle(0, 0, 4, 2, BLACK, WHITE), 10, 10, 1);
        assertEquals(4, raster.columns());
        assertEquals(2, raster.rows());
        for (int i = 0; i < 8; i++) {
            // At the middle of a pixel.
            double expected = 255 * (i % 4 + 0.5) / 4;
            assertEquals(255, Color.alpha(raster.pixels()[i]));
            assertEquals(expected, Color.red(raster.pixels()[i]), 1);
            assertEquals(expected, Color.green(raster.pixels()[i]), 1);
            assertEquals(expected, Color.blue(raster.pixels()[i]), 1);
        }
    }

    @Test
    void edge_withinAPixel_isAsOpaqueAsTheShareThatIsCovered() {
        Mark.Raster raster = raster(rectangle(1, 1, 2.5, 2, RED, RED), 10, 10, 1);
        assertEquals(1, raster.x());
        assertEquals(1, raster.y());
        assertEquals(2, raster.columns());
        assertEquals(1, raster.rows());
        assertEquals(RED, raster.pixels()[0]);
        assertEquals(0x80ff0000, raster.pixels()[1]);
    }

    @Test
    void fineScreen_hasAPixelForEachOfItsOwn() {
        Mark.Raster raster = raster(rectangle(1, 1, 2.5, 2, RED, RED), 10, 10, 2);
        assertEquals(3, raster.columns());
        assertEquals(2, raster.rows());
        assertEquals(1.5, raster.width());
        for (int pixel : raster.pixels()) {
            assertEquals(RED, pixel);
        }
    }

    @Test
    void laterQuadrilaterals_lieOverEarlierOnes() {
        Mark.Mesh both = new Mark.Mesh(
                new double[] {0, 2, 2, 0, 0, 2, 2, 0},
                new double[] {0, 0, 2, 2, 0, 0, 2, 2},
                new int[] {RED, RED, RED, RED, WHITE, WHITE, WHITE, WHITE},
                new int[] {0, 1, 2, 3, 4, 5, 6, 7});
        for (int pixel : raster(both, 10, 10, 1).pixels()) {
            assertEquals(WHITE, pixel);
        }
    }

    @Test
    void beyondThePicture_nothingIsKept() {
        Mark.Raster raster = raster(rectangle(-50, -50, 100, 100, RED, RED), 6, 4, 1);
        assertEquals(6, raster.columns());
        assertEquals(4, raster.rows());
        assertNull(new MeshRaster().of(rectangle(20, 0, 30, 5, RED, RED), 10, 10, 1));
        assertNull(new MeshRaster().of(new Mark.Mesh(new double[0], new double[0], new int[0], new int[0]), 9, 9, 1));
    }

    @Test
    void neighbours_leaveNoGap() {
        int side = 12;
        Cases.forEachSeed(50, random -> {
            double[] x = new double[side * side];
            double[] y = new double[side * side];
            int[] colors = new int[side * side];
            for (int i = 0; i < x.length; i++) {
                boolean onEdge = i < side || i >= side * (side - 1) || i % side == 0 || i % side == side - 1;
                double wander = onEdge ? 0 : 2;
                x[i] = 5.0 * (i % side) + wander * (random.nextDouble() - 0.5);
                int row = i / side;
                y[i] = 5.0 * row + wander * (random.nextDouble() - 0.5);
                colors[i] = 0xff000000 | (int) (random.nextDouble() * 0x1000000);
            }
            int[] quads = new int[4 * (side - 1) * (side - 1)];
            for (int i = 0, at = 0; i < side * (side - 1); i++) {
                if (i % side < side - 1) {
                    quads[at++] = i;
                    quads[at++] = i + 1;
                    quads[at++] = i + side + 1;
                    quads[at++] = i + side;
                }
            }
            Mark.Raster raster = raster(new Mark.Mesh(x, y, colors, quads), 100, 100, 1);
            assertEquals(55, raster.columns());
            for (int pixel : raster.pixels()) {
                assertEquals(255, Color.alpha(pixel));
            }
        });
    }

    /** The same object gives the same pixels, whatever it painted before. */
    @Test
    void reused_remembersNothing() {
        MeshRaster raster = new MeshRaster();
        Mark.Mesh small = rectangle(0, 0, 3, 3.5, RED, WHITE);
        int[] first = pixels(raster.of(small, 50, 50, 1));
        raster.of(rectangle(0, 0, 40, 40, WHITE, BLACK), 50, 50, 1);
        int[] second = pixels(raster.of(small, 50, 50, 1));
        assertTrue(Arrays.equals(first, second));
    }

    /** A rectangle with a colour at its left and one at its right. */
    private static Mark.Mesh rectangle(double left, double top, double right, double bottom, int start, int end) {
        return new Mark.Mesh(
                new double[] {left, right, right, left},
                new double[] {top, top, bottom, bottom},
                new int[] {start, end, end, start},
                new int[] {0, 1, 2, 3});
    }

    private static Mark.Raster raster(Mark.Mesh mesh, double width, double height, double ratio) {
        Mark.Raster raster = new MeshRaster().of(mesh, width, height, ratio);
        assertNotNull(raster);
        return raster;
    }

    private static int[] pixels(Mark.@Nullable Raster raster) {
        assertNotNull(raster);
        return raster.pixels();
    }
}
