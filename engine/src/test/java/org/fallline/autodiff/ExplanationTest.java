package org.fallline.autodiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Map;
import org.fallline.autodiff.Explanation.Backward;
import org.fallline.autodiff.Explanation.Forward;
import org.fallline.autodiff.Explanation.Part;
import org.fallline.problem.Formula;
import org.fallline.problem.Problem;
import org.fallline.problem.ProblemSpec;
import org.fallline.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** What a reader sees who opens a step. */
class ExplanationTest {

    @Test
    void explanation_chapterModel_readsAsWorkedByHand() {
        ProblemSpec spec = new ProblemSpec.Linear(
                Tensor.matrix(new double[][] {{1, 2}}),
                Tensor.matrix(new double[][] {{1}}),
                Tensor.matrix(new double[][] {{0.1}, {0.2}}),
                Tensor.vector(0.3));
        assertEquals("""
                W: [[0.1], [0.2]]
                b: [0.3]
                x: [[1, 2]]
                xW = x @ W = [[1, 2]] @ [[0.1], [0.2]]: [[0.5]]
                v1 = broadcast(b) = broadcast([0.3]): [[0.3]]
                ŷ = xW + v1 = [[0.5]] + [[0.3]]: [[0.8]]
                y: [[1]]
                e = ŷ − y = [[0.8]] − [[1]]: [[-0.2]]
                s = e² = [[-0.2]]²: [[0.04]]
                L = mean(s) = mean([[0.04]]): 0.04
                ∂L/∂L: 1
                ∂L/∂s: [[1]]
                  by L, which changes by 1 = [[1]]: broadcast(∂L/∂L / 1) = broadcast(1 / 1) = [[1]]
                ∂L/∂e: [[-0.4]]
                  by s, which changes by 2 · e = [[-0.4]]: ∂L/∂s · (2 · e) = [[1]] · (2 · [[-0.2]]) = [[-0.4]]
                ∂L/∂ŷ: [[-0.4]]
                  by e, which changes by 1 = [[1]]: ∂L/∂e = [[-0.4]] = [[-0.4]]
                ∂L/∂v1: [[-0.4]]
                  by ŷ, which changes by 1 = [[1]]: ∂L/∂ŷ = [[-0.4]] = [[-0.4]]
                ∂L/∂xW: [[-0.4]]
                  by ŷ, which changes by 1 = [[1]]: ∂L/∂ŷ = [[-0.4]] = [[-0.4]]
                ∂L/∂b: [-0.4]
                  by v1, which changes by 1 = [1]: sumTo(∂L/∂v1) = sumTo([[-0.4]]) = [-0.4]
                ∂L/∂W: [[-0.4], [-0.8]]
                  by xW, which changes by xᵀ = [[1], [2]]: xᵀ @ ∂L/∂xW = [[1, 2]]ᵀ @ [[-0.4]] = [[-0.4], [-0.8]]
                """, text(spec.problem(0), 0.1, 0.2, 0.3));
    }

    @Test
    void explanation_typedFormula_readsAsWorkedByHand() {
        // At x = 2, y = 1/2: sin(xy) = sin 1, cos 1 = 0.540302, and −sin(1)/y² = −3.36588.
        ProblemSpec spec = new ProblemSpec.Function("", "(1−x)² + sin(x y)/y", Map.of());
        assertEquals("""
                x: 2
                y: 0.5
                v1 = 1 − x = 1 − 2: -1
                v2 = v1² = (-1)²: 1
                v3 = x · y = 2 · 0.5: 1
                v4 = sin(v3) = sin(1): 0.841471
                v5 = v4 / y = 0.841471 / 0.5: 1.68294
                f = v2 + v5 = 1 + 1.68294: 2.68294
                ∂f/∂f: 1
                ∂f/∂v5: 1
                  by f, which changes by 1 = 1: ∂f/∂f = 1 = 1
                ∂f/∂v4: 2
                  by v5, which changes by 1 / y = 2: ∂f/∂v5 / y = 1 / 0.5 = 2
                ∂f/∂v3: 1.0806
                  by v4, which changes by cos(v3) = 0.540302: ∂f/∂v4 · cos(v3) = 2 · cos(1) = 1.0806
                ∂f/∂v2: 1
                  by f, which changes by 1 = 1: ∂f/∂f = 1 = 1
                ∂f/∂v1: -2
                  by v2, which changes by 2 · v1 = -2: ∂f/∂v2 · (2 · v1) = 1 · (2 · (-1)) = -2
                ∂f/∂y: -1.20467
                  by v5, which changes by −(v5 / y) = -3.36588: −(∂f/∂v5 · v5 / y) = −(1 · 1.68294 / 0.5) = -3.36588
                  by v3, which changes by x = 2: ∂f/∂v3 · x = 1.0806 · 2 = 2.16121
                ∂f/∂x: 2.5403
                  by v3, which changes by y = 0.5: ∂f/∂v3 · y = 1.0806 · 0.5 = 0.540302
                  by v1, which changes by -1 = -1: −∂f/∂v1 = −(-2) = 2
                """, text(spec.problem(0), 2, 0.5));
    }

    @Test
    void explanation_longestFormula_opensWithoutKeepingAReaderWaiting() {
        String text = "x" + "+xy".repeat((Formula.MAX_LENGTH - 1) / 3);
        Problem problem = new ProblemSpec.Function("", text, Map.of()).problem();
        // It takes half a second; were it quadratic in the number of operations, it would take twenty.
        assertTimeout(Duration.ofSeconds(10), () -> text(problem, 1, 2));
    }

    private static String text(Problem problem, double... params) {
        Explanation explanation = Explanation.of(problem.layout(), problem.loss());
        explanation.run(params);
        StringBuilder out = new StringBuilder();
        for (Forward line : explanation.forward()) {
            out.append(line.name());
            out.append(line.formula().isEmpty() ? "" : " = " + line.formula() + " = " + line.numbers());
            out.append(": ").append(line.value().tensor().text(6)).append('\n');
        }
        String loss =
                explanation.forward().get(explanation.forward().size() - 1).name();
        for (Backward line : explanation.backward()) {
            out.append("∂" + loss + "/∂" + line.name() + ": "
                    + line.value().tensor().text(6) + "\n");
            for (Part part : line.parts()) {
                out.append("  by " + part.user() + ", which changes by " + part.local() + " = "
                        + part.localValue().tensor().text(6) + ": " + part.formula() + " = " + part.numbers() + " = "
                        + part.value().tensor().text(6) + "\n");
            }
        }
        return out.toString();
    }
}
