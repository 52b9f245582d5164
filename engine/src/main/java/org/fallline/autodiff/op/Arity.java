package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Op;
import org.fallline.tensor.Shape;

/** The check that an op was given as many inputs as it takes. */
final class Arity {
    private Arity() {}

    static void check(Op op, List<Shape> inputs, int expected) {
        if (inputs.size() != expected) {
            throw new IllegalArgumentException(
                    op.name() + " takes " + expected + " inputs but was given " + inputs.size() + ": " + inputs);
        }
    }
}
