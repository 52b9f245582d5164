package org.fallline.server.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.List;
import org.fallline.scene.Mark;
import org.fallline.scene.Scene;
import org.junit.jupiter.api.Test;

/** Marks painted on white, 20 × 20 CSS pixels, and what colour a pixel of the image then has. */
class Java2dPainterTest {
    private static final int WHITE = 0xffffffff;
    private static final int RED = 0xffff0000;
    private static final int BLUE = 0xff0000ff;

    private static BufferedImage paint(double scale, Mark... marks) {
        return Java2dPainter.image(new Scene(20, 20, WHITE, List.of(marks), ""), scale);
    }

    private static void assertPixel(int expected, BufferedImage image, int x, int y) {
        assertEquals(Integer.toHexString(expected), Integer.toHexString(image.getRGB(x, y)), "at " + x + ", " + y);
    }

    private static double[] of(double... values) {
        return values;
    }

    @Test
    void scene_atAScale_hasSoManyPixels() {
        BufferedImage image = paint(2);
        assertEquals(40, image.getWidth());
        assertEquals(40, image.getHeight());
        assertPixel(WHITE, image, 39, 39);
    }

    @Test
    void area_isFilledEvenOdd() {
        // A square traced twice around, the second time smaller: the inside is outside again.
        Mark.Area ring = new Mark.Area(of(2, 18, 18, 2, 2, 6, 14, 14, 6, 6), of(2, 2, 18, 18, 2, 6, 6, 14, 14, 6), RED);
        BufferedImage image = paint(1, ring);
        assertPixel(RED, image, 10, 4);
        assertPixel(WHITE, image, 10, 10);
        assertPixel(WHITE, image, 0, 0);
    }

    @Test
    void line_isStrokedWhereItIs() {
        BufferedImage image = paint(1, new Mark.Line(of(2, 18), of(10, 10), false, RED, 4, of()));
        assertPixel(RED, image, 10, 8);
        assertPixel(RED, image, 10, 11);
        assertPixel(WHITE, image, 10, 7);
        assertPixel(WHITE, image, 10, 12);
    }

    @Test
    void line_dashed_hasGaps() {
        // Drawn for 4 pixels, skipped for 8; round caps add half the width at each end.
        BufferedImage image = paint(1, new Mark.Line(of(2, 20), of(10, 10), false, RED, 2, of(4, 8)));
        assertPixel(RED, image, 4, 10);
        assertPixel(WHITE, image, 10, 10);
        assertPixel(RED, image, 16, 10);
    }

    @Test
    void line_translucentAndCrossingItself_doesNotAddUp() {
        Mark.Line cross = new Mark.Line(of(0, 20, 10, 10), of(10, 10, 0, 20), false, 0x80ff0000, 4, of());
        BufferedImage image = paint(1, cross);
        assertEquals(image.getRGB(3, 10), image.getRGB(10, 10));
    }

    @Test
    void dot_hasFillAndOutline() {
        BufferedImage image = paint(1, new Mark.Dot(10, 10, 6, RED, BLUE, 2));
        assertPixel(RED, image, 10, 10);
        assertPixel(BLUE, image, 15, 12);
        assertPixel(WHITE, image, 19, 10);
    }

    @Test
    void arrow_hasShaftAndHead() {
        BufferedImage image = paint(1, new Mark.Arrow(1, 10, 19, 10, RED, 2));
        assertPixel(RED, image, 4, 10);
        assertPixel(WHITE, image, 4, 13);
        assertPixel(RED, image, 10, 12); // the head is wider than the shaft
        assertPixel(RED, image, 15, 10);
    }

    @Test
    void raster_startsAtTheTopLeft() {
        int[] pixels = {RED, BLUE, WHITE, RED};
        BufferedImage image = paint(1, new Mark.Raster(pixels, 2, 2, 0, 0, 20, 20, false));
        assertPixel(RED, image, 4, 4);
        assertPixel(BLUE, image, 15, 4);
        assertPixel(WHITE, image, 4, 15);
        assertPixel(RED, image, 15, 15);
    }

    @Test
    void raster_smooth_mixesNeighboursAndFillsItsRectangle() {
        int[] pixels = {RED, BLUE};
        BufferedImage image = paint(1, new Mark.Raster(pixels, 2, 1, 0, 0, 20, 20, true));
        int middle = image.getRGB(10, 10);
        assertTrue((middle >> 16 & 255) > 60 && (middle & 255) > 60, Integer.toHexString(middle));
        assertPixel(RED, image, 0, 0);
        assertPixel(BLUE, image, 19, 19);
    }

    @Test
    void label_isOnItsSideOfItsAnchor() {
        assertTrue(ink(Mark.Label.Anchor.START, 10, 20) > 0);
        assertEquals(0, ink(Mark.Label.Anchor.START, 0, 9));
        assertTrue(ink(Mark.Label.Anchor.END, 0, 10) > 0);
        assertEquals(0, ink(Mark.Label.Anchor.END, 11, 20));
        assertTrue(ink(Mark.Label.Anchor.MIDDLE, 5, 10) > 0 && ink(Mark.Label.Anchor.MIDDLE, 10, 15) > 0);
    }

    /** How many pixels of the columns [from, to) are dark with a letter anchored at x = 10. */
    private static int ink(Mark.Label.Anchor anchor, int from, int to) {
        BufferedImage image = paint(1, new Mark.Label("H", 10, 16, anchor, 12, true, 0xff000000, 0));
        int count = 0;
        for (int x = from; x < to; x++) {
            for (int y = 0; y < 20; y++) {
                count += (image.getRGB(x, y) & 255) < 128 ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void label_withAHalo_standsOutFromWhatIsBelow() {
        BufferedImage image = paint(
                1,
                new Mark.Area(of(0, 20, 20, 0), of(0, 0, 20, 20), RED),
                new Mark.Label("I", 10, 16, Mark.Label.Anchor.MIDDLE, 14, true, BLUE, WHITE));
        boolean hasHalo = false;
        for (int x = 0; x < 20; x++) {
            hasHalo |= image.getRGB(x, 10) == WHITE;
        }
        assertTrue(hasHalo);
        assertPixel(RED, image, 1, 10);
    }

    @Test
    void label_empty_paintsNothing() {
        assertPixel(WHITE, paint(1, new Mark.Label("", 10, 10, Mark.Label.Anchor.START, 12, false, RED, 0)), 10, 10);
    }
}
