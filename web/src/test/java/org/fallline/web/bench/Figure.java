package org.fallline.web.bench;

import java.util.List;

/**
 * A comparison: the engine on its platforms beside the references.
 *
 * @param name the first word is that by which it is asked for
 * @param unit what is counted: steps or epochs
 * @param count of each call that is timed
 * @param checked after how many the losses are compared
 * @param tensorFlowCount of each timed call of TensorFlow.js, whose time does not depend on where a descent is; 0 if it has no
 *     such loop
 * @param parts what is timed beside {@code run} when a figure is asked for by name
 */
record Figure(String name, String unit, Task task, int count, int checked, int tensorFlowCount, List<String> parts) {
    private static final List<String> PARTS = List.of("forward", "gradient");

    /** Half the distance of two float32 numbers next to 1: what rounding changes at most, of a number's size. */
    private static final double FLOAT_ROUNDING = 0x1p-24;

    static final List<Figure> ALL = List.of(
            // The loss falls by a quarter a step: after 20 steps float32 still has digits of it.
            new Figure("linear", "steps", Task.function("linear"), 1000, 20, 100, PARTS),
            network("2-4-2-1", 250, 10),
            network("2-8-8-8-1", 250, 10),
            new Figure("rosenbrock", "steps", Task.function("rosenbrock"), 10_000, 10_000, 200, PARTS),
            network("2-32-32-1", 1000, 1000),
            new Figure("tanh", "sweeps", Task.function("tanh"), 1, 1, 0, List.of()));

    private static Figure network(String widths, int points, int batch) {
        Task task = Task.network(widths, points, batch);
        return new Figure(widths + " batch " + batch, points == batch ? "steps" : "epochs", task, 1, 20, 1, PARTS);
    }

    /** By which it is asked for: {@code 2-4-2-1} of {@code 2-4-2-1 batch 10}. */
    String key() {
        return name.split(" ", 2)[0];
    }

    /**
     * How far the loss of float32 may be from that of doubles, of its size: one rounding for each step that led there, and
     * a hundred, two digits, for the difference of near numbers that a small loss is the square of.
     */
    double floatTolerance() {
        int steps = task.points() == 0 ? checked : checked * (task.points() / task.batch());
        return FLOAT_ROUNDING * (steps + 100);
    }
}
