package org.fallline.autodiff;

import static org.fallline.autodiff.Gradients.assertGradient;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fallline.tensor.Tensor;
import org.junit.jupiter.api.Test;

/**
 * The tape does what TensorFlow's does.
 *
 * <p>Sources: TensorFlow guides <i>Introduction to gradients and automatic differentiation</i> (tensorflow.org/guide/autodiff,
 * "intro" below) and <i>Advanced automatic differentiation</i> (tensorflow.org/guide/advanced_autodiff, "advanced" below).
 */
class GradientTapeTest {

    @Test
    void gradient_squareOfAVariable_isTwiceTheVariable() {
        // intro, "Gradient tapes": x = 3, y = x² gives 6.
        Variable x = new Variable("x", Tensor.scalar(3));
        try (GradientTape tape = new GradientTape()) {
            Node y = Ops.square(x.read());
            assertGradient("6", tape.gradient(y, x));
        }
    }

    @Test
    void gradient_watchedTensor_isGiven() {
        // intro, "Controlling what the tape watches": x = constant(3), tape.watch(x), y = x² gives 6.
        Node x = Ops.constant(3);
        try (GradientTape tape = new GradientTape()) {
            tape.watch(x);
            assertGradient("6", tape.gradient(Ops.square(x), x));
        }
    }

    @Test
    void gradient_onlyVariablesAreWatched_isNullForTheRest() {
        // intro, "Controlling what the tape watches": gradients of x0² + x1² + x2² are 6, None, None, None.
        Variable x0 = new Variable("x0", Tensor.scalar(3));
        Node x1 = Ops.constant(3);
        Node x2 = Ops.add(new Variable("x2", Tensor.scalar(2)).read(), Ops.constant(1));
        Node x3 = Ops.constant(3);
        try (GradientTape tape = GradientTape.persistent()) {
            Node y = Ops.add(Ops.add(Ops.square(x0.read()), Ops.square(x1)), Ops.square(x2));
            assertGradient("6", tape.gradient(y, x0));
            assertNull(tape.gradient(y, x1));
            assertNull(tape.gradient(y, x2));
            assertNull(tape.gradient(y, x3));
        }
    }

    @Test
    void gradient_factorThatIsNotWatched_isNull() {
        // intro, the same rule where the product itself is recorded for the sake of its other factor.
        Variable x = new Variable("x", Tensor.scalar(3));
        Node weight = Ops.constant(2);
        try (GradientTape tape = GradientTape.persistent()) {
            Node y = Ops.multiply(x.read(), weight);
            assertGradient("2", tape.gradient(y, x));
            assertNull(tape.gradient(y, weight));
        }
    }

    @Test
    void gradient_ofAnIntermediateResult_isGiven() {
        // intro, "Intermediate results": x = 3, y = x², z = y²; dz/dy = 2y = 18.
        Node x = Ops.constant(3);
        try (GradientTape tape = new GradientTape()) {
            tape.watch(x);
            Node y = Ops.square(x);
            assertGradient("18", tape.gradient(Ops.square(y), y));
        }
    }

    @Test
    void gradient_persistentTape_isGivenAgainAndAgain() {
        // intro, "Intermediate results": x = [1, 3], y = x², z = y²; dz/dx = 4x³ = [4, 108], dy/dx = [2, 6].
        Node x = Ops.constant(Tensor.vector(1, 3));
        try (GradientTape tape = GradientTape.persistent()) {
            tape.watch(x);
            Node y = Ops.square(x);
            Node z = Ops.square(y);
            assertGradient("[4, 108]", tape.gradient(z, x));
            assertGradient("[2, 6]", tape.gradient(y, x));
        }
    }

    @Test
    void gradient_tapeThatIsNotPersistentUsedTwice_saysHowToOpenOneThatIs() {
        // intro: "a non-persistent GradientTape can only be used to compute one set of gradients".
        Variable x = new Variable("x", Tensor.scalar(3));
        try (GradientTape tape = new GradientTape()) {
            Node y = Ops.square(x.read());
            tape.gradient(y, x);
            IllegalStateException e = assertThrows(IllegalStateException.class, () -> tape.gradient(y, x));
            assertTrue(String.valueOf(e.getMessage()).contains("GradientTape.persistent()"), e.getMessage());
        }
    }

    @Test
    void gradient_ofATensor_isThatOfTheSumOfItsElements() {
        // intro, "Gradients of non-scalar targets": x = 2, gradient of [x², 1/x] is 4 − 1/4 = 3.75.
        Variable x = new Variable("x", Tensor.scalar(2));
        try (GradientTape tape = GradientTape.persistent()) {
            Node y0 = Ops.square(x.read());
            Node y1 = Ops.divide(Ops.constant(1), x.read());
            assertGradient("3.75", tape.gradient(Ops.add(y0, y1), x));
        }
        // intro, same section: y = x · [3, 4] gives 7.
        try (GradientTape tape = new GradientTape()) {
            Node y = Ops.multiply(x.read(), Ops.constant(Tensor.vector(3, 4)));
            assertGradient("7", tape.gradient(y, x));
        }
    }

