package org.fallline.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Isolines of small pictures. A digit is a sample, {@code ?} is NaN and {@code ^} is +∞; the last line is row 0, so the
 * picture is the right way up. Coordinates are column and row. Higher ground is on the left of a line.
 */
class ContoursTest {
    @Test
    void peak_isRingedCounterclockwise() {
        assertLines("""
                000
                010
                000""", 0.5, "ring (0.5 1) (1 0.5) (1.5 1) (1 1.5)");
    }

    @Test
    void pit_isRingedClockwise() {
        assertLines("""
                111
                101
                111""", 0.5, "ring (1 0.5) (0.5 1) (1 1.5) (1.5 1)");
    }

    @Test
    void crossings_areLinearAlongEdges() {
        assertLines("""
                000
                040
                000""", 1, "ring (0.25 1) (1 0.25) (1.75 1) (1 1.75)");
    }

    @Test
    void slope_isCutByOneOpenLine() {
        assertLines("""
                0123
                0123
                0123""", 1.5, "line (1.5 2) (1.5 1) (1.5 0)");
    }

    @Test
    void ridgeAcrossTheGrid_hasALineOnEachSide() {
        assertLines(
                """
                00000
                11111
                00000""",
                0.5,
                "line (0 0.5) (1 0.5) (2 0.5) (3 0.5) (4 0.5)",
                "line (4 1.5) (3 1.5) (2 1.5) (1 1.5) (0 1.5)");
    }

    @Test
    void saddleWithHighMean_connectsItsHighCorners() {
        assertLines("""
                05
                50""", 2, "line (0.6 0) (1 0.4)", "line (0.4 1) (0 0.6)");
    }

    @Test
    void saddleWithLowMean_separatesItsHighCorners() {
        assertLines("""
                05
                50""", 3, "line (0.4 0) (0 0.4)", "line (0.6 1) (1 0.6)");
    }

    @Test
    void saddleTheOtherWayRound_followsItsMeanToo() {
        assertLines("""
                50
                05""", 2, "line (0 0.4) (0.4 0)", "line (1 0.6) (0.6 1)");
        assertLines("""
                50
                05""", 3, "line (1 0.4) (0.6 0)", "line (0 0.6) (0.4 1)");
    }

    @Test
    void twoPeaks_haveARingEach() {
        assertLines("""
                00000
                01010
                00000""", 0.5, "ring (0.5 1) (1 0.5) (1.5 1) (1 1.5)", "ring (2.5 1) (3 0.5) (3.5 1) (3 1.5)");
    }

    @Test
    void hill_withAPitHasAnOuterAndAnInnerRing() {
        List<Isoline> lines = Contours.at(grid("""
                00000
                01110
                01010
                01110
                00000"""), 0.5);
        assertEquals(2, lines.size());
        assertTrue(lines.get(0).closed() && lines.get(1).closed());
        assertEquals(12, lines.get(0).u().length);
        assertEquals(4, lines.get(1).u().length);
        assertTrue(signedArea(lines.get(0)) > 0);
        assertTrue(signedArea(lines.get(1)) < 0);
    }

    @Test
    void lineThroughSamples_passesEachOnce() {
        assertLines("""
                012
                012
                012""", 1, "line (1 2) (1 1) (1 0)");
        assertLines("""
                210
                121
                012""", 1, "line (0 1) (1 0)", "line (2 1) (1 2)");
    }

    @Test
    void peakThatJustReachesTheLevel_hasNoLine() {
        assertLines("""
                000
                010
                000""", 1);
    }

    @Test
    void plateauAtTheLevel_countsAsHigh() {
        assertLines("""
                000
                111
                111""", 1, "line (2 1) (1 1) (0 1)");
    }

    @Test
    void hole_endsLinesAtTheCellsAroundIt() {
        assertLines("""
                00?00
                00000
                11111
                11111""", 0.5, "line (4 1.5) (3 1.5) (2 1.5) (1 1.5) (0 1.5)");
        assertLines("""
                000000
                00??00
                111111
                111111""", 0.5, "line (1 1.5) (0 1.5)", "line (5 1.5) (4 1.5)");
        assertLines("""
                ^00
                000
                111""", 0.5, "line (2 0.5) (1 0.5) (0 0.5)");
    }

