package org.fallline.landscape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.fallline.test.Cases;
import org.junit.jupiter.api.Test;

class GradientFieldTest {
    private static final Window WINDOW = new Window(0, 4, -1, 1);
    private static final GradientField.Gradients BOWL = (x, g) -> {
        for (int i = 0; i < x.length; i++) {
            g[i] = 2 * x[i];
        }
    };

    @Test
    void arrows_standAtTheCentresOfCellsAndPointDown() {
        GradientField field = GradientField.sample(BOWL, Plane.axes(new double[2], 0, 1), WINDOW, 4, 2);
        assertEquals(0.5, field.u(0));
        assertEquals(3.5, field.u(3));
        assertEquals(-0.5, field.v(0));
        assertArrayEquals(new double[] {-1, -3, -5, -7, -1, -3, -5, -7}, field.du());
        assertArrayEquals(new double[] {1, 1, 1, 1, -1, -1, -1, -1}, field.dv());
    }

    @Test
    void obliqueDirections_haveTheArrowThatIsReallySteepest() {
        // Whatever the directions are, in parameters the arrow is the gradient's shadow on the plane.
        Cases.forEachSeed(20, random -> {
            double[] u = {1, random.nextGaussian(), 0};
            double[] v = {random.nextGaussian(), 3, 0};
            Plane plane = new Plane(new double[] {0.5, -1, 7}, u, v);
            GradientField field = GradientField.sample(BOWL, plane, WINDOW, 3, 3);
            double[] params = new double[3];
            for (int i = 0; i < 9; i++) {
                plane.point(field.u(i % 3), field.v(i / 3), params);
                for (int k = 0; k < 2; k++) {
                    assertEquals(-2 * params[k], field.du()[i] * u[k] + field.dv()[i] * v[k], 1e-11);
                }
            }
        });
    }

    @Test
    void line_hasTheWayDownInItsOwnCoordinate() {
        // From (0, 1) to (2, 1): t counts twos, so at x = 2t the way −∂L/∂x = −4t is −2t in t; the way to y = 0 is not
        // along it.
        Line line = Line.through(new double[] {0, 1}, new double[] {2, 1});
        GradientField.Sampling sampling = new GradientField.Sampling(BOWL, line, WINDOW, 4);
        int arrows = 1;
        while (sampling.advance()) {
            arrows++;
        }
        assertEquals(4, arrows);
        assertArrayEquals(new double[] {-1, -3, -5, -7}, sampling.field().du());
        assertArrayEquals(new double[4], sampling.field().dv(), Double.MIN_VALUE);
    }

    @Test
    void gradientsThatAreNotFinite_haveNoArrow() {
        GradientField field = GradientField.sample(
                (x, g) -> {
                    g[0] = x[0] > 2 ? Double.NaN : x[0] > 1 ? Double.POSITIVE_INFINITY : 1;
                    g[1] = 1;
                    g[2] = Double.NaN;
                },
                Plane.axes(new double[3], 0, 1),
                WINDOW,
                4,
                1);
        assertEquals(-1, field.du()[0]);
        for (int i = 1; i < 4; i++) {
            assertTrue(Double.isNaN(field.du()[i]) && Double.isNaN(field.dv()[i]));
        }
        assertThrows(
                IllegalArgumentException.class, () -> new GradientField(WINDOW, 2, 2, new double[4], new double[3]));
    }
}
