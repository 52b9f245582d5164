package org.fallline.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WindowTest {
    private static final Window WINDOW = new Window(-2, 2, -1, 3);

    @Test
    void bounds_mustBeFiniteOrderedAndApart() {
        assertEquals("window along u is [1, 1], but the lower bound must be below the upper one", refusal(1, 1, 0, 1));
        assertEquals(
                "window along v is [2, -2], but the lower bound must be below the upper one", refusal(0, 1, 2, -2));
        assertEquals(
                "window along u is [0, Infinity], but bounds must be finite numbers",
                refusal(0, Double.POSITIVE_INFINITY, 0, 1));
        assertTrue(refusal(0, 1, Double.NaN, 1).endsWith("bounds must be finite numbers"));
        assertTrue(refusal(-1e308, 1e308, 0, 1).endsWith("it is wider than the largest number"));
        assertTrue(refusal(1, 1 + 1e-12, 0, 1).endsWith("it is too narrow to tell its points apart"));
    }

    @Test
    void zoom_keepsThePointItZoomsAboutWhereItIs() {
        Window zoomed = WINDOW.zoom(4, 1, 0);
        assertEquals(new Window(0.25, 1.25, -0.25, 0.75), zoomed);
        assertEquals(WINDOW, zoomed.zoom(0.25, 1, 0));
    }

    @Test
    void zoom_endsAtTheLimitsOfTheNumberFormat() {
        Window window = WINDOW;
        for (int i = 0; i < 200; i++) {
            window = window.zoom(10, 1, 1);
        }
        assertTrue(window.contains(1, 1) && window.width() > 0);
        for (int i = 0; i < 700; i++) {
            window = window.zoom(0.1, 1, 1);
        }
        assertTrue(window.contains(1, 1) && Double.isFinite(window.width()));
        assertThrows(IllegalArgumentException.class, () -> WINDOW.zoom(0, 0, 0));
    }

    @Test
    void pan_andExpandMoveAndGrowBothAxes() {
        assertEquals(new Window(-1, 3, -3, 1), WINDOW.pan(1, -2));
        assertEquals(new Window(-4, 4, -3, 5), WINDOW.expand(0.5));
    }

    @Test
    void around_holdsAllFinitePointsWithAMargin() {
        double nan = Double.NaN;
        Window window = Window.around(new double[] {0, 10, nan}, new double[] {-1, 1, Double.POSITIVE_INFINITY}, 0.1);
        assertEquals(new Window(-1, 11, -1.2, 1.2), window);
    }

    @Test
    void around_aSinglePointOrNoneIsStillAWindow() {
        assertEquals(new Window(4, 6, 6, 8), Window.around(new double[] {5}, new double[] {7}, 0.1));
        assertEquals(new Window(-1, 1, -1, 1), Window.around(new double[0], new double[0], 0.1));
        assertTrue(
                Window.around(new double[] {1e300}, new double[] {1e-300}, 0.1).contains(1e300, 1e-300));
    }

    private static String refusal(double uMin, double uMax, double vMin, double vMax) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> new Window(uMin, uMax, vMin, vMax))
                .getMessage());
    }
}
