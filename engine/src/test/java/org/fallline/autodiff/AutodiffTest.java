package org.fallline.autodiff;

import static org.fallline.autodiff.Gradients.assertGradient;
import static org.fallline.autodiff.Gradients.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.fallline.autodiff.Autodiff.Valued;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;
import org.junit.jupiter.api.Test;

class AutodiffTest {

    /** {@code ln x₁ + x₁x₂ − sin x₂}. */
    private static Node survey(List<Node> x) {
        return Ops.subtract(Ops.add(Ops.log(x.get(0)), Ops.multiply(x.get(0), x.get(1))), Ops.sin(x.get(1)));
    }

    private final List<Node> surveyed = List.of(Ops.constant(2), Ops.constant(5));

    @Test
    void valueAndGrad_ofTheSurveysExample_isItsTable() {
        // A. G. Baydin et al., "Automatic Differentiation in Machine Learning: a Survey", 2018, table 3: at (2, 5)
        // the value is 11.652 and the gradient (5.5, 1.716).
        Valued<List<Node>> result = Autodiff.valueAndGrad(AutodiffTest::survey, surveyed);
        assertEquals(11.652, result.value().value().item(), 5e-4);
        assertGradient("5.5", result.derivative().get(0));
        assertEquals(1.716, result.derivative().get(1).value().item(), 5e-4);
    }

    @Test
    void jvp_ofTheSurveysExample_isItsTable() {
        // The same, table 2: the tangent (1, 0) gives 5.5.
        Valued<Node> result = Autodiff.jvp(AutodiffTest::survey, surveyed, List.of(Ops.constant(1), Ops.constant(0)));
        assertEquals(11.652, result.value().value().item(), 5e-4);
        assertGradient("5.5", result.derivative());
    }

    @Test
    void grad_ofGrads_isTheHigherDerivative() {
        // advanced, "Higher-order gradients": x³ at 1 has the derivatives 3, 6 and 6.
        Node one = Ops.constant(1);
        assertGradient("3", Autodiff.grad(AutodiffTest::cube, one));
        assertGradient("6", Autodiff.grad(x -> Autodiff.grad(AutodiffTest::cube, x), one));
        assertGradient("6", Autodiff.grad(x -> Autodiff.grad(y -> Autodiff.grad(AutodiffTest::cube, y), x), one));
    }

    private static Node cube(Node x) {
        return Ops.multiply(Ops.multiply(x, x), x);
    }

    @Test
    void grad_nestedByDifferentArguments_hasNoPerturbationConfusion() {
        // d/dx (x · d/dy (x + y)) at x = 1, y = 1 is 1, not 2. Source: J. M. Siskind, B. A. Pearlmutter, "Perturbation
        // Confusion and Referential Transparency", IFL 2005.
        Node one = Ops.constant(1);
        assertGradient("1", Autodiff.grad(x -> Ops.multiply(x, Autodiff.grad(y -> Ops.add(x, y), one)), one));
    }

    @Test
    void grad_atANodeThatTheFunctionAlsoUses_hasNoPerturbationConfusion() {
        // d/dx (d/dy (x · y) at y = x) = dx/dx = 1, and d/dy (x · y) at y = x is x, not 2x.
        Node three = Ops.constant(3);
        assertGradient("3", Autodiff.grad(y -> Ops.multiply(three, y), three));
        assertGradient("1", Autodiff.grad(x -> Autodiff.grad(y -> Ops.multiply(x, y), x), three));
        assertGradient(
                "1",
                Autodiff.jvp(
                                x -> Autodiff.jvp(y -> Ops.multiply(x, y), x, Ops.constant(1))
                                        .derivative(),
                                three,
                                Ops.constant(1))
                        .derivative());
    }

    @Test
    void grad_bySymbolicArgumentThatTheFunctionAlsoUses_hasNoPerturbationConfusion() {
        Node x = Ops.input("x", Shape.SCALAR);
        Node first = Autodiff.grad(y -> Ops.multiply(x, y), x);
        Node second = Autodiff.grad(a -> Autodiff.grad(y -> Ops.multiply(a, y), a), x);
        Program program = Program.of(List.of(x), List.of(first, second));
        program.run(new double[] {3});
        assertEquals(3, program.value(first).item());
        assertEquals(1, program.value(second).item());
    }

    @Test
    void grad_sameNodeAsTwoArguments_keepsThemApart() {
        Node two = Ops.constant(2);
        List<Node> gradient = Autodiff.grad(x -> Ops.multiply(Ops.square(x.get(0)), x.get(1)), List.of(two, two));
        assertGradient("8", gradient.get(0));
        assertGradient("4", gradient.get(1));
    }

    @Test
    void grad_ofAVariableThatTheFunctionReads_isTakenByAnOuterTapeOnly() {
        Variable w = new Variable("w", Tensor.scalar(5));
        try (GradientTape tape = new GradientTape()) {
            Node gradient =
                    assertGradient("20", Autodiff.grad(x -> Ops.multiply(Ops.square(x), w.read()), Ops.constant(2)));
            assertGradient("4", tape.gradient(gradient, w));
        }
    }