    @Test
    void gradient_controlFlow_followsTheBranchThatWasTaken() {
        // intro, "Control flow": x = 1; the result is v0 where x > 0 and v1² else: 1 and None.
        Node x = Ops.constant(1);
        Variable v0 = new Variable("v0", Tensor.scalar(2));
        Variable v1 = new Variable("v1", Tensor.scalar(2));
        try (GradientTape tape = GradientTape.persistent()) {
            tape.watch(x);
            Node result = x.value().item() > 0 ? v0.read() : Ops.square(v1.read());
            assertGradient("1", tape.gradient(result, v0));
            assertNull(tape.gradient(result, v1));
            assertNull(tape.gradient(result, x));
        }
    }

    @Test
    void gradient_unconnectedTarget_isNull() {
        // intro, "Cases where gradient returns None": x = 2, y = 3, z = y·y; dz/dx is None.
        Variable x = new Variable("x", Tensor.scalar(2));
        Variable y = new Variable("y", Tensor.scalar(3));
        try (GradientTape tape = new GradientTape()) {
            Node z = Ops.multiply(y.read(), y.read());
            assertNull(tape.gradient(z, x));
        }
    }

    @Test
    void gradient_variableReplacedByItsValue_isNull() {
        // intro, "Replaced a variable with a tensor": x = x + 1 outside of the tape is no variable any more.
        Variable x = new Variable("x", Tensor.scalar(2));
        Node replaced = Ops.add(x.read(), Ops.constant(1));
        try (GradientTape tape = new GradientTape()) {
            Node y = Ops.add(replaced, Ops.constant(1));
            assertNull(tape.gradient(y, replaced));
        }
    }

    @Test
    void gradient_calculationOutsideOfTheOps_isNull() {
        // intro, "Did calculations outside of TensorFlow": mean over a NumPy array breaks the connection.
        Variable x = new Variable("x", Tensor.vector(1, 2));
        try (GradientTape tape = new GradientTape()) {
            Node squared = Ops.square(x.read());
            Node y = Ops.mean(Ops.constant(squared.value()));
            assertNull(tape.gradient(y, x));
        }
    }

    @Test
    void gradient_throughAVariablesState_isNull() {
        // intro, "Took gradients through a stateful object": x1 ← x1 + x0, y = x1²; dy/dx0 is None, and y is 9.
        Variable x0 = new Variable("x0", Tensor.scalar(3));
        Variable x1 = new Variable("x1", Tensor.scalar(0));
        try (GradientTape tape = GradientTape.persistent()) {
            x1.assign(Ops.add(x1.read(), x0.read()).value());
            Node y = Ops.square(x1.read());
            assertEquals(9, y.value().item());
            assertNull(tape.gradient(y, x0));
            assertGradient("6", tape.gradient(y, x1));
        }
    }

    @Test
    void gradient_variableReadBeforeAndAfterItsAssignment_countsBothReads() {
        // As TensorFlow: a variable is watched, not the value it has at one moment. d(x² + 10x)/dx at 3 and at 5.
        Variable x = new Variable("x", Tensor.scalar(3));
        try (GradientTape tape = GradientTape.persistent()) {
            Node before = Ops.square(x.read());
            x.assign(Tensor.scalar(5));
            Node after = Ops.multiply(Ops.constant(10), x.read());
            assertGradient("6", tape.gradient(before, x));
            assertGradient("10", tape.gradient(after, x));
            assertGradient("16", tape.gradient(Ops.add(before, after), x));
            assertGradient(
                    "16", tape.gradient(Ops.add(before, after), List.of(x)).get(0));
        }
    }

    @Test
    void gradient_assignedAfterwards_isThatOfTheValueThatWasRead() {
        Variable x = new Variable("x", Tensor.scalar(3));
        try (GradientTape tape = new GradientTape()) {
            Node y = Ops.square(x.read());
            x.assign(Tensor.scalar(100));
            assertGradient("6", tape.gradient(y, x));
        }
    }

    @Test
    void gradient_ofAGradient_isTheSecondDerivative() {
        // advanced, "Higher-order gradients": x = 1, y = x³; dy/dx = 3, d²y/dx² = 6.
        Variable x = new Variable("x", Tensor.scalar(1));
        try (GradientTape outer = new GradientTape()) {
            Node first;
            try (GradientTape inner = new GradientTape()) {
                Node y = Ops.multiply(Ops.multiply(x.read(), x.read()), x.read());
                first = assertGradient("3", inner.gradient(y, x));
            }
            assertGradient("6", outer.gradient(first, x));
        }
    }

