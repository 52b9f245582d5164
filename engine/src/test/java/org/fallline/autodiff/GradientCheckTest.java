package org.fallline.autodiff;

import static org.fallline.autodiff.Gradients.matrix;
import static org.fallline.autodiff.Gradients.row;
import static org.fallline.autodiff.Gradients.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fallline.autodiff.GradientCheck.Derivative;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;
import org.junit.jupiter.api.Test;

class GradientCheckTest {

    /** {@code x³}, whose rule gives half of the derivative where x is greater than 2. */
    private static Node wrongCube(Node x) {
        Node slope = Ops.multiply(Ops.constant(3), Ops.square(x));
        Node wrong = Ops.divide(slope, Ops.add(Ops.constant(1), Ops.step(Ops.subtract(x, Ops.constant(2)))));
        return Autodiff.customGradient(Ops.multiply(Ops.square(x), x), x, yBar -> Ops.multiply(yBar, wrong));
    }

    @Test
    void checkGradients_ofAWrongRule_saysAtWhichElement() {
        GradientCheck check = Autodiff.checkGradients(
                x -> Ops.sum(wrongCube(x.get(0))),
                List.of(matrix(row(1, 2), row(3, -1)).named("W")));
        assertFalse(check.passed());
        Derivative worst = check.worst();
        assertEquals("∂y/∂W₂,₁", worst.name());
        assertEquals(13.5, worst.analytic());
        assertEquals(27, worst.numeric(), 1e-8);
        assertEquals(13.5, worst.error(), 1e-8);
        assertEquals(3 * 0x1p-17, worst.step(), 1e-15);
        assertEquals(
                List.of(true, true, false, true),
                check.derivatives().stream().map(Derivative::agrees).toList());
    }

    @Test
    void checkGradients_ofARightRule_passes() {
        GradientCheck check = Autodiff.checkGradients(x -> Ops.sum(wrongCube(x)), vector(1, 2, -3));
        assertTrue(check.passed(), check::toString);
    }

    @Test
    void checkGradients_ofAVectorFunction_comparesEveryElementOfTheJacobian() {
        // The two wrong derivatives cancel in the sum of the elements.
        GradientCheck check = Autodiff.checkGradients(
                x -> Autodiff.customGradient(x, x, yBar -> Ops.matmul(yBar, matrix(row(2, 0), row(0, 0)))),
                matrix(row(1, 1)));
        assertEquals(
                List.of("∂y₁/∂x₁", "∂y₂/∂x₁", "∂y₁/∂x₂", "∂y₂/∂x₂"),
                check.derivatives().stream().map(Derivative::name).toList());
        assertEquals(
                List.of(false, true, true, false),
                check.derivatives().stream().map(Derivative::agrees).toList());
    }

    @Test
    void text_ofACheck_isATableForATerminal() {
        GradientCheck check = Autodiff.checkGradients(x -> Ops.sum(wrongCube(x)), vector(1, 4));
        assertEquals("""
                failed: 1 of 2 derivatives differ; the worst error is 24 at ∂y/∂x₂
                  derivative  analytic  numeric  error   allowed       step
                  ∂y/∂x₁             3        3      0  0.000003  0.0000076
                ! ∂y/∂x₂            24       48     24  0.000048   0.000031
                """, check.toString());
    }

    @Test
    void text_ofAnAgreementAmongMany_showsTheWorstOfThem() {
        GradientCheck check =
                Autodiff.checkGradients(x -> Ops.sum(Ops.sin(x)), Ops.constant(Tensor.filled(Shape.of(5, 5), 0.5)));
        List<String> lines = check.toString().lines().toList();
        assertTrue(lines.get(0).startsWith("passed: all 25 derivatives agree; the worst error is "), lines.get(0));
        assertEquals(23, lines.size());
        assertEquals("and 5 that agree better", lines.get(22));
    }

    @Test
    void checkGradients_ofALargeValue_allowsForItsRounding() {
        GradientCheck check = Autodiff.checkGradients(x -> Ops.add(Ops.constant(1e12), Ops.sin(x)), Ops.constant(1));
        assertTrue(check.passed(), check::toString);
    }

    @Test
    void checkGradients_atAPoleOrWithoutANumber_fails() {
        assertFalse(Autodiff.checkGradients(Ops::log, Ops.constant(0)).passed());
        assertFalse(Autodiff.checkGradients(Ops::sqrt, Ops.constant(-1)).passed());
        assertFalse(Autodiff.checkGradients(x -> Ops.divide(Ops.constant(1), x), Ops.constant(0))
                .passed());
    }

    @Test
    void checkGradients_ofNothing_passes() {
        GradientCheck check = Autodiff.checkGradients(Ops::square, Ops.constant(Tensor.filled(Shape.of(0), 1)));
        assertTrue(check.passed());
        assertEquals("passed: there is no derivative to check\n", check.toString());
        assertThrows(IllegalStateException.class, check::worst);
    }
}
