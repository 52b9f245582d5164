package org.fallline.problem;

import static org.fallline.problem.TestFunction.at;
import static org.fallline.problem.TestFunction.entry;
import static org.fallline.problem.TestFunction.over;
import static org.fallline.problem.TestFunction.startingAt;

import java.util.List;
import org.fallline.catalogue.Entry;

/** Functions with a place that is not a minimum and yet stops a descent, or throws it far away. */
final class SaddleFunctions {
    static final List<Entry<TestFunction>> ENTRIES = List.of(
            entry(
                    "saddle",
                    "Saddle",
                    "Down in one direction, up in the other.",
                    "x^2 - y^2",
                    "Dauphin et al., Identifying and Attacking the Saddle Point Problem, 2014",
                    // Hardly beside the ridge: the descent rests at the saddle before it leaves for minus infinity.
                    over(-2, 2),
                    startingAt(-1.8, 0.001),
                    Double.NEGATIVE_INFINITY,
                    0.03),
            entry(
                    "monkeySaddle",
                    "Monkey saddle",
                    "A flat saddle: the gradient and the curvature vanish.",
                    "x^3 - 3xy^2",
                    "Hilbert and Cohn-Vossen, Anschauliche Geometrie, 1932",
                    // The Hessian at the saddle is zero; the function falls to minus infinity in three directions.
                    over(-2, 2),
                    startingAt(1.5, 0.02),
                    Double.NEGATIVE_INFINITY,
                    0.01),
            entry(
                    "plateau",
                    "Plateau",
                    "Far out the gradient is nearly nothing.",
                    "1 - exp(-(x^2 + y^2)/2)",
                    "Goodfellow, Bengio and Courville, Deep Learning, 2016, section 8.2.3",
                    // Further out the gradient is nearly zero, and so are the steps.
                    over(-4, 4),
                    startingAt(-2.2, 1.4),
                    0,
                    0.5,
                    at(0, 0)),
            entry(
                    "cliff",
                    "Cliff",
                    "A step that suits the plain leaps over the edge.",
                    "sigmoid(8x) + (x + 2)^2/20 + y^2/4",
                    "Goodfellow, Bengio and Courville, Deep Learning, 2016, section 8.2.4",
                    // A step that is right on the plain leaps over what lies below the edge.
                    over(-4, 4),
                    startingAt(1.2, 2.5),
                    1.125311098157888e-07,
                    0.1,
                    at(-2.0000090021636163, 0)));

    private SaddleFunctions() {}
}
