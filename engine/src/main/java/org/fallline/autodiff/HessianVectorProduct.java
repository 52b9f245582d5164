package org.fallline.autodiff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The Hessian of a scalar function of flat parameters, times a vector, compiled once.
 *
 * <p>It is the reverse pass applied to the gradient: {@code H·v = ∂(∇f · v)/∂params}. Nothing of second order is kept, so a
 * product costs a small multiple of a gradient; the whole Hessian is its n products with the unit vectors. Evaluating
 * allocates nothing. Not safe for use by several threads at once.
 */
public final class HessianVectorProduct {
    private final Program program;
    private final int size;
    private final int[] offsets;
    private final int[] sizes;
    /** The parameters, then the vector. */
    private final double[] operands;

    private HessianVectorProduct(ParameterLayout layout, Function<List<Node>, Node> function) {
        List<Node> params = layout.inputs();
        List<Node> vectors = layout.inputs();
        List<Node> inputs = new ArrayList<>(params);
        inputs.addAll(vectors);
        List<Node> products = Simplify.simplify(Autodiff.hvp(function, params, vectors));
        this.program = Program.compact(inputs, products);
        this.offsets = products.stream().mapToInt(program::offset).toArray();
        this.sizes = params.stream().mapToInt(param -> param.shape().size()).toArray();
        this.size = layout.size();
        this.operands = new double[2 * size];
    }

    /**
     * Traces a function and differentiates it twice.
     *
     * @param function from one symbolic node a parameter to the loss, a scalar
     * @throws IllegalArgumentException if the loss is not a scalar
     */
    public static HessianVectorProduct of(ParameterLayout layout, Function<List<Node>, Node> function) {
        return new HessianVectorProduct(layout, function);
    }

    /**
     * The product at some parameters.
     *
     * @param params by the layout; not modified
     * @param vector by the layout; not modified
     * @param into receives the product by the layout; modified
     * @param from where in it the product begins
     */
    public void times(double[] params, double[] vector, double[] into, int from) {
        System.arraycopy(params, 0, operands, 0, size);
        System.arraycopy(vector, 0, operands, size, size);
        run(into, from);
    }

    /**
     * The whole Hessian at some parameters.
     *
     * @param params by the layout; not modified
     * @param into receives n × n numbers, row-major, symmetric but for rounding; modified
     * @param from where in it the Hessian begins
     */
    public void hessian(double[] params, double[] into, int from) {
        System.arraycopy(params, 0, operands, 0, size);
        Arrays.fill(operands, size, 2 * size, 0);
        for (int row = 0; row < size; row++) {
            operands[size + row] = 1;
            run(into, from + row * size);
            operands[size + row] = 0;
        }
    }

    private void run(double[] into, int from) {
        program.run(operands);
        int at = from;
        for (int i = 0; i < sizes.length; i++) {
            System.arraycopy(program.memory(), offsets[i], into, at, sizes[i]);
            at += sizes[i];
        }
    }
}
