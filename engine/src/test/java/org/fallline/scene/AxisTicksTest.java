package org.fallline.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fallline.landscape.Window;
import org.junit.jupiter.api.Test;

class AxisTicksTest {
    @Test
    void usualStretch_hasItsPlacesAsTexts() {
        AxisTicks ticks = AxisTicks.of(-2, 2, 4);
        assertEquals("", ticks.base());
        assertArrayEquals(new String[] {"−2", "−1", "0", "1", "2"}, ticks.texts());
    }

    @Test
    void narrowStretch_hasDistancesFromAShortBase() {
        AxisTicks ticks = AxisTicks.of(1.23456789, 1.23456789 + 4e-8, 4);
        assertEquals(" − 1.2345679", ticks.base());
        assertArrayEquals(new String[] {"−10⁻⁸", "0", "10⁻⁸", "2·10⁻⁸"}, ticks.texts());
    }

    /** Base and text together are the place of the tick, down to windows of a few hundred doubles. */
    @Test
    void narrowStretches_haveDifferentTextsThatAreTrue() {
        for (double place : new double[] {1.23456789, -0.7, 1000.0 / 3, 6.02e23, -1.6e-19}) {
            for (double share : new double[] {1e-5, 1e-8, 1e-10, 1e-12, 1e-13}) {
                double width = Math.abs(place) * share;
                AxisTicks ticks = AxisTicks.of(place, place + width, 5);
                assertTrue(ticks.at().length >= 2, place + " " + share);
                assertEquals(
                        ticks.texts().length,
                        Arrays.stream(ticks.texts()).distinct().count());
                BigDecimal base = Typeset.number(ticks.base());
                for (int i = 0; i < ticks.texts().length; i++) {
                    BigDecimal said = Typeset.number(ticks.texts()[i]).subtract(base);
                    BigDecimal off = said.subtract(new BigDecimal(ticks.at()[i]), MathContext.DECIMAL64);
                    assertTrue(
                            Math.abs(off.doubleValue()) <= width * 0.01 + 2 * Math.ulp(place),
                            place + " " + share + ": " + ticks.texts()[i] + " off by " + off);
                }
            }
        }
    }

    @Test
    void labelsOfNarrowWindows_neitherRepeatNorOverlap() {
        for (double width : new double[] {320, 768, 1600}) {
            for (double share : new double[] {1e-5, 1e-8, 1e-12}) {
                PlotArea plot = new PlotArea(new Window(0, 1, 0, 1), 40, 0, width - 52, 100);
                double size = Axes.fontSize(width);
                AxisTicks ticks =
                        AxisTicks.of(1.23456789, 1.23456789 * (1 + share), Axes.count(plot.width(), size * 5));
                double[] places = new double[ticks.at().length];
                for (int i = 0; i < places.length; i++) {
                    places[i] = (ticks.at()[i] - 1.23456789) / (1.23456789 * share);
                }
                List<Mark> marks = new ArrayList<>();
                Axes.bottom(plot, new AxisTicks(places, ticks.texts(), ticks.base()), "x", size, Theme.LIGHT, marks);
                double free = Double.NEGATIVE_INFINITY;
                int numbers = 0;
                for (Mark mark : marks) {
                    if (mark instanceof Mark.Label label && label.anchor() == Mark.Label.Anchor.MIDDLE) {
                        double half = Legend.textWidth(label.text(), size) / 2;
                        assertTrue(label.x() - half > free, label.text());
                        free = label.x() + half;
                        numbers++;
                    }
                }
                assertTrue(numbers >= 2, "numbers at " + width + ", " + share);
            }
        }
    }

    @Test
    void figureOfANarrowWindow_namesTheBaseOnALineOfItsOwn() {
        Window window = new Window(1.5, 1.5 + 1e-7, -2, 2);
        org.fallline.landscape.Grid grid = org.fallline.landscape.Grid.sample((x, y) -> x + y, window, 9, 9);
        Terrain terrain = Terrain.of(
                grid, window, org.fallline.landscape.LossScale.linear(grid), Theme.LIGHT.map(), Theme.LIGHT, 100);
        LandscapeFigure figure = LandscapeFigure.of(terrain, 320, 300);
        assertTrue(figure.scene().marks().stream()
                .anyMatch(mark -> mark instanceof Mark.Label label
                        && label.text().equals("x − 1.5 →")
                        && label.y() > figure.plot().bottom() + 2 * label.size()));
    }
}