    @Test
    void grad_controlFlow_followsTheBranchThatWasTaken() {
        assertGradient("1", Autodiff.grad(x -> x.value().item() > 0 ? x : Ops.square(x), Ops.constant(3)));
        assertGradient("-6", Autodiff.grad(x -> x.value().item() > 0 ? x : Ops.square(x), Ops.constant(-3)));
    }

    @Test
    void grad_ofWhatDoesNotDependOnTheArgument_isZeros() {
        Node at = vector(1, 2);
        assertGradient("[0, 0]", Autodiff.grad(x -> Ops.constant(7), at));
        assertGradient("0", Autodiff.jvp(x -> Ops.constant(7), at, vector(1, 1)).derivative());
        assertGradient("[0, 0]", Autodiff.hvp(Ops::sum, at, vector(1, 1)));
        assertGradient("[[0, 0], [0, 0]]", Autodiff.hessian(Ops::sum, at));
    }

    @Test
    void grad_ofAVector_isRefusedWithItsShape() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> Autodiff.grad(Ops::square, vector(1, 2)));
        assertEquals(
                "a gradient is that of a scalar, but the function's value has the shape (2): take its vjp or jacobian",
                e.getMessage());
    }

    @Test
    void products_withWhatDoesNotFit_sayWhatWasExpected() {
        Node at = vector(1, 2);
        assertRefused(
                "the tangent has the shape (3) but its argument (2)",
                () -> Autodiff.jvp(Ops::square, at, vector(1, 2, 3)));
        assertRefused(
                "the vector has the shape () but its argument (2)", () -> Autodiff.hvp(Ops::sum, at, Ops.constant(1)));
        assertRefused(
                "2 tangents were given for 1 arguments",
                () -> Autodiff.jvp(x -> x.get(0), List.of(at), List.of(at, at)));
        assertRefused(
                "the cotangent has the shape (3) but its target (2)",
                () -> Autodiff.vjp(Ops::square, at, vector(1, 2, 3)));
    }

    private static void assertRefused(String message, Runnable call) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, call::run);
        assertEquals(message, e.getMessage());
    }

    @Test
    void hessian_ofRosenbrock_isThatOfThePaperByHand() {
        // f = (1 − x)² + 100 (y − x²)²: ∂²f/∂x² = 2 − 400 (y − 3x²), ∂²f/∂x∂y = −400x, ∂²f/∂y² = 200; at the minimum
        // (1, 1) that is [[802, −400], [−400, 200]].
        List<List<Node>> hessian =
                Autodiff.hessian(AutodiffTest::rosenbrock, List.of(Ops.constant(1), Ops.constant(1)));
        assertGradient("802", hessian.get(0).get(0));
        assertGradient("-400", hessian.get(0).get(1));
        assertGradient("-400", hessian.get(1).get(0));
        assertGradient("200", hessian.get(1).get(1));
        List<Node> product = Autodiff.hvp(
                AutodiffTest::rosenbrock,
                List.of(Ops.constant(1), Ops.constant(1)),
                List.of(Ops.constant(1), Ops.constant(2)));
        assertGradient("2", product.get(0));
        assertGradient("0", product.get(1));
    }

    private static Node rosenbrock(List<Node> at) {
        Node valley = Ops.subtract(at.get(1), Ops.square(at.get(0)));
        return Ops.add(
                Ops.square(Ops.subtract(Ops.constant(1), at.get(0))),
                Ops.multiply(Ops.constant(100), Ops.square(valley)));
    }

    @Test
    void derivatives_ofASymbolicArgument_runInAProgram() {
        Node x = Ops.input("x", Shape.of(2));
        Node v = Ops.input("v", Shape.of(2));
        Node gradient = Autodiff.grad(AutodiffTest::sumOfCubes, x);
        Node product = Autodiff.hvp(AutodiffTest::sumOfCubes, x, v);
        Node tangent = Autodiff.jvp(Ops::square, x, v).derivative();
        Node hessian = Autodiff.hessian(AutodiffTest::sumOfCubes, x);
        Program program = Program.of(List.of(x, v), List.of(gradient, product, tangent, hessian));
        program.run(new double[] {1, 2, 10, 100});
        assertEquals("[3, 12]", program.value(gradient).toString());
        assertEquals("[60, 1200]", program.value(product).toString());
        assertEquals("[20, 400]", program.value(tangent).toString());
        assertEquals("[[6, 0], [0, 12]]", program.value(hessian).toString());
    }

    private static Node sumOfCubes(Node x) {
        return Ops.sum(Ops.multiply(Ops.square(x), x));
    }

    @Test
    void jvp_inAProgram_leavesOutWhatOnlyItsFirstPassNeeded() {
        Node x = Ops.input("x", Shape.of(3));
        Node v = Ops.input("v", Shape.of(3));
        Node tangent = Autodiff.jvp(Ops::sin, x, v).derivative();
        assertEquals("""
                x (3) = x
                v (3) = v
                v1 (3) = identity(x)
                v2 (3) = cos(v1)
                v3 (3) = multiply(v, v2)
                """, Graph.of(List.of(x, v), List.of(tangent)).toString());
    }
}