    @Test
    void gradient_inputGradientRegularization_isDifferentiatedAgain() {
        // advanced, "Example: Input gradient regularization": g = ∂(Σ xw)/∂x = w, |g| = 5 for w = (3, 4), ∂|g|/∂w =
        // w/|w|.
        Node x = Ops.constant(Tensor.matrix(new double[][] {{1, 2}}));
        Variable w = new Variable("w", Tensor.matrix(new double[][] {{3}, {4}}));
        try (GradientTape outer = new GradientTape()) {
            Node byInput;
            try (GradientTape inner = new GradientTape()) {
                inner.watch(x);
                byInput = assertGradient("[[3, 4]]", inner.gradient(Ops.matmul(x, w.read()), x));
            }
            Node magnitude = Ops.sqrt(Ops.sum(Ops.square(byInput)));
            assertEquals(5, magnitude.value().item());
            assertGradient("[[0.6], [0.8]]", outer.gradient(magnitude, w));
        }
    }

    @Test
    void gradient_severalTapes_eachWatchesItsOwn() {
        // advanced, "Multiple tapes": x0 = 0, x1 = 0; sin(x0) + sigmoid(x1); cos 0 = 1 and σ(0)(1 − σ(0)) = 0.25.
        Node x0 = Ops.constant(0);
        Node x1 = Ops.constant(0);
        try (GradientTape tape0 = new GradientTape();
                GradientTape tape1 = new GradientTape()) {
            tape0.watch(x0);
            tape1.watch(x1);
            Node sum = Ops.add(Ops.sin(x0), Ops.sigmoid(x1));
            assertGradient("1", tape0.gradient(sum, x0));
            assertGradient("0.25", tape1.gradient(sum, x1));
        }
    }

    @Test
    void gradient_ofASumOfItsGradient_countsThePowersOnce() {
        // advanced, "Jacobians": x = 2, x³ and its square; the sum of the first's gradient 3x² = 12, and 6x⁵ = 192.
        Node x = Ops.constant(2);
        try (GradientTape tape = GradientTape.persistent()) {
            tape.watch(x);
            Node cube = Ops.multiply(Ops.square(x), x);
            assertGradient("12", tape.gradient(cube, x));
            assertGradient("192", tape.gradient(Ops.square(cube), x));
        }
    }

    @Test
    void gradient_nestedByDifferentVariables_doesNotConfuseThem() {
        // d/dx (x · d/dy (x + y)) at x = 1, y = 1 is 1, not 2. Source: Siskind & Pearlmutter, "Perturbation Confusion
        // and
        // Referential Transparency", IFL 2005.
        Node x = Ops.constant(1);
        Node y = Ops.constant(1);
        try (GradientTape outer = new GradientTape()) {
            outer.watch(x);
            Node inner;
            try (GradientTape tape = new GradientTape()) {
                tape.watch(y);
                inner = assertGradient("1", tape.gradient(Ops.add(x, y), y));
            }
            assertGradient("1", outer.gradient(Ops.multiply(x, inner), x));
        }
    }

    @Test
    void record_nothingWatched_keepsNothing() {
        Node x = Ops.constant(2);
        try (GradientTape tape = new GradientTape()) {
            Node y = Ops.square(x);
            assertEquals(List.of(), tape.log());
            assertEquals(List.of(), y.inputs());
        }
    }

    @Test
    void close_ofATape_stopsItsRecording() {
        Variable x = new Variable("x", Tensor.scalar(2));
        GradientTape tape = GradientTape.persistent();
        Node before = Ops.square(x.read());
        tape.close();
        Node after = Ops.square(x.read());
        assertGradient("4", tape.gradient(before, x));
        assertNull(tape.gradient(after, x));
        assertEquals(List.of(before), tape.log());
    }

    @Test
    void training_manySteps_forgetsTheStepsBehindIt() {
        // Each step's value must not hold on to the step before: no node that outlives its tape has operands.
        Variable w = new Variable("w", Tensor.scalar(1));
        Node carried = Ops.constant(0);
        for (int step = 0; step < 10_000; step++) {
            try (GradientTape tape = new GradientTape()) {
                Node loss = Ops.square(w.read());
                Node gradient = tape.gradient(loss, w);
                assertNotNull(gradient);
                w.assignSub(Ops.multiply(Ops.constant(0.01), gradient).value());
            }
            carried = Ops.add(carried, w.read());
            assertEquals(List.of(), carried.inputs());
            assertEquals(List.of(), w.read().inputs());
        }
        assertEquals(0, w.value().item(), 1e-80);
    }

    @Test
    void assign_anotherShape_isRefusedWithBoth() {
        Variable w = new Variable("w", Tensor.vector(1, 2));
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> w.assign(Tensor.scalar(1)));
        assertEquals("the variable w has the shape (2), not ()", e.getMessage());
    }
}
