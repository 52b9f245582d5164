package org.fallline.survey;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.fallline.experiment.Cut;
import org.fallline.experiment.PlaneSpec;
import org.fallline.experiment.Waypoint;
import org.fallline.landscape.Vectors;
import org.fallline.landscape.Window;
import org.fallline.problem.Problem;
import org.fallline.problem.ProblemSpec;
import org.fallline.tensor.Tensor;
import org.junit.jupiter.api.Test;

class SlicingTest {
    private static final Waypoint ANYWHERE = new Waypoint.Walked(0, 0);

    @Test
    void axes_showTheirParametersAndHoldTheOthers() {
        Slice slice = slice("x^2 + y^2 + z^2", new PlaneSpec.Axes(0, 2), 1, 2, 3);
        double[] at = new double[3];
        slice.point(5, 7, at);
        assertArrayEquals(new double[] {5, 2, 7}, at);
        assertArrayEquals(new double[] {9, 11}, slice.project(new double[] {9, 10, 11}));
        assertEquals(8, slice.distance(new double[] {9, 10, 11}));
        assertEquals("x", slice.legend().uName());
        assertEquals("z", slice.legend().vName());
        assertTrue(slice.legend().isParameters());
        assertFalse(slice.isWhole());
        assertArrayEquals(new double[] {4, 6}, slice.displacement(new double[] {4, 5, 6}));
    }

    @Test
    void window_narrowerThanTheParametersHaveDigits_isNotResolved() {
        Slice parameters = slice("x^2 + y^2", new PlaneSpec.Axes(0, 1), 1, 2);
        Window narrow = new Window(1 - 1e-12, 1 + 1e-12, 2 - 1e-12, 2 + 1e-12);
        assertTrue(parameters.resolves(narrow));
        Slice turned = slice("x^2 + y^2 + z^2", new PlaneSpec.Random(1), 1, 2, 3);
        assertTrue(turned.resolves(new Window(-1e-9, 1e-9, -1e-9, 1e-9)));
        assertFalse(turned.resolves(new Window(-1e-15, 1e-15, -1e-9, 1e-9)));
    }

    @Test
    void onlyParameter_isALine() {
        Slice slice = slice("x^2", new PlaneSpec.Axes(0, 0), 3);
        assertTrue(slice.isLine());
        assertTrue(slice.isWhole());
        assertArrayEquals(new double[] {4, 0}, slice.project(new double[] {4}));
        assertEquals("", slice.legend().vName());
    }

    @Test
    void random_isAnOrthonormalPairOfAFormulasParameters() {
        Slice slice = slice("x^2 + y^2 + z^2", new PlaneSpec.Random(4), 1, 2, 3);
        double[] u = slice.u();
        double[] v = slice.v();
        assertNotNull(v);
        assertEquals(1, Vectors.norm(u), 1e-15);
        assertEquals(1, Vectors.norm(v), 1e-15);
        assertEquals(0, Vectors.dot(u, v), 1e-15);
        assertArrayEquals(new double[] {1, 2, 3}, slice.origin());
        assertArrayEquals(
                u, slice("x^2 + y^2 + z^2", new PlaneSpec.Random(4), 1, 2, 3).u());
        assertTrue(slice("x^2 + y^2 + z^2", new PlaneSpec.Random(5), 1, 2, 3).u()[0] != u[0]);
    }

    @Test
    void random_ofWeights_isAsLongAsEachUnitsWeights() {
        // Two inputs, two outputs: the filters are the columns (3, 4) and (6, 8), of lengths 5 and 10.
        Problem problem = new ProblemSpec.Linear(
                        Tensor.matrix(new double[][] {{1, 2}}),
                        Tensor.matrix(new double[][] {{1, 1}}),
                        Tensor.matrix(new double[][] {{3, 6}, {4, 8}}),
                        Tensor.vector(1, 1))
                .problem();
        double[] center = {3, 6, 4, 8, 1, 1};
        Slice slice = Slicing.of(
                problem, Cut.of(new PlaneSpec.Random(1)), new Anchors(center, center.length, new double[0], List.of()));
        double[] u = slice.u();
        assertEquals(5, Math.hypot(u[0], u[2]), 1e-14);
        assertEquals(10, Math.hypot(u[1], u[3]), 1e-14);
        assertEquals(0, u[4]);
        assertEquals(new Window(-1, 1, -1, 1), slice.legend().window());
    }

