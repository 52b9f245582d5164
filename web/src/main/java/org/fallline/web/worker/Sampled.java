package org.fallline.web.worker;

import org.fallline.landscape.Grid;
import org.fallline.landscape.Window;

/**
 * The landscape of an experiment, sampled.
 *
 * <pre>
 * numbers = columns rows uMin uMax vMin vMax losses
 * </pre>
 */
record Sampled(int id, Grid grid) {
    static final String KIND = "sampled";
    private static final int HEADER = 6;

    Message message() {
        Window window = grid.window();
        double[] values = grid.values();
        double[] numbers = new double[HEADER + values.length];
        numbers[0] = grid.columns();
        numbers[1] = grid.rows();
        numbers[2] = window.uMin();
        numbers[3] = window.uMax();
        numbers[4] = window.vMin();
        numbers[5] = window.vMax();
        System.arraycopy(values, 0, numbers, HEADER, values.length);
        return Message.of(KIND, id, "", numbers);
    }

    static Sampled of(Message message) {
        double[] numbers = message.getNumbers().copyToJavaArray();
        double[] values = new double[numbers.length - HEADER];
        System.arraycopy(numbers, HEADER, values, 0, values.length);
        Window window = new Window(numbers[2], numbers[3], numbers[4], numbers[5]);
        return new Sampled(message.getId(), new Grid(window, (int) numbers[0], (int) numbers[1], values));
    }
}
