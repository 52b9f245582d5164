package org.fallline.landscape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
}
