package org.fallline.autodiff;

import static org.fallline.autodiff.Gradients.assertGradient;
import static org.fallline.autodiff.Gradients.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.fallline.autodiff.GradientTape.Option;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;
import org.junit.jupiter.api.Test;

/**
 * What a tape records and watches, and what it gives for what it did not.
 *
 * <p>Sources as in {@link GradientTapeTest}; "API" is the reference of tf.GradientTape.
 */
class TapeRecordingTest {
    private final Variable x = new Variable("x", Tensor.scalar(2));
    private final Variable y = new Variable("y", Tensor.scalar(3));

    @Test
    void stopRecording_ofAPart_leavesItUnconnected() {
        // advanced, "Stop recording": x = 2, y = 3; z = x² + y² with y² not recorded; dz/dx = 4, dz/dy = None.
        try (GradientTape tape = new GradientTape()) {
            Node xSquared = Ops.multiply(x.read(), x.read());
            Node ySquared = tape.stopRecording(() -> Ops.multiply(y.read(), y.read()));
            assertTrue(tape.isRecording());
            Map<String, Node> gradients = tape.gradient(Ops.add(xSquared, ySquared), Map.of("x", x, "y", y));
            assertGradient("4", gradients.get("x"));
            assertNull(gradients.get("y"));
        }
    }

