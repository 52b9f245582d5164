package org.fallline.web.conformance;

import org.fallline.catalogue.Entry;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.experiment.ExperimentUrl;
import org.fallline.experiment.Run;
import org.fallline.experiment.Trajectory;
import org.fallline.optim.Optimizer;
import org.fallline.optim.Optimizers;
import org.fallline.optim.Schedule;
import org.fallline.optim.Schedules;

/** Whole experiments: their canonical text, their link, and every step of what follows from them. */
final class DescentSection {
    private static final String ADAM_ON_ROSENBROCK = """
            {"version": 1, "problem": {"kind": "function", "name": "rosenbrock"}, "start": [-1.2, 1], "steps": 200,
             "optimizers": [{"kind": "adam", "learningRate": 0.05}]}""";

    private static final String RACE_ON_HIMMELBLAU = """
            {"version": 1, "title": "Four minima", "seed": 7,
             "problem": {"kind": "function", "name": "himmelblau"}, "start": [-0.5, -1], "steps": 60,
             "optimizers": [{"kind": "sgd"}, {"kind": "sgd", "momentum": 0.9, "learningRate": 0.003},
              {"kind": "sgd", "momentum": 0.9, "nesterov": true, "learningRate": 0.003}, {"kind": "rmsprop"},
              {"kind": "adam"}]}""";

    /** With {@link #TYPED_TOO} and {@link #FITTED}, every function that a formula may name; steep enough to be felt. */
    private static final String TYPED = """
            {"version": 1, "problem": {"kind": "function", "formula":
              "sin(x) cos(y) + tan(z/9) + exp(x/7) + log(9 + y^2) + sqrt(4 + z^2) + abs(x - y) + tanh(x y) + sigmoid(z) + relu(x + z) + (x^2 + 1)^1.5 + sign(y) pi e"},
             "start": [0.5, -1.25, 2], "steps": 40, "optimizers": [{"kind": "adam", "learningRate": 0.1}]}""";

    private static final String TYPED_TOO = """
            {"version": 1, "problem": {"kind": "function", "formula":
              "asin(x/9) acos(y/9) + atan(xy) + sinh(x/5)cosh(z/5) + asinh(y) + acosh(3 + z²) + atanh(x/9) + expm1(y/7) + log1p(x²) + log2(2 + y²) log10(2 + z²) + step(x) + erf(z) + softplus(y) + leakyRelu(z) + elu(x) + selu(y) + gelu(z) + swish(x) + pow(2, y/3) + clip(z, -1, 1) + where(x < y, sin²(x), √(2 + z)) + max(x, y, z) min(x, y) + |x - z|³ + x⁻²"},
             "start": [0.5, -1.25, 2], "steps": 40, "optimizers": [{"kind": "adam", "learningRate": 0.1}]}""";

    private static final String FITTED = """
            {"version": 1, "problem": {"kind": "function", "formula": "mean((a x + b - y)^2) + sum(|x|) w²/9 - max(x)/variance(a x) + min(y)",
              "data": {"x": [1, 2, 3.5, -4], "y": [0.1, 2, -7, 3e2]}},
             "start": [0.5, -1.25, 2], "steps": 40, "optimizers": [{"kind": "adam", "learningRate": 0.1}]}""";

    /** Too fast: the run ends with a reason. */
    private static final String DIVERGING = """
            {"version": 1, "problem": {"kind": "linear", "x": [[1, 2], [-3, 0.5]], "y": [[1], [0]],
              "W": [[0.1], [0.2]], "b": [0.3]}, "steps": 2000,
             "optimizers": [{"kind": "sgd", "learningRate": 4}]}""";

    /** Random examples, weights, batches and masks, and what elementary functions make of them. */
    private static final String NETWORK = """
            {"version": 1, "seed": 11, "problem": {"kind": "network",
              "dataset": {"kind": "moons", "size": 60, "noise": 0.15, "testShare": 0.25, "seed": 3},
              "features": ["x", "y", "sinX"],
              "layers": [{"units": 4, "activation": "gelu", "initializer": "orthogonal"}, {"kind": "batchNormalization"},
               {"kind": "dropout", "rate": 0.25}, {"units": 3, "activation": "tanh", "initializer": "heNormal",
               "regularization": {"l1": 0.001, "l2": 0.01}}, {"kind": "layerNormalization"}, {"units": 2, "activation": "softmax"}],
              "loss": "categoricalCrossentropy", "batchSize": 7},
             "steps": 60, "optimizers": [{"kind": "adam", "learningRate": 0.05}]}""";

    private static final String ROUND = """
            {"kind": "KIND", "learningRate": 0.02, "clipNorm": 50, "weightDecay": 0.01, "emaMomentum": 0.9}""";

    private static final String SCHEDULED = """
            {"kind": "sgd", "learningRate": 0.0005, "schedule": {"kind": "KIND", "warmupSteps": 3}}""";

    private DescentSection() {}

    static void print(Lines lines) {
        print(lines, "adam", ADAM_ON_ROSENBROCK);
        print(lines, "race", RACE_ON_HIMMELBLAU);
        print(lines, "typed", TYPED);
        print(lines, "typed too", TYPED_TOO);
        print(lines, "fitted", FITTED);
        print(lines, "diverging", DIVERGING);
        print(lines, "network", NETWORK);
        // Every rule with everything round it, and every schedule.
        for (Entry<Optimizer> entry : Optimizers.CATALOGUE.entries()) {
            print(lines, entry.name(), walked(ROUND.replace("KIND", entry.name())));
        }
        for (Entry<Schedule> entry : Schedules.CATALOGUE.entries()) {
            print(lines, entry.name(), walked(SCHEDULED.replace("KIND", entry.name())));
        }
    }

    private static String walked(String optimizer) {
        return "{\"version\":1,\"problem\":{\"kind\":\"function\",\"name\":\"rosenbrock\"},\"steps\":30,"
                + "\"optimizers\":[" + optimizer + "]}";
    }

    private static void print(Lines lines, String name, String json) {
        Experiment experiment = ExperimentCodec.read(json);
        lines.text(name + " text", ExperimentCodec.write(experiment));
        lines.text(name + " link", ExperimentUrl.write(experiment));
        for (Trajectory trajectory : Run.of(experiment).trajectories()) {
            lines.text(name + " states", Integer.toString(trajectory.length()));
            lines.text(name + " ending", String.valueOf(trajectory.ending()));
            for (int step = 0; step < trajectory.length(); step++) {
                lines.bits(name + " loss", trajectory.loss(step));
                lines.bits(name + " params", trajectory.params(step));
                lines.bits(name + " gradient", trajectory.gradient(step));
            }
        }
    }
}
