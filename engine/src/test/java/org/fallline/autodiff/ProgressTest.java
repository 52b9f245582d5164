package org.fallline.autodiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fallline.problem.Problem;
import org.fallline.problem.ProblemSpec;
import org.fallline.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** What a reader sees who steps through a computation. */
class ProgressTest {
    private static final ProblemSpec CHAPTER = new ProblemSpec.Linear(
            Tensor.matrix(new double[][] {{1, 2}}),
            Tensor.matrix(new double[][] {{1}}),
            Tensor.matrix(new double[][] {{0.1}, {0.2}}),
            Tensor.vector(0.3));

    private static Explanation explanation(ProblemSpec spec, double... params) {
        Problem problem = spec.problem(0);
        Explanation explanation = Explanation.of(problem.layout(), problem.loss());
        explanation.run(params);
        return explanation;
    }

    private static Explanation formula(String text, double... params) {
        return explanation(new ProblemSpec.Function("", text, Map.of()), params);
    }

    private static double item(Progress progress, Node node) {
        return Objects.requireNonNull(progress.derivative(node)).item();
    }

    @Test
    void moments_goForwardThenTheLossThenBackward() {
        Explanation explanation = explanation(CHAPTER, 0.1, 0.2, 0.3);
        StringBuilder titles = new StringBuilder();
        for (Moment moment : explanation.moments()) {
            titles.append(new Progress(explanation, moment).title()).append('\n');
        }
        assertEquals("""
                Forward, op 1 of 6: xW = x @ W
                Forward, op 2 of 6: v1 = broadcast(b)
                Forward, op 3 of 6: ŷ = xW + v1
                Forward, op 4 of 6: e = ŷ − y
                Forward, op 5 of 6: s = e²
                Forward, op 6 of 6: L = mean(s)
                The loss: L = 0.04
                Backward, op 6 of 6: L = mean(s)
                Backward, op 5 of 6: s = e²
                Backward, op 4 of 6: e = ŷ − y
                Backward, op 3 of 6: ŷ = xW + v1
                Backward, op 2 of 6: v1 = broadcast(b)
                Backward, op 1 of 6: xW = x @ W
                """, titles.toString());
    }

    @Test
    void rule_ofAMatrixProduct_isTheTransposeTimesTheGradient() {
        Progress progress = new Progress(explanation(CHAPTER, 0.1, 0.2, 0.3), Moment.backward(1));
        assertEquals(
                List.of(new Progress.Rule(
                        "∂L/∂W = xᵀ @ ∂L/∂xW",
                        "[[1, 2]]ᵀ @ [[-0.4]] = [[-0.4], [-0.8]]",
                        "∂xW/∂W = xᵀ = [[1], [2]]",
                        "")),
                progress.rules());
    }

    @Test
    void derivative_ofWhatIsUsedTwice_isSummedUseByUse() {
        // f = x² + 3x at x = 2: the sum's second operand passes on 3, then the square 4.
        Explanation explanation = formula("x^2 + 3 x", 2);
        Node x = explanation.graph().nodes().get(0);
        Progress half = new Progress(explanation, Moment.backward(2));
        assertEquals(3, item(half, x));
        assertTrue(half.isPartial(x));
        assertEquals("∂f/∂x = 3 (1 of 2 uses)", half.rules().get(0).sum());
        Progress whole = new Progress(explanation, Moment.backward(1));
        assertEquals(7, item(whole, x));
        assertEquals("∂f/∂x = 3 + 4 = 7 (2 of 2 uses)", whole.rules().get(0).sum());
        assertEquals("∂f/∂x gets ∂f/∂v1 · (2 · x)", whole.rules().get(0).formula());
    }

    @Test
    void derivatives_allTheWay_agreeWithCentralDifferences() {
        Explanation explanation = formula("sin(x y) / y + exp(-x^2)", 0.7, -1.3);
        for (Node node : explanation.graph().nodes()) {
            if (explanation.derivative(node) != null) {
                assertTrue(
                        explanation.check(node, 8).passed(),
                        explanation.check(node, 8).toString());
            }
        }
        // Computed anew after each node, and not left as the last difference found it.
        explanation.run(new double[] {0.7, -1.3});
        assertTrue(explanation.check(explanation.tape().get(0), 1).passed());
    }

    @Test
    void check_atAKink_tellsThatTheTwoDiffer() {
        // relu at 0: the rule says 0, the central difference 1/2.
        Explanation explanation = formula("max(x, 0) + x^2", 0);
        GradientCheck check = explanation.check(explanation.graph().nodes().get(0), 1);
        assertEquals(0.5, check.worst().numeric(), 1e-5);
    }
}
