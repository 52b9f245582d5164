package org.fallline.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SimplificationTest {
    private static final double TOLERANCE = 0.05;

    @Test
    void straightLine_keepsItsEnds() {
        Mark.Line line = simplified(new double[] {0, 1, 2, 7, 9}, new double[] {1, 2, 3, 8, 10});

        assertArrayEquals(new double[] {0, 9}, line.x());
        assertArrayEquals(new double[] {1, 10}, line.y());
    }

    @Test
    void corner_isKept() {
        Mark.Line line = simplified(new double[] {0, 1, 2, 2, 2}, new double[] {0, 0, 0, 1, 2});

        assertArrayEquals(new double[] {0, 2, 2}, line.x());
        assertArrayEquals(new double[] {0, 0, 2}, line.y());
    }

    @Test
    void lineThatTurnsBack_keepsItsTip() {
        assertArrayEquals(
                new double[] {0, 5, 1},
                simplified(new double[] {0, 2, 5, 3, 1}, new double[5]).x());
    }

    @Test
    void pointThatIsNoNumber_isNotDrawnOver() {
        Mark.Line line = simplified(new double[] {0, 1, Double.NaN, 3, 4}, new double[5]);

        assertTrue(Double.isNaN(line.x()[2]));
    }

    @Test
    void lineWithNothingToSpare_isTheSame() {
        Mark.Line line = Mark.Line.open(new double[] {0, 1, 0}, new double[] {0, 0, 1}, 0, 1);

        assertSame(line, Simplification.of(line, TOLERANCE));
    }

    @Test
    void circle_needsAsManyPointsAsItsCurvatureAsks() {
        double radius = 50;
        int count = 2000;
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = radius * Math.cos(2 * Math.PI * i / count);
            y[i] = radius * Math.sin(2 * Math.PI * i / count);
        }

        int kept = simplified(x, y).x().length;

        // A chord is farther than the tolerance from its arc when it is longer than 2·√(2·r·tolerance).
        double longest = 2 * Math.sqrt(2 * radius * TOLERANCE);
        double fewest = 2 * Math.PI * radius / longest;
        assertTrue(kept >= fewest && kept < 2 * fewest, kept + " points where " + fewest + " are needed");
    }

    @Test
    void everyPoint_liesWithinTheToleranceOfTheLine() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            int count = 3 + random.nextInt(200);
            double[] x = new double[count];
            double[] y = new double[count];
            double heading = 0;
            for (int i = 1; i < count; i++) {
                heading += random.nextGaussian() * 0.2;
                double step = random.nextDouble() * (random.nextInt(4) == 0 ? 0.02 : 2);
                x[i] = x[i - 1] + step * Math.cos(heading);
                y[i] = y[i - 1] + step * Math.sin(heading);
            }

            Mark.Line line = simplified(x, y);

            for (int i = 0; i < count; i++) {
                assertEquals(0, distance(line, x[i], y[i]), TOLERANCE + 1e-9, "round " + round + ", point " + i);
            }
        }
    }

    private static Mark.Line simplified(double[] x, double[] y) {
        return Simplification.of(Mark.Line.open(x, y, 0, 1), TOLERANCE);
    }

    private static double distance(Mark.Line line, double x, double y) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i + 1 < line.x().length; i++) {
            double dx = line.x()[i + 1] - line.x()[i];
            double dy = line.y()[i + 1] - line.y()[i];
            double length = dx * dx + dy * dy;
            double t = length == 0 ? 0 : ((x - line.x()[i]) * dx + (y - line.y()[i]) * dy) / length;
            t = Math.max(0, Math.min(1, t));
            nearest = Math.min(nearest, Math.hypot(line.x()[i] + t * dx - x, line.y()[i] + t * dy - y));
        }
        return nearest;
    }
}
