package org.fallline.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.autodiff.Program;
import org.fallline.autodiff.Simplify;
import org.fallline.nn.Dense;
import org.fallline.nn.Model;
import org.fallline.nn.Pass;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;

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

    private final InputRows rows;
    private final double[] x;
    private final int inputs;
    private final int piece;
    private final Program statistics;
    private final List<Node> measured;
    private final Program program;
    private final List<Node> outputs;
    private final double[] given;
    private double[][] done;
    private double[][] next;
    private double[] params = {};
    private int at;
    private boolean isComplete;

    /** A response that has not been computed at any parameters yet. */
    public Response(Fit fit, InputRows rows) {
        this.rows = rows;
        Model model = fit.model();
        this.inputs = model.inputs();
        this.x = fit.features(rows.x()).toArray();
        this.piece = Math.min(PIECE, rows.count());
        List<Node> parameters = model.parameters().inputs();
        Tensor train = fit.features(fit.examples().train().x());
        Pass measuring = Pass.measuring();
        model.predict(parameters, Ops.literal(train), measuring);
        this.measured = Simplify.simplify(measuring.statistics());
        this.statistics = Program.compact(parameters, measured);
        List<Node> symbolic = new ArrayList<>();
        for (Node node : measured) {
            symbolic.add(Ops.input("s" + symbolic.size(), node.shape()));
        }
        Node block = Ops.input("x", Shape.of(piece, inputs));
        List<Node> all = new ArrayList<>(parameters);
        all.addAll(symbolic);
        all.add(block);
        List<Node> each = model.outputs(parameters, block, Pass.inference(symbolic));
        List<Node> kept = new ArrayList<>();
        for (int i = 0; i < each.size(); i++) {
            if (model.layers().get(i) instanceof Dense) {
                kept.add(each.get(i));
            }
        }
        // What stands behind the last dense layer is part of the prediction.
        if (!kept.isEmpty()) {
            kept.remove(kept.size() - 1);
        }
        kept.add(each.get(each.size() - 1));
        this.outputs = Simplify.simplify(kept);
        this.program = Program.compact(all, outputs);
        this.given = new double
                [symbolic.stream().mapToInt(node -> node.shape().size()).sum() + piece * inputs];
        this.done = room();
        this.next = room();
    }

    private double[][] room() {
        double[][] room = new double[outputs.size()][];
        for (int i = 0; i < room.length; i++) {
            room[i] = new double[outputs.get(i).shape().extent(1) * rows.count()];
        }
        return room;
    }

    /** The rows that this is about. */
    public InputRows rows() {
        return rows;
    }

    /** How many layers have outputs to be read: the dense ones, the last of which gives the predictions. */
    public int layers() {
        return outputs.size();
    }

    /** How many units such a layer has. */
    public int units(int layer) {
        return outputs.get(layer).shape().extent(1);
    }

    /** Begins a pass at other parameters, which are copied; what was begun before is given up. */
    public void begin(double[] at) {
        params = at.clone();
        this.at = 0;
        statistics.run(params);
        int offset = 0;
        for (Node node : measured) {
            int size = node.shape().size();
            System.arraycopy(statistics.memory(), statistics.offset(node), given, offset, size);
            offset += size;
        }
    }

    /** Computes some more rows; false once all are done, and what can be read has been renewed. */
    public boolean advance() {
        int count = rows.count();
        if (at >= count) {
            return false;
        }
        // The last piece reaches back, so that the program always has a whole one.
        int from = Math.min(at, count - piece);
        System.arraycopy(x, from * inputs, given, given.length - piece * inputs, piece * inputs);
        program.run(params, given);
        for (int layer = 0; layer < next.length; layer++) {
            int units = units(layer);
            int offset = program.offset(outputs.get(layer));
            double[] memory = program.memory();
            double[] into = next[layer];
            for (int unit = 0; unit < units; unit++) {
                for (int i = 0; i < piece; i++) {
                    into[unit * count + from + i] = memory[offset + i * units + unit];
                }
            }
        }
        at = from + piece;
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
