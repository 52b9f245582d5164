package org.fallline.web.conformance;

import java.util.List;
import org.fallline.catalogue.Entry;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.experiment.Run;
import org.fallline.experiment.Trajectory;
import org.fallline.optim.Optimizer;
import org.fallline.optim.Optimizers;

/** Thirty experiments, two an optimizer, each as the hash of every bit of its trajectory. */
final class TrajectorySection {
    private static final List<String> FUNCTIONS = List.of(
            "{\"kind\": \"function\", \"name\": \"rosenbrock\"}",
            "{\"kind\": \"function\", \"name\": \"himmelblau\"}",
            "{\"kind\": \"function\", \"name\": \"ackley\"}",
            "{\"kind\": \"function\", \"name\": \"wood\"}",
            "{\"kind\": \"linear\", \"x\": [[1, 2]], \"y\": [[1]], \"W\": [[0.1], [0.2]], \"b\": [0.3]}");

    private static final List<String> NETWORKS = List.of(
            network("xor", "meanSquaredError", "tanh"),
            network("circle", "binaryCrossentropy", "sigmoid"),
            network("sine", "huber", "linear"));

    private TrajectorySection() {}

    private static String network(String dataset, String loss, String last) {
        return "{\"kind\": \"network\", \"dataset\": {\"kind\": \"" + dataset + "\", \"size\": 40, \"seed\": 1},"
                + " \"layers\": [{\"units\": 4, \"activation\": \"tanh\"}, {\"units\": 1, \"activation\": \"" + last
                + "\"}], \"loss\": \"" + loss + "\", \"batchSize\": 8}";
    }

    static void print(Lines lines) {
        int number = 0;
        for (Entry<Optimizer> entry : Optimizers.CATALOGUE.entries()) {
            for (List<String> problems : List.of(FUNCTIONS, NETWORKS)) {
                String problem = problems.get(number / 2 % problems.size());
                Experiment experiment = ExperimentCodec.read("{\"version\": 1, \"seed\": " + number + ", \"problem\": "
                        + problem + ", \"steps\": 50, \"optimizers\": [{\"kind\": \"" + entry.name() + "\"}]}");
                Trajectory walk = Run.of(experiment).trajectories().get(0);
                number++;
                lines.text("experiment " + number + ", " + entry.name() + ", steps", "" + (walk.length() - 1));
                lines.text("experiment " + number + ", " + entry.name() + ", hash", "" + hash(walk));
            }
        }
    }

    /** 32 bits of FNV-1a over the words of all losses, parameters and gradients. */
    private static int hash(Trajectory walk) {
        int hash = 0x811C9DC5;
        for (double[] values : List.of(walk.losses(), walk.allParams(), walk.allGradients())) {
            for (double value : values) {
                long bits = Double.doubleToLongBits(value);
                hash = (hash ^ (int) (bits >>> 32)) * 0x01000193;
                hash = (hash ^ (int) bits) * 0x01000193;
            }
        }
        return hash;
    }
}