    @Test
    void stopRecording_thatThrowsOrNests_resumesAtTheEndOfTheOutermost() {
        try (GradientTape tape = new GradientTape()) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> tape.stopRecording(() -> {
                        tape.stopRecording(() -> 1);
                        assertFalse(tape.isRecording());
                        throw new IllegalArgumentException();
                    }));
            assertTrue(tape.isRecording());
        }
    }

    @Test
    void stopRecording_ofATapeClosedMeanwhile_doesNotResume() {
        GradientTape tape = new GradientTape();
        tape.stopRecording(() -> {
            tape.close();
            return 0;
        });
        assertFalse(tape.isRecording());
    }

    @Test
    void stopRecording_ofOneTape_doesNotStopAnother() {
        try (GradientTape outer = new GradientTape();
                GradientTape inner = new GradientTape()) {
            Node square = inner.stopRecording(() -> Ops.square(x.read()));
            assertNull(inner.gradient(square, x));
            assertGradient("4", outer.gradient(square, x));
        }
    }

    @Test
    void reset_ofATape_forgetsWhatItRecorded() {
        // advanced, "Reset/start recording from scratch": x = 2, y = 3; y² before the reset; dz/dx = 4, dz/dy = None.
        try (GradientTape tape = new GradientTape()) {
            Node ySquared = Ops.multiply(y.read(), y.read());
            tape.reset();
            assertEquals(List.of(), tape.watchedVariables());
            Node z = Ops.add(Ops.multiply(x.read(), x.read()), ySquared);
            Map<String, Node> gradients = tape.gradient(z, Map.of("x", x, "y", y));
            assertGradient("4", gradients.get("x"));
            assertNull(gradients.get("y"));
        }
    }

    @Test
    void reset_ofAClosedTape_isRefused() {
        GradientTape tape = new GradientTape();
        tape.close();
        IllegalStateException e = assertThrows(IllegalStateException.class, tape::reset);
        assertEquals("this tape is closed: open another one instead of resetting it", e.getMessage());
    }

    @Test
    void stopGradient_ofATerm_leavesItUnconnected() {
        // advanced, "Stop gradient flow with precision": x² + stop_gradient(y²) at 2, 3; dz/dx = 4, dz/dy = None.
        try (GradientTape tape = new GradientTape()) {
            Node z = Ops.add(Ops.square(x.read()), Ops.stopGradient(Ops.square(y.read())));
            assertEquals(13, z.value().item());
            Map<String, Node> gradients = tape.gradient(z, Map.of("x", x, "y", y));
            assertGradient("4", gradients.get("x"));
            assertNull(gradients.get("y"));
        }
    }

    @Test
    void watchedVariables_byDefault_areTheTrainableOnesThatWereRead() {
        // intro, "Controlling what the tape watches": of x0, x1 (not trainable), x2 + 1 and x3 only x0 has a gradient,
        // 6,
        // and only "x0" is listed.
        Variable x0 = new Variable("x0", Tensor.scalar(3));
        Variable x1 = new Variable("x1", Tensor.scalar(3), false);
        Node x2 = Ops.add(new Variable("x2", Tensor.scalar(2)).read(), Ops.constant(1));
        Node x3 = Ops.constant(3);
        try (GradientTape tape = new GradientTape()) {
            Node sum = Ops.add(Ops.add(Ops.square(x0.read()), Ops.square(x1.read())), Ops.square(x2));
            assertEquals(List.of(x0), tape.watchedVariables());
            List<Node> gradients = tape.gradient(sum, List.of(x0, x1, x2, x3));
            assertGradient("6", gradients.get(0));
            gradients.subList(1, 4).forEach(gradient -> assertNull(gradient));
        }
    }

    @Test
    void watch_ofAVariableThatIsNotTrainable_watchesIt() {
        Variable fixed = new Variable("fixed", Tensor.scalar(3), false);
        try (GradientTape tape = new GradientTape()) {
            tape.watch(fixed);
            assertGradient("6", tape.gradient(Ops.square(fixed.read()), fixed));
        }
    }

    @Test
    void explicitWatch_ofOneOfTwoVariables_connectsOnlyThatOne() {
        // intro, "Controlling what the tape watches": x0 = 0, x1 = 10, sin x0 + softplus x1; None and σ(10) =
        // 0.9999546.
        Variable x0 = new Variable("x0", Tensor.scalar(0));
        Variable x1 = new Variable("x1", Tensor.scalar(10));
        try (GradientTape tape = new GradientTape(Option.EXPLICIT_WATCH)) {
            tape.watch(x1);
            Node sum = Ops.sum(Ops.add(Ops.sin(x0.read()), Ops.softplus(x1.read())));
            Map<String, Node> gradients = tape.gradient(sum, Map.of("x0", x0, "x1", x1));
            assertNull(gradients.get("x0"));
            Node byX1 = gradients.get("x1");
            assertNotNull(byX1);
            assertEquals(0.9999546, byX1.value().item(), 5e-8);
            assertEquals(List.of(x1), tape.watchedVariables());
        }
    }

    @Test
    void options_ofATape_areReadable() {
        try (GradientTape tape = new GradientTape(Option.PERSISTENT, Option.EXPLICIT_WATCH)) {
            assertTrue(tape.has(Option.PERSISTENT));
            assertTrue(tape.has(Option.EXPLICIT_WATCH));
        }
        try (GradientTape tape = GradientTape.persistent()) {
            assertTrue(tape.has(Option.PERSISTENT));
            assertFalse(tape.has(Option.EXPLICIT_WATCH));
        }
    }

    @Test
    void gradient_unconnectedAsZero_isZerosOfTheSourcesShape() {
        // intro, "Zeros instead of None": x = [2, 2], y = 3, z = y²; dz/dx is [0, 0] with UnconnectedGradients.ZERO.
        Variable vector = new Variable("x", Tensor.vector(2, 2));
        try (GradientTape tape = new GradientTape()) {
            Node z = Ops.square(y.read());
            assertGradient("[0, 0]", tape.gradient(z, vector, UnconnectedGradients.ZERO));
        }
    }

    @Test
    void gradient_ofSeveralTargets_isTheSumOfTheirGradients() {
        // intro, "Gradients of non-scalar targets": x = 2, targets x² and 1/x; 4 − 1/4 = 3.75.
        try (GradientTape tape = GradientTape.persistent()) {
            Node y0 = Ops.square(x.read());
            Node y1 = Ops.divide(Ops.constant(1), x.read());
            assertGradient("4", tape.gradient(y0, x));
            assertGradient("-0.25", tape.gradient(y1, x));
            assertGradient("3.75", tape.gradient(List.of(y0, y1), x));
        }
    }

    @Test
    void gradient_ofTargetsThatDependOnEachOther_countsEach() {
        // d(x² + x⁴)/dx = 2x + 4x³ = 36 at 2, and twice the same target counts twice.
        try (GradientTape tape = GradientTape.persistent()) {
            Node square = Ops.square(x.read());
            Node fourth = Ops.square(square);
            assertGradient("36", tape.gradient(List.of(square, fourth), x));
            assertGradient("36", tape.gradient(List.of(fourth, square), x));
            assertGradient("8", tape.gradient(List.of(square, square), x));
        }
    }

    @Test
    void gradient_withOutputGradients_weighsTheTargets() {
        // API, gradient, "output_gradients": 10 · 2x of the first element and 100 · 2x of the second, and 3 · 1.
        Node source = vector(1, 2);
        try (GradientTape tape = new GradientTape()) {
            tape.watch(source);
            Node squares = Ops.square(source);
            Node sum = Ops.sum(source);
            Nest<Node> gradient = tape.gradient(
                    List.of(squares, sum),
                    Nest.leaf(source),
                    List.of(vector(10, 100), Ops.constant(3)),
                    UnconnectedGradients.NONE);
            assertGradient("[23, 403]", gradient.value());
        }
    }

    @Test
    void gradient_withOutputGradientsThatDoNotFit_saysWhatWasExpected() {
        try (GradientTape tape = GradientTape.persistent()) {
            Node square = Ops.square(x.read());
            assertRefused(
                    "2 cotangents were given for 1 targets", tape, square, List.of(Ops.constant(1), Ops.constant(2)));
            assertRefused("the cotangent has the shape (2) but its target ()", tape, square, List.of(vector(1, 2)));
        }
    }

    private void assertRefused(String message, GradientTape tape, Node target, List<Node> outputGradients) {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> tape.gradient(List.of(target), Nest.leaf(x), outputGradients, UnconnectedGradients.NONE));
        assertEquals(message, e.getMessage());
    }

    @Test
    void gradient_byAListOrMapOfVariables_isListedOrNamedAlike() {
        // intro, "Gradient tapes": w is (3, 2), b zeros, x = [[1, 2, 3]], loss = mean((xw + b)²); each gradient has the
        // shape of its source. With w all ones, xw = [[6, 6]] and ∂loss/∂b = [6, 6].
        Variable w = new Variable("w", Tensor.filled(Shape.of(3, 2), 1));
        Variable b = new Variable("b", Tensor.vector(0, 0));
        Node in = Gradients.matrix(Gradients.row(1, 2, 3));
        try (GradientTape tape = GradientTape.persistent()) {
            Node loss = Ops.mean(Ops.square(Ops.add(Ops.matmul(in, w.read()), b.read())));
            List<Node> listed = tape.gradient(loss, List.of(w, b));
            assertGradient("[[6, 6], [12, 12], [18, 18]]", listed.get(0));
            assertGradient("[6, 6]", listed.get(1));
            Map<String, Node> named = tape.gradient(loss, Map.of("w", w, "b", b));
            assertGradient("[6, 6]", named.get("b"));
        }
    }

    @Test
    void gradient_byANestOfVariablesAndNodes_hasItsStructure() {
        Node in = Ops.constant(5);
        Variable unused = new Variable("unused", Tensor.scalar(1));
        try (GradientTape tape = GradientTape.persistent()) {
            tape.watch(in);
            Node loss = Ops.multiply(Ops.multiply(x.read(), y.read()), in);
            Nest<Source> sources = Nest.items(List.of(
                    Nest.<Source>leaf(in), Nest.items(List.of(Nest.of(List.of(x, y)), Nest.of(Map.of("u", unused))))));
            Nest<Node> gradients = tape.gradient(loss, sources);
            assertGradient("6", gradients.at(0).value());
            assertGradient("15", gradients.at(1).at(0).at(0).value());
            assertGradient("10", gradients.at(1).at(0).at(1).value());
            assertNull(gradients.at(1).at(1).at("u").value());
            assertEquals(4, gradients.leaves().size());
        }
    }

    @Test
    void gradient_ofAPersistentTapeByItsOwnGradient_isTheSecondDerivative() {
        // A persistent tape goes on recording, its own reverse passes too. API: x = 3, y = x², z = y²; dz/dx = 108, and
        // d²z/dx² = 12x² = 108.
        Node at = Ops.constant(3);
        try (GradientTape tape = GradientTape.persistent()) {
            tape.watch(at);
            Node z = Ops.square(Ops.square(at));
            Node first = assertGradient("108", tape.gradient(z, at));
            assertGradient("108", tape.gradient(first, at));
        }
    }

    @Test
    void gradient_throughWhatOnlyAnotherTapeRecorded_isNull() {
        Node at = Ops.constant(3);
        try (GradientTape outer = GradientTape.persistent()) {
            outer.watch(at);
            Node square = Ops.square(at);
            try (GradientTape inner = GradientTape.persistent()) {
                inner.watch(at);
                inner.watch(square);
                Node fourth = Ops.square(square);
                assertGradient("18", inner.gradient(fourth, square));
                assertNull(inner.gradient(fourth, at));
                assertGradient("108", outer.gradient(fourth, at));
            }
        }
    }

    @Test
    void gradient_ofAClosedTape_isOfWhatItRecordedBefore() {
        GradientTape tape = new GradientTape();
        Node square = Ops.square(x.read());
        tape.close();
        assertGradient("4", tape.gradient(square, x));
        IllegalStateException e = assertThrows(IllegalStateException.class, () -> tape.jacobian(square, x));
        assertTrue(String.valueOf(e.getMessage()).contains("GradientTape.persistent()"), e.getMessage());
    }

    @Test
    void gradient_ofASymbolicTarget_isSymbolic() {
        Node input = Ops.input("a", Shape.SCALAR);
        try (GradientTape tape = new GradientTape()) {
            Node gradient = tape.gradient(Ops.multiply(Ops.square(input), x.read()), x);
            assertNotNull(gradient);
            Program program = Program.of(List.of(input), List.of(gradient));
            program.run(new double[] {5});
            assertEquals(25, program.value(gradient).item());
        }
    }
}
