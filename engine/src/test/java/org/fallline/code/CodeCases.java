package org.fallline.code;

import java.util.List;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentCodec;

/** Experiments that are written down as programs. */
final class CodeCases {
    static final String LINEAR = problem(
            "{\"kind\":\"linear\",\"x\":[[1,2],[3,4]],\"y\":[[1],[0]],\"W\":[[0.5],[-0.25]],\"b\":[0.1]}",
            "{\"kind\":\"sgd\",\"learningRate\":0.01}");
    static final String DATA = problem(
            "{\"kind\":\"function\",\"formula\":\"mean((a x + b - y)^2)\",\"data\":{\"x\":[1,2,3],\"y\":[2,4,5.5]}}",
            "{\"kind\":\"rmsprop\",\"learningRate\":0.05}");
    static final String NETWORK = problem(
            "{\"kind\":\"network\",\"dataset\":{\"kind\":\"circle\",\"size\":60,\"seed\":3},"
                    + "\"layers\":[{\"units\":4,\"activation\":\"tanh\"},{\"units\":1,\"activation\":\"sigmoid\"}],"
                    + "\"loss\":\"binaryCrossentropy\"}",
            "{\"kind\":\"adam\",\"learningRate\":0.03}");
    static final String SAMPLED = problem(
            "{\"kind\":\"network\",\"dataset\":{\"kind\":\"circle\",\"size\":60,\"seed\":3},\"batchSize\":8,"
                    + "\"layers\":[{\"units\":4,\"activation\":\"relu\"},{\"kind\":\"dropout\",\"rate\":0.25},"
                    + "{\"units\":1,\"activation\":\"sigmoid\"}],\"loss\":\"binaryCrossentropy\"}",
            "{\"kind\":\"adam\",\"learningRate\":0.03}");

    private CodeCases() {}

    static String problem(String problem, String optimizer) {
        return "{\"version\":1,\"title\":\"A \\\\u000a \\\"case\\\"\",\"seed\":7,\"problem\":" + problem
                + ",\"steps\":25,\"optimizers\":[" + optimizer + "]}";
    }

    static String function(String name, String optimizer) {
        return problem("{\"kind\":\"function\",\"name\":\"" + name + "\"}", optimizer);
    }

    static String formula(String formula, String optimizer) {
        return problem("{\"kind\":\"function\",\"formula\":\"" + formula + "\"}", optimizer);
    }

    static List<String> varied() {
        return List.of(
                LINEAR,
                DATA,
                NETWORK,
                SAMPLED,
                function("rosenbrock", "{\"kind\":\"sgd\",\"learningRate\":0.001,\"momentum\":0.9}"),
                function("himmelblau", "{\"kind\":\"adam\",\"learningRate\":0.05}"),
                formula(
                        "where(x < 1/3, |x - y|^3, max(x, 2) sin(λ)) + softplus(x) / exp(y)",
                        "{\"kind\":\"sgd\",\"learningRate\":0.01,\"clipNorm\":0.5,\"weightDecay\":0.01,"
                                + "\"schedule\":{\"kind\":\"cosine\",\"warmupSteps\":3}}"));
    }

    static Experiment read(String text) {
        return ExperimentCodec.read(text);
    }
}
