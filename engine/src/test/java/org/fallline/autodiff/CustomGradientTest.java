package org.fallline.autodiff;

import static org.fallline.autodiff.Gradients.assertGradient;
import static org.fallline.autodiff.Gradients.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Rules of one's own. Sources: "advanced" as in {@link GradientTapeTest}; "API" is the reference of tf.custom_gradient. */
class CustomGradientTest {
    private static final Node ONE = Ops.constant(1);

    /** {@code log(1 + eˣ)} with the derivative {@code 1 − 1/(1 + eˣ)}, which does not overflow. */
    private static Node log1pexp(Node x) {
        Node onePlusE = Ops.add(ONE, Ops.exp(x));
        return Autodiff.customGradient(
                Ops.log(onePlusE), x, yBar -> Ops.multiply(yBar, Ops.subtract(ONE, Ops.divide(ONE, onePlusE))));
    }

    /** {@code y} itself, whose derivative is shortened to a norm of at most one half. */
    private static Node clipGradients(Node y) {
        return Autodiff.customGradient(y, y, yBar -> {
            double norm = Math.sqrt(Ops.sum(Ops.square(yBar)).value().item());
            return norm > 0.5 ? Ops.multiply(Ops.constant(0.5 / norm), yBar) : yBar;
        });
    }

    @Test
    void gradient_ofAnIntermediateValueClipped_isClipped() {
        // advanced, "Custom gradients": v = 2, clip_by_norm(dy, 0.5) on v²: 4 is clipped to 2.
        Variable v = new Variable("v", Tensor.scalar(2));
        try (GradientTape tape = new GradientTape()) {
            Node output = clipGradients(Ops.multiply(v.read(), v.read()));
            assertEquals(4, output.value().item());
            assertGradient("2", tape.gradient(output, v));
        }
    }

    @Test
    void gradient_ofLog1pexpWhereEPowXOverflows_isOne() {
        // API: the gradient of log(1 + eˣ) at 100 is 1; by the ops' own rules it is NaN in single precision, at 1000 in
        // double.
        Node hundred = Ops.constant(100);
        assertGradient("1", Autodiff.grad(CustomGradientTest::log1pexp, hundred));
        Node thousand = Ops.constant(1000);
        assertGradient("1", Autodiff.grad(CustomGradientTest::log1pexp, thousand));
        assertTrue(Double.isNaN(Autodiff.grad(x -> Ops.log(Ops.add(ONE, Ops.exp(x))), thousand)
                .value()
                .item()));
    }

    @Test
    void gradient_ofGradientsThroughTheRule_areThoseOfTheRule() {
        // σ = 1/(1 + e⁻ˣ) is the derivative; then σ(1 − σ) = 1/4 and σ(1 − σ)(1 − 2σ) = 0 at 0.
        Node zero = Ops.constant(0);
        assertGradient("0.5", Autodiff.grad(CustomGradientTest::log1pexp, zero));
        assertGradient("0.25", Autodiff.grad(x -> Autodiff.grad(CustomGradientTest::log1pexp, x), zero));
        assertGradient("0.25", Autodiff.hessian(CustomGradientTest::log1pexp, zero));
        assertGradient(
                "0.5", Autodiff.jvp(CustomGradientTest::log1pexp, zero, ONE).derivative());
        assertGradient("0", Autodiff.grad(x -> Autodiff.hessian(CustomGradientTest::log1pexp, x), zero));
    }

    @Test
    void gradient_ofTheRuleInAProgram_agreesWithTheTapeInBits() {
        Node x = Ops.input("x", Shape.SCALAR);
        Node first = Autodiff.grad(CustomGradientTest::log1pexp, x);
        Node second = Autodiff.grad(y -> Autodiff.grad(CustomGradientTest::log1pexp, y), x);
        List<Node> simple = Simplify.simplify(List.of(first, second));
        Program program = Program.of(List.of(x), simple);
        program.run(new double[] {0.3});
        Node at = Ops.constant(0.3);
        assertEquals(Autodiff.grad(CustomGradientTest::log1pexp, at).value(), program.value(simple.get(0)));
        assertEquals(
                Autodiff.grad(y -> Autodiff.grad(CustomGradientTest::log1pexp, y), at)
                        .value(),
                program.value(simple.get(1)));
    }

    @Test
    void gradient_ofWhatTheValueAlsoUsed_isNull() {
        // The rule speaks of x only: what else the value came from gets no derivative.
        Variable x = new Variable("x", Tensor.scalar(2));
        Variable hidden = new Variable("hidden", Tensor.scalar(3));
        try (GradientTape tape = GradientTape.persistent()) {
            Node value = Autodiff.customGradient(Ops.multiply(x.read(), hidden.read()), x.read(), yBar -> yBar);
            assertEquals(6, value.value().item());
            assertGradient("1", tape.gradient(value, x));
            assertNull(tape.gradient(value, hidden));
        }
    }

    @Test
    void gradient_ofSeveralInputs_isTheRulesForEach() {
        // Rounding, a step, that passes its derivative on: "straight through". And a second input with −ȳ.
        List<Node> gradient = Autodiff.grad(
                x -> Ops.sum(Autodiff.customGradient(
                        Ops.step(x.get(0)), x, yBar -> List.of(yBar, Ops.negate(Ops.sum(yBar))))),
                List.of(vector(0.4, -0.6), Ops.constant(1)));
        assertGradient("[1, 1]", gradient.get(0));
        assertGradient("-2", gradient.get(1));
    }

    @Test
    void rule_thatDoesNotFit_isRefusedWithWhatWasExpected() {
        assertRefused("customGradient: the rule gives 0 cotangents for 1 inputs", List.of());
        assertRefused("customGradient: the rule gives 2 cotangents for 1 inputs", List.of(ONE, ONE));
        assertRefused(
                "customGradient: the rule's cotangent has the shape () but its input, number 1, (2)", List.of(ONE));
    }

    private static void assertRefused(String message, List<Node> cotangents) {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> Autodiff.grad(
                        x -> Autodiff.customGradient(Ops.sum(x.get(0)), x, yBar -> cotangents), List.of(vector(1, 2))));
        assertEquals(message, e.getMessage());
    }
}