    @Test
    void principal_findsTheDirectionsOfThePathAndTheirShares() {
        // About the last state: (3, 0, 0) and (0, 4, 0), so 16 and 9 of 25.
        double[] path = {3, 0, 5, 0, 4, 5, 0, 0, 5};
        Slice slice = Slicing.of(
                problem("x^2 + y^2 + z^2"),
                Cut.of(new PlaneSpec.Principal()),
                new Anchors(path, 3, new double[0], List.of()));
        assertEquals(1, Math.abs(slice.u()[1]), 1e-14);
        double[] v = slice.v();
        assertNotNull(v);
        assertEquals(1, Math.abs(v[0]), 1e-14);
        assertEquals(
                "The two components hold 64 % and 36 % of the variance of the path.",
                slice.legend().note());
        Window window = slice.legend().window();
        for (int i = 0; i < 3; i++) {
            double[] at = slice.project(new double[] {path[3 * i], path[3 * i + 1], path[3 * i + 2]});
            assertTrue(window.contains(at[0], at[1]));
        }
    }

    @Test
    void principal_showsOtherWalksUnlessTheyAreFarAway() {
        // Of the path itself 4 across and 3 up are shown, and a quarter as much on each side.
        double[] path = {3, 0, 5, 0, 4, 5, 0, 0, 5};
        assertEquals(new Window(-1, 5, -0.75, 3.75), principal(path));
        assertEquals(new Window(-1, 5, -0.75, 3.75), principal(path, 2, 2, 9));
        assertEquals(new Window(-4, 8, -0.75, 3.75), principal(path, 0, -2, 5, 0, 6, 5, 1, 1, 1));
        assertEquals(new Window(-4, 20, -0.75, 3.75), principal(path, 0, 1e4, 5));
        assertEquals(new Window(-1, 5, -0.75, 3.75), principal(path, 0, 1e300, 5, 0, Double.NaN, 5));
    }

    /** What is shown of the plane in which y and x are the directions, along which the path's states lie. */
    private static Window principal(double[] path, double... beside) {
        Slice slice = Slicing.of(
                problem("x^2 + y^2 + z^2"), Cut.of(new PlaneSpec.Principal()), new Anchors(path, 3, beside, List.of()));
        assertArrayEquals(new double[] {4, 0}, slice.project(new double[] {0, 4, 5}), 1e-14);
        assertArrayEquals(new double[] {0, 3}, slice.project(new double[] {3, 0, 5}), 1e-14);
        Window window = slice.legend().window();
        return new Window(round(window.uMin()), round(window.uMax()), round(window.vMin()), round(window.vMax()));
    }

    private static double round(double coordinate) {
        return Math.rint(coordinate * 1e9) / 1e9;
    }

    @Test
    void curvature_isTheGradientAndTheMostCurvedDirection() {
        Slice slice = slice("x^2 + 5y^2 + 2z^2", new PlaneSpec.Curvature(), 1, 0, 0);
        assertArrayEquals(new double[] {1, 0, 0}, slice.u(), 1e-12);
        double[] v = slice.v();
        assertNotNull(v);
        assertEquals(1, Math.abs(v[1]), 1e-9);
        assertEquals("∇L", slice.legend().uName());
        assertTrue(slice.legend().note().contains("λ = 10"), slice.legend().note());
    }

