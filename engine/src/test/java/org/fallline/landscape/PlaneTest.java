package org.fallline.landscape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PlaneTest {
    @Test
    void axesPlane_coordinatesAreTheParameters() {
        double[] origin = {0.1, 0.2, 0.3};
        Plane plane = Plane.axes(origin, 2, 0);
        double[] params = new double[3];
        plane.point(-7, 5, params);
        assertArrayEquals(new double[] {5, 0.2, -7}, params);
        assertArrayEquals(new double[] {0.3, 0.1}, plane.project(origin));
        assertArrayEquals(new double[] {0.1, 0.2, 0.3}, origin);
    }

    @Test
    void axesPlane_projectsWhatOtherParametersCannotSpoil() {
        Plane plane = Plane.axes(new double[3], 0, 1);
        assertArrayEquals(new double[] {1, 2}, plane.project(new double[] {1, 2, Double.POSITIVE_INFINITY}));
    }

    @Test
    void obliquePlane_projectsItsOwnPointsBack() {
        Plane plane = new Plane(new double[] {1, -1, 2, 0}, new double[] {1, 2, 0, 1}, new double[] {3, 1, -1, 0.5});
        double[] params = new double[4];
        plane.point(0.75, -2.5, params);
        double[] uv = plane.project(params);
        assertEquals(0.75, uv[0], 1e-14);
        assertEquals(-2.5, uv[1], 1e-14);
    }

    @Test
    void obliquePlane_projectsToTheNearestPoint() {
        Plane plane = new Plane(new double[] {0, 0, 0}, new double[] {1, 0, 0}, new double[] {1, 1, 0});
        double[] uv = plane.project(new double[] {3, 2, 9});
        assertArrayEquals(new double[] {1, 2}, uv, 1e-15);
    }

    @Test
    void directions_mustNotBeZeroParallelOrOfAnotherLength() {
        double[] origin = {0, 0};
        assertThrows(IllegalArgumentException.class, () -> new Plane(origin, new double[] {0, 0}, new double[] {0, 1}));
        assertThrows(
                IllegalArgumentException.class, () -> new Plane(origin, new double[] {1, 3}, new double[] {-2, -6}));
        assertThrows(IllegalArgumentException.class, () -> new Plane(origin, new double[] {1}, new double[] {1}));
        assertThrows(IllegalArgumentException.class, () -> Plane.axes(origin, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> Plane.axes(origin, 0, 2));
    }

    @Test
    void projection_ofVeryUnlikeDirectionsIsSound() {
        // Lengths 1e9 and 1e-9, an angle of 1e-3: the normal equations would lose all digits of v.
        double[] u = {1e9, 0, 0};
        double[] v = {1e-9, 1e-12, 0};
        Plane plane = new Plane(new double[] {1, 2, 3}, u, v);
        double[] uv = plane.project(new double[] {1 + 2e-9, 2 + 4e-12, 77});
        // The parameters themselves have an error of 1e-16 relative to 4e-12.
        assertEquals(4, uv[1], 4e-4);
        double[] far = plane.project(new double[] {1 + 3e9, 2 + 5, 3});
        assertEquals(5e12, far[1], 1e-3);
        assertEquals(3 - 5e-6, far[0], 1e-14);
        assertEquals(74, plane.distance(new double[] {1 + 2e-9, 2 + 4e-12, 77}), 1e-13);
    }

    @Test
    void enormousAndTinyDirections_doNotOverflow() {
        Plane plane = new Plane(new double[2], new double[] {1e300, 1e300}, new double[] {-1e-200, 1e-200});
        double[] params = new double[2];
        plane.point(2, 0, params);
        assertArrayEquals(new double[] {2, 0}, plane.project(params), 1e-15);
        assertArrayEquals(new double[] {0, 3}, plane.project(new double[] {-3e-200, 3e-200}), 1e-14);
    }

    @Test
    void distance_isThatOfTheNearestPoint() {
        Plane plane = new Plane(new double[] {0, 0, 1}, new double[] {1, 1, 0}, new double[] {0, 5, 5});
        // The plane x − y + z = 1: the distance of (3, −1, 2) is |3 + 1 + 2 − 1| / √3.
        assertEquals(5 / Math.sqrt(3), plane.distance(new double[] {3, -1, 2}), 1e-14);
        assertEquals(0, plane.distance(new double[] {4, 5, 2}), 1e-14);
    }

    @Test
    void distance_ofInfiniteParameters_isInfiniteOnlyOffThePlane() {
        Plane plane = Plane.axes(new double[3], 0, 1);
        double infinity = Double.POSITIVE_INFINITY;
        assertEquals(infinity, plane.distance(new double[] {1, 2, -infinity}));
        assertEquals(4, plane.distance(new double[] {infinity, 2, 4}));
        assertTrue(Double.isNaN(plane.distance(new double[] {Double.NaN, 2, 4})));
    }

    @Test
    void planeThroughThreePoints_meetsThem() {
        double[] p = {1, 2, 3, 4};
        double[] q = {2, 2, 0, 4};
        double[] r = {-1, 5, 3, 1};
        Plane plane = Plane.through(p, q, r);
        assertArrayEquals(new double[] {0, 0}, plane.project(p), 1e-15);
        assertArrayEquals(new double[] {1, 0}, plane.project(q), 1e-15);
        assertArrayEquals(new double[] {0, 1}, plane.project(r), 1e-15);
        assertArrayEquals(p, plane.origin());
        assertArrayEquals(new double[] {1, 0, -3, 0}, plane.u());
        assertArrayEquals(new double[] {-2, 3, 0, -3}, plane.v());
    }

    @Test
    void threePointsOnALine_areRefusedWithTheirPlaces() {
        double[] p = {0, 0};
        assertEquals(
                "a plane needs three points that are not on one line, but the third is on the line through the first"
                        + " two, at −0.5 of the way from the first to the second",
                refusal(p, new double[] {2, 4}, new double[] {-1, -2}));
        assertEquals(
                "a plane needs three different, finite points, but the second is 0 and the third 1 away from the first",
                refusal(p, p, new double[] {1, 0}));
    }

    private static String refusal(double[] p, double[] q, double[] r) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> Plane.through(p, q, r))
                .getMessage());
    }
}
