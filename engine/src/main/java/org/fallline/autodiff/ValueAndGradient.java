package org.fallline.autodiff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.fallline.tensor.Shape;

/**
 * A scalar function of flat parameters, and of data that is given beside them, together with its gradient by the parameters;
 * compiled once.
 *
 * <p>Evaluating allocates nothing. Not safe for use by several threads at once.
 */
public final class ValueAndGradient {
    private final Program value;
    private final Program both;
    private final double[] data;
    private final int valueOffset;
    private final int lossOffset;
    private final int[] gradientOffsets;
    private final int[] sizes;
    private final int size;

    private ValueAndGradient(List<Node> parameters, List<Node> given, Node loss) {
        ReversePass pass = ReversePass.of(loss, parameters);
        List<Node> outputs = new ArrayList<>(List.of(loss));
        for (Node parameter : parameters) {
            outputs.add(pass.cotangentOrZeros(parameter));
        }
        List<Node> inputs = new ArrayList<>(parameters);
        inputs.addAll(given);
        List<Node> simple = Simplify.simplify(outputs);
        this.value = Program.compact(inputs, simple.subList(0, 1));
        this.both = Program.compact(inputs, simple);
        this.data =
                new double[given.stream().mapToInt(node -> node.shape().size()).sum()];
        this.valueOffset = value.offset(simple.get(0));
        this.lossOffset = both.offset(simple.get(0));
        this.gradientOffsets = new int[parameters.size()];
        this.sizes = new int[parameters.size()];
        int total = 0;
        for (int i = 0; i < sizes.length; i++) {
            gradientOffsets[i] = both.offset(simple.get(i + 1));
            sizes[i] = parameters.get(i).shape().size();
            total += sizes[i];
        }
        this.size = total;
    }

    /**
     * Traces a function and differentiates it by all its parameters.
     *
     * @param function from one symbolic node a parameter to the loss, a scalar
     */
    public static ValueAndGradient of(ParameterLayout layout, Function<List<Node>, Node> function) {
        return of(layout, new ParameterLayout(List.of(), List.of()), function);
    }

    /**
     * Traces a function of parameters and of data, and differentiates it by its parameters.
     *
     * @param given the data that {@link #data} holds, such as a batch
     * @param function from one symbolic node a parameter, then one a datum, to the loss, a scalar
     */
    public static ValueAndGradient of(
            ParameterLayout layout, ParameterLayout given, Function<List<Node>, Node> function) {
        List<Node> parameters = layout.inputs();
        List<Node> data = given.inputs();
        List<Node> all = new ArrayList<>(parameters);
        all.addAll(data);
        Node loss = function.apply(all);
        if (!loss.shape().equals(Shape.SCALAR)) {
            throw new IllegalArgumentException("a loss must be a scalar but its shape is " + loss.shape());
        }
        return new ValueAndGradient(parameters, data, loss);
    }

    /** How many numbers the parameters are. */
    public int size() {
        return size;
    }

    /** The data, one after the other, each row-major: write them before evaluating; all 0 at first. */
    public double[] data() {
        return data;
    }

    /** The loss at some parameters. */
    public double value(double[] params) {
        value.run(params, data);
        return value.memory()[valueOffset];
    }

    /**
     * The loss and its gradient at some parameters.
     *
     * @param params by the layout; not modified
     * @param gradient receives ∂loss/∂params by the layout; modified
     * @return the loss
     */
    public double valueAndGradient(double[] params, double[] gradient) {
        both.run(params, data);
        int at = 0;
        for (int i = 0; i < sizes.length; i++) {
            System.arraycopy(both.memory(), gradientOffsets[i], gradient, at, sizes[i]);
            at += sizes[i];
        }
        return both.memory()[lossOffset];
    }
}