    @Test
    void curvature_whereTheGradientIsTheMostCurvedDirection_takesTheNext() {
        Slice slice = slice("x^2 + 5y^2 + 2z^2", new PlaneSpec.Curvature(), 0, 1, 0);
        assertArrayEquals(new double[] {0, 1, 0}, slice.u(), 1e-12);
        double[] v = slice.v();
        assertNotNull(v);
        assertEquals(1, Math.abs(v[2]), 1e-9);
        assertTrue(
                slice.legend().note().contains("upwards is the next, λ = 4"),
                slice.legend().note());
    }

    @Test
    void curvature_inAMinimum_isSpannedByEigenvectors() {
        Slice slice = slice("x^2 + 5y^2 + 2z^2", new PlaneSpec.Curvature(), 0, 0, 0);
        assertEquals(1, Math.abs(slice.u()[1]), 1e-9);
        assertEquals("e₁", slice.legend().uName());
    }

    @Test
    void curvature_whereThereIsNone_saysSo() {
        assertEquals(
                "the Hessian is not finite where the walk is: choose another step or another plane",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> slice("log(x) + y^2 + z^2", new PlaneSpec.Curvature(), 0, 1, 1))
                        .getMessage());
    }

    @Test
    void points_areAtTheCorners() {
        Anchors anchors = new Anchors(
                new double[] {0, 0, 0},
                3,
                new double[0],
                List.of(new double[] {1, 1, 1}, new double[] {3, 1, 1}, new double[] {1, 2, 1}));
        Slice slice = Slicing.of(
                problem("x^2 + y^2 + z^2"), Cut.of(new PlaneSpec.Points(ANYWHERE, ANYWHERE, ANYWHERE)), anchors);
        assertArrayEquals(new double[] {0, 0}, slice.project(new double[] {1, 1, 1}));
        assertArrayEquals(new double[] {1, 0}, slice.project(new double[] {3, 1, 1}));
        assertArrayEquals(new double[] {0, 1}, slice.project(new double[] {1, 2, 1}));
        assertEquals(3, slice.distance(new double[] {1, 1, 4}));
    }

    @Test
    void pointsOnOneLine_areRefusedWithTheReason() {
        Anchors anchors = new Anchors(
                new double[] {0, 0}, 2, new double[0], List.of(new double[] {0, 0}, new double[] {2, 2}, new double[] {
                    1, 1
                }));
        Cut cut = Cut.of(new PlaneSpec.Points(ANYWHERE, ANYWHERE, ANYWHERE));
        assertEquals(
                "a plane needs three points that are not on one line, but the third is on the line through the first two,"
                        + " at 0.5 of the way from the first to the second",
                assertThrows(IllegalArgumentException.class, () -> Slicing.of(problem("x^2 + y^2"), cut, anchors))
                        .getMessage());
    }

    @Test
    void line_runsFromOnePointToTheOther() {
        Anchors anchors =
                new Anchors(new double[] {0, 0}, 2, new double[0], List.of(new double[] {1, 1}, new double[] {4, 5}));
        Slice slice = Slicing.of(problem("x^2 + y^2"), Cut.of(new PlaneSpec.Line(ANYWHERE, ANYWHERE)), anchors);
        assertTrue(slice.isLine());
        assertFalse(slice.isWhole());
        assertArrayEquals(new double[] {1, 0}, slice.project(new double[] {4, 5}), 1e-15);
        double[] at = new double[2];
        slice.point(0.5, 99, at);
        assertArrayEquals(new double[] {2.5, 3}, at);
        // Along (3, 4), of length 5, a displacement of (6, 8) is two of it, and (4, −3) none.
        assertArrayEquals(new double[] {2, 0}, slice.displacement(new double[] {6, 8}), 1e-15);
        assertArrayEquals(new double[] {0, 0}, slice.displacement(new double[] {4, -3}), 1e-15);
    }

    private static Problem problem(String formula) {
        return new ProblemSpec.Function("", formula, Map.of()).problem();
    }

    private static Slice slice(String formula, PlaneSpec plane, double... center) {
        return Slicing.of(
                problem(formula), Cut.of(plane), new Anchors(center, center.length, new double[0], List.of()));
    }
}
