package org.fallline.probe;

import java.util.ArrayList;
import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.autodiff.Program;
import org.fallline.autodiff.Simplify;
import org.fallline.nn.Dense;
import org.fallline.nn.Model;
import org.fallline.nn.Pass;
import org.fallline.tensor.Shape;

/** A model's way forward for so many rows at once, compiled: it gives what every dense layer gives. Running allocates nothing. */
final class Forward {
    private final Program statistics;
    private final List<Node> measured;
    private final Program program;
    private final List<Node> outputs;
    private final double[] given;
    private final int blockFrom;
    private double[] params = {};

    Forward(Fit fit, int rows) {
        Model model = fit.model();
        List<Node> parameters = model.parameters().inputs();
        Pass measuring = Pass.measuring();
        model.predict(
                parameters, Ops.literal(fit.features(fit.examples().train().x())), measuring);
        this.measured = Simplify.simplify(measuring.statistics());
        this.statistics = Program.compact(parameters, measured);
        List<Node> symbolic = new ArrayList<>();
        for (Node node : measured) {
            symbolic.add(Ops.input("s" + symbolic.size(), node.shape()));
        }
        Node block = Ops.input("x", Shape.of(rows, model.inputs()));
        List<Node> all = new ArrayList<>(parameters);
        all.addAll(symbolic);
        all.add(block);
        this.outputs = Simplify.simplify(kept(model, model.outputs(parameters, block, Pass.inference(symbolic))));
        this.program = Program.compact(all, outputs);
        this.blockFrom = symbolic.stream().mapToInt(node -> node.shape().size()).sum();
        this.given = new double[blockFrom + block.shape().size()];
    }

    /** Of all layers' outputs those of the dense ones; what stands behind the last of them is part of the prediction. */
    private static List<Node> kept(Model model, List<Node> each) {
        List<Node> kept = new ArrayList<>();
        for (int i = 0; i < each.size(); i++) {
            if (model.layers().get(i) instanceof Dense) {
                kept.add(each.get(i));
            }
        }
        if (!kept.isEmpty()) {
            kept.remove(kept.size() - 1);
        }
        kept.add(each.get(each.size() - 1));
        return kept;
    }

    int layers() {
        return outputs.size();
    }

    int units(int layer) {
        return outputs.get(layer).shape().extent(1);
    }

    /** Takes other parameters, and the statistics of the training examples at them. */
    void turnTo(double[] at) {
        params = at.clone();
        statistics.run(params);
        int offset = 0;
        for (Node node : measured) {
            int size = node.shape().size();
            System.arraycopy(statistics.memory(), statistics.offset(node), given, offset, size);
            offset += size;
        }
    }

    /** Where the rows go, from {@link #blockFrom} on. */
    double[] block() {
        return given;
    }

    int blockFrom() {
        return blockFrom;
    }

    void run() {
        program.run(params, given);
    }

    /** Copies what a layer gave for the first rows: unit by unit, {@code count} numbers each, to those from {@code from} on. */
    void copy(int layer, int rows, double[] into, int from, int count) {
        int units = units(layer);
        int offset = program.offset(outputs.get(layer));
        double[] memory = program.memory();
        for (int unit = 0; unit < units; unit++) {
            for (int i = 0; i < rows; i++) {
                into[unit * count + from + i] = memory[offset + i * units + unit];
            }
        }
    }
}
