package org.fallline.autodiff;

import java.util.List;
import org.fallline.tensor.Shape;

/**
 * A primitive operation: everything there is to know of it.
 *
 * <p>An op is a value without state, so one instance serves every graph and every thread.
 */
public interface Op {
    /** The name in text forms, lower case. */
    String name();

    /** How mathematics writes an application of it. */
    default Notation notation() {
        return Notation.function(name());
    }

    /**
     * The shape of the result.
     *
     * @throws IllegalArgumentException if the op does not apply to these shapes; the message names the op and every shape
     */
    Shape shape(List<Shape> inputs);

    /**
     * Computes the result. Allocates nothing.
     *
     * @param memory holds the inputs and receives the result; modified at {@code out} only
     * @param in where each input begins, row-major
     * @param out where the result begins; overlaps no input
     * @param shapes of the inputs, then of the result; not modified
     */
    void forward(double[] memory, int[] in, int out, Shape[] shapes);

    /**
     * Whether the derivative flows through to an input. Where it does not, as to an index or to the condition of a choice, a
     * target counts as unconnected to that input.
     */
    default boolean isDifferentiable(int input) {
        return true;
    }

    /**
     * The vector-Jacobian product: for each input x the cotangent ȳ·∂y/∂x, of x's shape; zeros for an input that is not
     * differentiable.
     *
     * @param y an application of this op
     * @param yBar the cotangent of the result, of y's shape
     */
    List<Node> vjp(Node y, Node yBar);
}
