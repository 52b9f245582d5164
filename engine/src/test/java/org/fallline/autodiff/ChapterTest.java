package org.fallline.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import java.util.Map;
import org.fallline.autodiff.Explanation.Backward;
import org.fallline.autodiff.Explanation.Part;
import org.fallline.optim.Sgd;
import org.fallline.problem.Problem;
import org.fallline.problem.ProblemSpec;
import org.fallline.tensor.Tensor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The chapter's tiny model, worked by hand: x = [[1, 2]], y = [[1]], W = [[0.1], [0.2]], b = [0.3]. */
class ChapterTest {
    private static final double EXACT = 1e-15;
    private static final Tensor X = Tensor.matrix(new double[][] {{1, 2}});
    private static final Tensor Y = Tensor.matrix(new double[][] {{1}});
    private static final Tensor W = Tensor.matrix(new double[][] {{0.1}, {0.2}});
    private static final Tensor B = Tensor.vector(0.3);

    private final Problem problem = new ProblemSpec.Linear(X, Y, W, B).problem();

    @Test
    void tape_chapterModel_givesTheNumbersWorkedByHand() {
        Variable w = new Variable("W", W);
        Variable b = new Variable("b", B);
        try (GradientTape tape = GradientTape.persistent()) {
            Node prediction = Ops.add(Ops.matmul(Ops.constant(X), w.read()), b.read());
            Node loss = Ops.meanSquaredError(prediction, Ops.constant(Y));
            assertEquals(0.8, prediction.value().item(), EXACT);
            assertEquals(0.04, loss.value().item(), EXACT);
            assertArrayEquals(new double[] {-0.4}, values(tape.gradient(loss, prediction)), EXACT);
            assertArrayEquals(new double[] {-0.4, -0.8}, values(tape.gradient(loss, w)), EXACT);
            assertArrayEquals(new double[] {-0.4}, values(tape.gradient(loss, b)), EXACT);
        }
    }

    @Test
    void program_chapterModel_agreesWithTheTapeInBits() {
        ValueAndGradient function = problem.valueAndGradient();
        double[] gradient = new double[3];
        double loss = function.valueAndGradient(new double[] {0.1, 0.2, 0.3}, gradient);
        Variable w = new Variable("W", W);
        Variable b = new Variable("b", B);
        try (GradientTape tape = new GradientTape()) {
            Node prediction = Ops.add(Ops.matmul(Ops.constant(X), w.read()), b.read());
            Node taped = Ops.meanSquaredError(prediction, Ops.constant(Y));
            assertEquals(taped.value().item(), loss, 0);
            List<Node> gradients = tape.gradient(taped, List.of(w, b));
            assertArrayEquals(values(gradients.get(0)), new double[] {gradient[0], gradient[1]}, 0);
            assertArrayEquals(values(gradients.get(1)), new double[] {gradient[2]}, 0);
        }
    }

    @Test
    void sgdStep_chapterModel_movesDownhillToTheNumbersWorkedByHand() {
        ValueAndGradient function = problem.valueAndGradient();
        double[] params = {0.1, 0.2, 0.3};
        double[] gradient = new double[3];
        function.valueAndGradient(params, gradient);
        new Sgd(0.01, 0, false).step(1, 0.01, params, gradient, new double[0], problem.objective());
        assertArrayEquals(new double[] {0.104, 0.208, 0.304}, params, EXACT);
        assertEquals(0.030976, function.value(params), EXACT);
    }

    @Test
    void explanation_chapterModel_readsAsTheChapterDoes() {
        Explanation explanation = Explanation.of(problem.layout(), problem.loss());
        explanation.run(new double[] {0.1, 0.2, 0.3});
        Map<String, Explanation.Forward> forward = explanation.forward().stream()
                .collect(java.util.stream.Collectors.toMap(Explanation.Forward::name, line -> line));
        assertEquals("x @ W", line(forward, "xW").formula());
        assertEquals("[[1, 2]] @ [[0.1], [0.2]]", line(forward, "xW").numbers());
        assertEquals("ŷ − y", line(forward, "e").formula());
        assertEquals("[[0.8]]", line(forward, "ŷ").value().tensor().text(6));
        Backward byW = backward(explanation, "W");
        Part part = byW.parts().get(0);
        assertEquals("xᵀ @ ∂L/∂xW", part.formula());
        assertEquals("[[1, 2]]ᵀ @ [[-0.4]]", part.numbers());
        assertEquals("xᵀ", part.local());
        assertEquals("[[-0.4], [-0.8]]", byW.value().tensor().text(6));
        Part square = backward(explanation, "e").parts().get(0);
        assertEquals(
                "∂L/∂s · 2 · e",
                square.formula().replace("[[2]]", "2").replace("(", "").replace(")", ""));
    }

    private static Explanation.Forward line(Map<String, Explanation.Forward> lines, String name) {
        Explanation.Forward line = lines.get(name);
        assertNotNull(line, () -> name + " is not among " + lines.keySet());
        return line;
    }

    private static Backward backward(Explanation explanation, String name) {
        return explanation.backward().stream()
                .filter(line -> line.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double[] values(@Nullable Node node) {
        assertNotNull(node, "the target does not depend on the source");
        return node.value().toArray();
    }
}
