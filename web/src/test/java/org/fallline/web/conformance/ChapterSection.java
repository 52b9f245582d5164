package org.fallline.web.conformance;

import java.util.List;
import org.fallline.autodiff.Explanation;
import org.fallline.autodiff.GradientTape;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.autodiff.Variable;
import org.fallline.optim.Objective;
import org.fallline.optim.Sgd;
import org.fallline.problem.Problem;
import org.fallline.problem.ProblemSpec;
import org.fallline.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** The chapter's linear model: by the tape, by the program, step by step as the page explains it. */
final class ChapterSection {
    private static final Tensor X = Tensor.matrix(new double[][] {{1, 2}});
    private static final Tensor Y = Tensor.matrix(new double[][] {{1}});
    private static final Tensor W = Tensor.matrix(new double[][] {{0.1}, {0.2}});
    private static final Tensor B = Tensor.vector(0.3);

    private ChapterSection() {}

    static void print(Lines lines) {
        tape(lines);
        Problem problem = new ProblemSpec.Linear(X, Y, W, B).problem();
        descent(lines, problem);
        explanation(lines, Explanation.of(problem.layout(), problem.loss()));
    }

    private static void tape(Lines lines) {
        Variable w = new Variable("W", W);
        Variable b = new Variable("b", B);
        try (GradientTape tape = GradientTape.persistent()) {
            Node prediction = Ops.add(Ops.matmul(Ops.constant(X), w.read()), b.read());
            Node loss = Ops.meanSquaredError(prediction, Ops.constant(Y));
            lines.bits("tape prediction", prediction.value().toArray());
            lines.bits("tape loss", loss.value().toArray());
            lines.bits("tape dL/dprediction", values(tape.gradient(loss, prediction)));
            for (Node gradient : tape.gradient(loss, List.of(w, b))) {
                lines.bits("tape gradient", values(gradient));
            }
        }
    }

    private static void descent(Lines lines, Problem problem) {
        Objective objective = problem.objective();
        Sgd sgd = new Sgd(0.01, 0, false);
        double[] params = {0.1, 0.2, 0.3};
        double[] gradient = new double[3];
        for (int step = 1; step <= 20; step++) {
            lines.bits("program loss", objective.valueAndGradient(params, gradient, 0));
            lines.bits("program gradient", gradient);
            sgd.step(step, sgd.learningRate(), params, gradient, new double[0], objective);
            lines.bits("program params", params);
        }
    }

    private static void explanation(Lines lines, Explanation explanation) {
        explanation.run(new double[] {0.1, 0.2, 0.3});
        lines.block("graph", explanation.graph().toString());
        for (Explanation.Forward forward : explanation.forward()) {
            lines.text("forward", forward.name() + " = " + forward.formula() + " = " + forward.numbers());
            lines.bits("forward value", forward.value().tensor().toArray());
        }
        for (Explanation.Backward backward : explanation.backward()) {
            lines.text("backward", backward.name());
            lines.bits("backward value", backward.value().tensor().toArray());
            for (Explanation.Part part : backward.parts()) {
                lines.text("part", part.local() + ", " + part.formula() + " = " + part.numbers());
                lines.bits("part value", part.value().tensor().toArray());
            }
        }
    }

    private static double[] values(@Nullable Node node) {
        return node == null ? new double[0] : node.value().toArray();
    }
}
