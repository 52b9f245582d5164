package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Op;
import org.fallline.tensor.Shape;

/**
 * An op whose inputs and result all have one shape, each element computed from the elements at its place.
 *
 * <p>Its kernel works on any run of elements, and the result may stand in an input's place: so a program can chain such ops
 * over short strips that stay in the cache.
 */
public sealed interface Elementwise extends Op permits Unary, Binary, Ternary {
    /** The number of inputs. */
    int arity();

    @Override
    default Shape shape(List<Shape> inputs) {
        Arity.check(this, inputs, arity());
        for (Shape shape : inputs) {
            if (!shape.equals(inputs.get(0))) {
                throw new IllegalArgumentException(name() + ": the shapes " + inputs.get(0) + " and " + shape
                        + " must be equal; broadcast them first");
            }
        }
        return inputs.get(0);
    }
}
