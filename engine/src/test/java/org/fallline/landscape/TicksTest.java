package org.fallline.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TicksTest {
    @Test
    void linearTicks_areMultiplesOfOneTwoOrFive() {
        assertEquals("−4 −2 0 2 4", text(Ticks.linear(-5, 5, 5)));
        assertEquals("0 0.2 0.4 0.6 0.8 1", text(Ticks.linear(0, 1, 5)));
        assertEquals("0 0.1 0.2 0.3", text(Ticks.linear(0, 0.3, 3)));
        assertEquals("1000 1001 1002 1003", text(Ticks.linear(999.5, 1003.2, 4)));
        assertEquals("−0.05 0", text(Ticks.linear(-0.06, 0.01, 2)));
        assertEquals("0 50 100 150", text(Ticks.linear(0, 150, 3)));
    }

    @Test
    void linearTicks_liveInTheWholeNumberFormat() {
        assertEquals("0 5·10²⁹⁹ 10³⁰⁰", text(Ticks.linear(0, 1e300, 2)));
        assertEquals("0 5·10⁻²⁸¹ 10⁻²⁸⁰", text(Ticks.linear(0, 1e-280, 2)));
        assertEquals("−10³⁰⁸ 0 10³⁰⁸", text(Ticks.linear(-1.7e308, 1.7e308, 3)));
    }

    @Test
    void linearTicks_ofNoIntervalAreItsBound() {
        assertEquals("3", text(Ticks.linear(3, 3, 5)));
        assertEquals("undefined", text(Ticks.linear(Double.NaN, 1, 5)));
        assertEquals("0", text(Ticks.linear(0, 1e-310, 5)));
    }

    @Test
    void logTicks_arePowersOfTen() {
        assertEquals("0.01 0.1 1 10 100", text(Ticks.log(0.005, 300, 6)));
        assertEquals("0.1 0.2 0.5 1 2 5 10", text(Ticks.log(0.1, 10, 6)));
        assertEquals("10⁻⁹ 10⁻⁶ 0.001 1", text(Ticks.log(1e-10, 50, 5)));
        assertEquals("2 3 4", text(Ticks.log(1.5, 4.2, 3)));
    }

    @Test
    void text_isShortAndTypographic() {
        assertEquals("−2.5", Ticks.text(-2.5));
        assertEquals("0.001", Ticks.text(0.001));
        assertEquals("99999", Ticks.text(99999));
        assertEquals("10⁵", Ticks.text(1e5));
        assertEquals("2·10⁻⁷", Ticks.text(2e-7));
        assertEquals("10⁻⁷", Ticks.text(9.9996e-8));
        assertEquals("4.94·10⁻³²⁴", Ticks.text(Double.MIN_VALUE));
        assertEquals("1.8·10³⁰⁸", Ticks.text(Double.MAX_VALUE));
        assertEquals("0", Ticks.text(-0.0));
        assertEquals("∞", Ticks.text(Double.POSITIVE_INFINITY));
        assertEquals("undefined", Ticks.text(Double.NaN));
    }

    @Test
    void linearTicks_areAboutAsManyAsAskedForAndInside() {
        double span = 1e-12;
        for (int i = 0; i < 300; i++) {
            span *= 1.37;
            double min = -0.3 * span;
            double[] ticks = Ticks.linear(min, min + span, 6);
            assertTrue(ticks.length >= 4 && ticks.length <= 10, span + " has " + ticks.length);
            assertTrue(ticks[0] >= min && ticks[ticks.length - 1] <= min + span);
        }
    }

    private static String text(double[] ticks) {
        StringBuilder text = new StringBuilder();
        for (double tick : ticks) {
            text.append(text.isEmpty() ? "" : " ").append(Ticks.text(tick));
        }
        return text.toString();
    }
}
