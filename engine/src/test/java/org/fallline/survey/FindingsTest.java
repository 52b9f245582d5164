package org.fallline.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.fallline.experiment.Cut;
import org.fallline.experiment.PlaneSpec;
import org.fallline.landscape.CriticalPoint;
import org.fallline.landscape.GradientField;
import org.fallline.landscape.Window;
import org.fallline.problem.Problem;
import org.fallline.problem.ProblemSpec;
import org.junit.jupiter.api.Test;

class FindingsTest {
    @Test
    void himmelblau_hasItsNineCriticalPoints() {
        // D. M. Himmelblau, Applied Nonlinear Programming, 1972; the maximum is 181.617 at (−0.270845, −0.923039).
        Findings findings = findings(new ProblemSpec.Function("himmelblau", "", Map.of()).problem(), 0, 0);
        assertEquals("4 minima, 1 maximum, 4 saddles in the window.", findings.text());
        CriticalPoint highest = findings.critical().points().get(8);
        assertEquals(CriticalPoint.Kind.MAXIMUM, highest.kind());
        assertEquals(-0.270845, highest.u(), 1e-6);
        assertEquals(-0.923039, highest.v(), 1e-6);
        assertEquals(181.617, highest.loss(), 1e-3);
        List<CriticalPoint> minima = findings.critical().points().subList(0, 4);
        assertTrue(minima.stream().allMatch(point -> Math.abs(point.loss()) < 1e-12));
        assertTrue(minima.stream().anyMatch(point -> Math.hypot(point.u() - 3, point.v() - 2) < 1e-9));
        // H = [12x² + 4y − 42, 4(x + y); 4(x + y), 12y² + 4x − 26] = [74, 20; 20, 34] at (3, 2).
        CriticalPoint whole = minima.stream()
                .filter(point -> Math.hypot(point.u() - 3, point.v() - 2) < 1e-9)
                .findFirst()
                .orElseThrow();
        assertEquals(54 + Math.sqrt(800), whole.largest(), 1e-9);
        assertEquals(54 - Math.sqrt(800), whole.smallest(), 1e-9);
    }

    @Test
    void field_pointsDown() {
        GradientField field = findings(problem("x^2 + 3y^2"), 0, 0).field();
        assertEquals(20, field.columns());
        for (int i = 0; i < field.columns() * field.rows(); i++) {
            assertEquals(-2 * field.u(i % field.columns()), field.du()[i], 1e-12);
            assertEquals(-6 * field.v(i / field.columns()), field.dv()[i], 1e-12);
        }
    }

    @Test
    void minimumOfASlice_isNotCalledOneOfTheLoss() {
        Findings findings = findings(problem("x^2 + y^2 - z^2"), 0, 0, 1);
        assertEquals(
                "1 minimum in the window. That is within what is shown: the loss has 3 parameters, and may fall along others.",
                findings.text());
        assertEquals(-1, findings.critical().points().get(0).loss(), 1e-12);
    }

    @Test
    void slope_hasNoCriticalPoint() {
        assertEquals(
                "No critical point in the window.",
                findings(problem("x + y"), 0, 0).text());
    }

    @Test
    void plateau_isNamed() {
        assertTrue(findings(problem("relu(x) + relu(y)"), 0, 0).text().contains("There is a plateau"));
    }

    @Test
    void line_hasItsTurningPoints() {
        Findings findings = findings(problem("x^3 - 3x"), 0);
        GradientField field = findings.field();
        assertEquals(1, field.rows());
        for (int i = 0; i < field.columns(); i++) {
            assertEquals(3 - 3 * field.u(i) * field.u(i), field.du()[i], 1e-9);
            assertEquals(0, field.dv()[i], Double.MIN_VALUE);
        }
        assertEquals("1 minimum, 1 maximum in the window.", findings.text());
        CriticalPoint minimum = findings.critical().points().get(0);
        assertEquals(1, minimum.u(), 1e-12);
        assertEquals(0, minimum.v());
        assertEquals(-2, minimum.loss(), 1e-12);
        assertEquals(6, minimum.largest(), 1e-9);
        assertEquals(6, minimum.smallest(), 1e-9);
    }

    @Test
    void work_untilItIsDone_isIncomplete() {
        Exploration exploration = exploration(problem("x^2 + y^2"), 0, 0);
        assertTrue(exploration.advance());
        Findings early = exploration.findings();
        assertFalse(early.critical().complete());
        assertTrue(early.text().endsWith("The search was cut short: there may be more."));
        int pieces = 1;
        while (exploration.advance()) {
            pieces++;
        }
        assertTrue(pieces > 400 + 33 * 33, pieces + " pieces");
        assertTrue(exploration.findings().critical().complete());
        assertFalse(exploration.advance());
    }

    @Test
    void grid_isCoarserWhereALossIsCostly() {
        assertEquals(32, Exploration.cells(1));
        assertEquals(32, Exploration.cells(45_000)); // 33² · 45,000 = 49 million
        assertEquals(21, Exploration.cells(100_000)); // 22² · 100,000 = 48 million
        assertEquals(8, Exploration.cells(10_000_000));
    }

    @Test
    void work_ofALoss_isCountedInMultiplications() {
        // x², 3y², their sum and what the formula needs beside: a handful.
        assertTrue(new Derivatives(problem("x^2 + 3y^2")).work() <= 10);
    }

    private static Problem problem(String formula) {
        return new ProblemSpec.Function("", formula, Map.of()).problem();
    }

    private static Exploration exploration(Problem problem, double... center) {
        PlaneSpec plane = new PlaneSpec.Axes(0, center.length == 1 ? 0 : 1);
        Derivatives derivatives = new Derivatives(problem);
        Slice slice =
                Slicing.of(derivatives, Cut.of(plane), new Anchors(center, center.length, new double[0], List.of()));
        Window window = slice.legend().window();
        return new Exploration(derivatives, slice, window);
    }

    private static Findings findings(Problem problem, double... center) {
        Exploration exploration = exploration(problem, center);
        boolean more = true;
        while (more) {
            more = exploration.advance();
        }
        return exploration.findings();
    }
}
