package org.fallline.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class WindowTest {
    private static final Window WINDOW = new Window(-2, 2, -1, 3);

    @Test
    void bounds_mustBeFiniteOrderedAndApart() {
        String right =
                " must be two finite numbers, the smaller first and at least 1e-13 of the larger one apart, not ";
        assertEquals("a window along u" + right + "1 to 1", refusal(1, 1, 0, 1));
        assertEquals("a window along v" + right + "2 to -2", refusal(0, 1, 2, -2));
        double infinity = Double.POSITIVE_INFINITY;
        assertEquals("a window along u" + right + "0 to Infinity", refusal(0, infinity, 0, 1));
        assertEquals("a window along v" + right + "NaN to 1", refusal(0, 1, Double.NaN, 1));
        assertEquals("a window along u" + right + "-1e308 to 1e308", refusal(-1e308, 1e308, 0, 1));
        assertEquals("a window along u" + right + "10000000000 to 10000000000.0005", refusal(1e10, 1e10 + 5e-4, 0, 1));
    }

    @Test
    void expand_growsOrShrinksBothAxes() {
        assertEquals(new Window(-4, 4, -3, 5), WINDOW.expand(0.5));
        assertEquals(new Window(-1, 1, 0, 2), WINDOW.expand(-0.25));
    }

    @Test
    void expand_atTheLimitsOfTheNumberFormat_staysAsItIs() {
        Window narrow = new Window(1e10, 1e10 + 1.1e-3, 0, 1);
        assertEquals(narrow, narrow.expand(-0.25));
        Window wide = new Window(-8e307, 8e307, 0, 1);
        assertEquals(wide, wide.expand(0.5));
    }

    @Test
    void zoom_keepsThePointUnderThePointerWhereItIs() {
        Window zoomed = WINDOW.zoom(1, 0, 4);
        assertEquals(new Window(0.25, 1.25, -0.25, 0.75), zoomed);
        assertEquals(WINDOW, zoomed.zoom(1, 0, 0.25));
    }

    @Test
    void zoom_againAndAgain_endsWhereDoublesCannotBeToldApart() {
        Window window = WINDOW;
        for (int i = 0; i < 200; i++) {
            window = window.zoom(1, 1, 1.5);
        }
        assertEquals(window, window.zoom(1, 1, 1.5));
        assertEquals(1, window.uMax(), 2e-13);
        assertNotEquals(window.uMin(), window.uMax());
    }

    @Test
    void shift_movesByShares() {
        assertEquals(new Window(-1, 3, -3, 1), WINDOW.shift(0.25, -0.5));
    }

    private static String refusal(double uMin, double uMax, double vMin, double vMax) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> new Window(uMin, uMax, vMin, vMax))
                .getMessage());
    }
}
