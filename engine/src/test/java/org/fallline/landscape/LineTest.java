package org.fallline.landscape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LineTest {
    @Test
    void lineThroughTwoPoints_meetsThemAtZeroAndOne() {
        double[] p = {1, 2, 3};
        double[] q = {4, 2, -1};
        Line line = Line.through(p, q);
        double[] out = new double[3];
        line.point(0, out);
        assertArrayEquals(p, out);
        line.point(1, out);
        assertArrayEquals(q, out);
        line.point(-0.5, out);
        assertArrayEquals(new double[] {-0.5, 2, 5}, out);
        assertEquals(1, line.project(q), 1e-15);
    }

    @Test
    void projectionAndDistance_areThoseOfTheNearestPoint() {
        // From (0, 0, 0) along (3, 4, 0): (11, 2, 6) is 8 off in the plane of the first two, 6 above it, at 41/25.
        Line line = new Line(new double[3], new double[] {3, 4, 0});
        assertEquals(41.0 / 25, line.project(new double[] {11, 2, 6}), 1e-15);
        assertEquals(Math.sqrt(7.6 * 7.6 + 36), line.distance(new double[] {11, 2, 6}), 1e-14);
        assertEquals(0, line.distance(new double[] {6e300, 8e300, 0}), 1e285);
    }

    @Test
    void axis_isTheParameterItself() {
        Line line = Line.axis(new double[] {5, 7}, 1);
        assertEquals(7, line.project(new double[] {5, 7}));
        double[] out = new double[2];
        line.point(-3, out);
        assertArrayEquals(new double[] {5, -3}, out);
        assertEquals(2, line.distance(new double[] {7, Double.POSITIVE_INFINITY}));
        assertEquals(Double.POSITIVE_INFINITY, line.distance(new double[] {Double.NEGATIVE_INFINITY, 1}));
        assertTrue(Double.isNaN(line.distance(new double[] {1, Double.NaN})));
    }

    @Test
    void pointsThatDoNotDiffer_areRefused() {
        double[] p = {1, 2};
        Exception refused = assertThrows(IllegalArgumentException.class, () -> Line.through(p, p));
        assertEquals(
                "a line needs two different, finite points, but the second is 0 away from the first",
                refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Line(p, new double[2]));
        assertThrows(IllegalArgumentException.class, () -> new Line(p, new double[3]));
        assertThrows(IllegalArgumentException.class, () -> Line.axis(p, 2));
    }
}
