package org.fallline.web.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How the time of a step grows with one size, all else the same.
 *
 * @param name by which it is asked for
 * @param unit what the size counts
 * @param tasks by growing size
 * @param size how much work one step of a task is, in units
 */
record Scaling(String name, String unit, List<Task> tasks, ToDoubleFunction<Task> size) {
    static final List<Scaling> ALL = List.of(
            new Scaling(
                    "points",
                    "point",
                    List.of(
                            step("2-16-16-1", 10),
                            step("2-16-16-1", 100),
                            step("2-16-16-1", 1000),
                            step("2-16-16-1", 10_000)),
                    Task::batch),
            new Scaling(
                    "weights",
                    "multiply-add",
                    // More layers, not wider ones: so the tanh units grow with the weights.
                    List.of(step(deep(2), 100), step(deep(4), 100), step(deep(8), 100), step(deep(16), 100)),
                    task -> task.batch() * (double) task.multiplyAdds()));

    private static Task step(String widths, int batch) {
        return Task.network(widths, batch, batch);
    }

    private static String deep(int layers) {
        return "2-" + "16-".repeat(layers) + "1";
    }

    /** The slope of the line through (log size, log time) with the least squares: time grows as size to this power. */
    static double exponent(double[] sizes, double[] times) {
        double meanSize = 0;
        double meanTime = 0;
        for (int i = 0; i < sizes.length; i++) {
            meanSize += Math.log(sizes[i]) / sizes.length;
            meanTime += Math.log(times[i]) / sizes.length;
        }
        double together = 0;
        double alone = 0;
        for (int i = 0; i < sizes.length; i++) {
            double distance = Math.log(sizes[i]) - meanSize;
            together += distance * (Math.log(times[i]) - meanTime);
            alone += distance * distance;
        }
        return together / alone;
    }
}
