package org.fallline.web.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Which loop a platform is to run.
 *
 * @param kind {@code linear}, {@code rosenbrock}, {@code tanh} or {@code network}
 * @param widths of a network's layers, such as {@code 2-4-2-1}; else empty
 * @param points of a network; else 0
 * @param batch how many points of a network make one step; else 0
 */
record Task(String kind, String widths, int points, int batch) {
    static Task function(String kind) {
        return new Task(kind, "", 0, 0);
    }

    static Task network(String widths, int points, int batch) {
        return new Task("network", widths, points, batch);
    }

    /** Chooses the loop on this machine. */
    void choose() {
        switch (kind) {
            case "linear" -> EngineLoops.linear();
            case "rosenbrock" -> EngineLoops.rosenbrock();
            case "tanh" -> EngineLoops.tanh();
            case "network" -> EngineLoops.network(widths, points, batch);
            default -> throw new IllegalStateException("there is no loop " + kind);
        }
    }

    /** What a page is told: with the start and the data, which the references do not form themselves. */
    Map<String, Object> message() {
        if (points == 0) {
            return Map.of("kind", kind);
        }
        List<Integer> layers = EngineLoops.widths(widths);
        NetworkDescent network = new NetworkDescent(layers, points, batch);
        return Map.of(
                "kind",
                kind,
                "widths",
                layers,
                "points",
                points,
                "batch",
                batch,
                "learningRate",
                NetworkDescent.LEARNING_RATE,
                "params",
                list(network.start()),
                "x",
                list(network.x()),
                "y",
                list(network.y()));
    }

    private static List<Double> list(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    /** The products of one point's way forward and backward: each weight counts once forward, and backward once for its own
     * gradient and, behind the first layer, once for the values before it. */
    int multiplyAdds() {
        List<Integer> layers = EngineLoops.widths(widths);
        int count = -layers.get(0) * layers.get(1);
        for (int i = 1; i < layers.size(); i++) {
            count += 3 * layers.get(i - 1) * layers.get(i);
        }
        return count;
    }
}
