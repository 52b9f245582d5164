package org.fallline.autodiff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.fallline.tensor.Shape;

/**
 * A scalar function of flat parameters together with its gradient, compiled once.
 *
 * <p>Evaluating allocates nothing. Not safe for use by several threads at once.
 */
public final class ValueAndGradient {
    private final Program value;
    private final Program both;
    private final int valueOffset;
    private final int lossOffset;
    private final int[] gradientOffsets;
    private final int[] sizes;
    private final int size;

    private ValueAndGradient(List<Node> inputs, Node loss) {
        ReversePass pass = ReversePass.of(loss, inputs);
        List<Node> outputs = new ArrayList<>(List.of(loss));
        for (Node input : inputs) {
            outputs.add(pass.cotangentOrZeros(input));
        }
        List<Node> simple = Simplify.simplify(outputs);
        this.value = Program.of(inputs, simple.subList(0, 1));
        this.both = Program.of(inputs, simple);
        this.valueOffset = value.offset(simple.get(0));
        this.lossOffset = both.offset(simple.get(0));
        this.gradientOffsets = new int[inputs.size()];
        this.sizes = new int[inputs.size()];
        int total = 0;
        for (int i = 0; i < sizes.length; i++) {
            gradientOffsets[i] = both.offset(simple.get(i + 1));
            sizes[i] = inputs.get(i).shape().size();
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
        List<Node> inputs = layout.inputs();
        Node loss = function.apply(inputs);
        if (!loss.shape().equals(Shape.SCALAR)) {
            throw new IllegalArgumentException("a loss must be a scalar but its shape is " + loss.shape());
        }
        return new ValueAndGradient(inputs, loss);
    }

    /** How many numbers the parameters are. */
    public int size() {
        return size;
    }

    /** The loss at some parameters. */
    public double value(double[] params) {
        value.run(params);
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
        both.run(params);
        int at = 0;
        for (int i = 0; i < sizes.length; i++) {
            System.arraycopy(both.memory(), gradientOffsets[i], gradient, at, sizes[i]);
            at += sizes[i];
        }
        return both.memory()[lossOffset];
    }
}