    @Test
    void constant_hasNoLineAtItsOwnOrAnyLevel() {
        assertLines("""
                11
                11""", 1);
        assertLines("""
                11
                11""", 0.5);
        assertLines("""
                11
                11""", Double.NaN);
    }

    @Test
    void circle_isMetWithinTheChordsOfItsCells() {
        double radius = 0.75;
        Grid grid = Grid.sample((u, v) -> u * u + v * v, new Window(-1, 1, -1, 1), 65, 65);
        List<Isoline> lines = Contours.at(grid, radius * radius);
        assertEquals(1, lines.size());
        Isoline circle = lines.get(0);
        assertTrue(circle.closed());
        // Along an edge of length h the error of linear interpolation of u² is at most h²/4, and the slope is 2r.
        double h = 2.0 / 64;
        double tolerance = h * h / 4 / (2 * radius) * 1.1;
        for (int i = 0; i < circle.u().length; i++) {
            double distance = Math.sqrt(circle.u()[i] * circle.u()[i] + circle.v()[i] * circle.v()[i]);
            assertEquals(radius, distance, tolerance);
        }
        // The higher ground is outside, so the line runs clockwise.
        assertEquals(-Math.PI * radius * radius, signedArea(circle), 2 * Math.PI * radius * h * h);
    }

    @Test
    void everyLine_hasNeitherGapsNorRepetitions() {
        Grid grid =
                Grid.sample((u, v) -> Math.sin(3 * u) * Math.cos(2 * v) + 0.1 * u, new Window(-3, 3, -3, 3), 40, 33);
        double du = 6.0 / 39;
        double dv = 6.0 / 32;
        for (double level = -1; level <= 1; level += 0.125) {
            for (Isoline line : Contours.at(grid, level)) {
                int n = line.u().length;
                for (int i = 0; i < (line.closed() ? n : n - 1); i++) {
                    double stepU = Math.abs(line.u()[(i + 1) % n] - line.u()[i]);
                    double stepV = Math.abs(line.v()[(i + 1) % n] - line.v()[i]);
                    assertTrue(stepU <= du * 1.000001 && stepV <= dv * 1.000001, "a gap at level " + level);
                    assertTrue(stepU > 0 || stepV > 0, "a repeated point at level " + level);
                }
                assertTrue(line.closed() || (isOnEdge(line, 0) && isOnEdge(line, n - 1)), "a loose end");
            }
        }
    }

    private static boolean isOnEdge(Isoline line, int i) {
        return Math.abs(line.u()[i]) == 3 || Math.abs(line.v()[i]) == 3;
    }

    private static double signedArea(Isoline ring) {
        double twice = 0;
        int n = ring.u().length;
        for (int i = 0; i < n; i++) {
            int j = (i + 1) % n;
            twice += ring.u()[i] * ring.v()[j] - ring.u()[j] * ring.v()[i];
        }
        return twice / 2;
    }

    private static void assertLines(String picture, double level, String... expected) {
        StringBuilder lines = new StringBuilder();
        for (Isoline line : Contours.at(grid(picture), level)) {
            lines.append(line.closed() ? "ring" : "line");
            for (int i = 0; i < line.u().length; i++) {
                lines.append(" (").append(round(line.u()[i])).append(' ');
                lines.append(round(line.v()[i])).append(')');
            }
            lines.append('\n');
        }
        String all = expected.length == 0 ? "" : String.join("\n", expected) + "\n";
        assertEquals(all, lines.toString());
    }

    private static String round(double x) {
        return java.math.BigDecimal.valueOf(x)
                .setScale(6, java.math.RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static Grid grid(String picture) {
        String[] rows = picture.split("\n", -1);
        int columns = rows[0].length();
        double[] values = new double[rows.length * columns];
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < columns; column++) {
                char c = rows[rows.length - 1 - row].charAt(column);
                values[row * columns + column] = c == '?' ? Double.NaN : c == '^' ? Double.POSITIVE_INFINITY : c - '0';
            }
        }
        return new Grid(new Window(0, columns - 1, 0, rows.length - 1), columns, rows.length, values);
    }
}
