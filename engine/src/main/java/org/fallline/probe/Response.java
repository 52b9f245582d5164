package org.fallline.probe;

import java.util.Arrays;

/**
 * What every unit of a model gives for some rows of inputs, at some parameters: computed in pieces of some rows, so that nothing
 * has to wait for all of them.
 *
 * <p>Nothing is dropped, and batch normalization has the statistics of the training examples, as where predictions are measured.
 * What can be read is the last pass that was completed. A pass allocates nothing. Not safe for use by several threads at once.
 */
public final class Response {
    /** Rows a piece: a few hundred keep a chain of kernels busy, and take well below a millisecond in a small network. */
    private static final int PIECE = 256;

    private final Fit fit;
    private final InputRows rows;
    private final Forward forward;
    private final int inputs;
    private final double[] x;
    private double[][] done;
    private double[][] next;
    private int at;
    private boolean isComplete;

    /** A response that has not been computed at any parameters yet. */
    public Response(Fit fit, InputRows rows) {
        this(fit, rows, new Forward(fit, PIECE));
    }

    private Response(Fit fit, InputRows rows, Forward forward) {
        this.fit = fit;
        this.rows = rows;
        this.forward = forward;
        this.inputs = fit.model().inputs();
        this.x = fit.features(rows.x()).toArray();
        this.done = room();
        this.next = room();
    }

    /** One about other rows, compiled already. What is begun of either ends what is under way of the other. */
    public Response about(InputRows others) {
        return new Response(fit, others, forward);
    }

    private double[][] room() {
        double[][] room = new double[forward.layers()][];
        for (int i = 0; i < room.length; i++) {
            room[i] = new double[forward.units(i) * rows.count()];
        }
        return room;
    }

    /** The model, and the examples it is fitted to. */
    public Fit fit() {
        return fit;
    }

    /** The rows that this is about. */
    public InputRows rows() {
        return rows;
    }

    /** How many layers have outputs to be read: the dense ones, the last of which gives the predictions. */
    public int layers() {
        return forward.layers();
    }

    /** How many units such a layer has. */
    public int units(int layer) {
        return forward.units(layer);
    }

    /** Begins a pass at other parameters, which are copied; what was begun before is given up. */
    public void begin(double[] at) {
        this.at = 0;
        forward.turnTo(at);
    }

    /** Computes some more rows; false once all are done, and what can be read has been renewed. */
    public boolean advance() {
        int count = rows.count();
        if (at >= count) {
            return false;
        }
        int piece = Math.min(PIECE, count - at);
        System.arraycopy(x, at * inputs, forward.block(), forward.blockFrom(), piece * inputs);
        forward.run();
        for (int layer = 0; layer < next.length; layer++) {
            forward.copy(layer, piece, next[layer], at, count);
        }
        at += piece;
        if (at < count) {
            return true;
        }
        double[][] before = done;
        done = next;
        next = before;
        isComplete = true;
        return false;
    }

    /** Whether a pass was completed, so that there is something to be read. */
    public boolean isComplete() {
        return isComplete;
    }

    /** What a unit gives for each row. */
    public double[] outputs(int layer, int unit) {
        int count = rows.count();
        return Arrays.copyOfRange(done[layer], unit * count, (unit + 1) * count);
    }

    /** What one of the model's own inputs is for each row. */
    public double[] input(int feature) {
        double[] values = new double[rows.count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = x[i * inputs + feature];
        }
        return values;
    }

    /** What the model predicts for a row: the last layer's outputs. */
    public double[] prediction(int row) {
        int last = layers() - 1;
        double[] prediction = new double[units(last)];
        for (int unit = 0; unit < prediction.length; unit++) {
            prediction[unit] = done[last][unit * rows.count() + row];
        }
        return prediction;
    }

    /** What a unit gives on average for the examples to train with. */
    public double mean(int layer, int unit) {
        int from = unit * rows.count() + rows.lattice();
        double sum = 0;
        for (int i = 0; i < rows.train(); i++) {
            sum += done[layer][from + i];
        }
        return sum / rows.train();
    }
}
