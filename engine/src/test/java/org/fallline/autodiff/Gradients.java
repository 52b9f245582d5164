package org.fallline.autodiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.fallline.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** Short ways to write numbers down and to say what a gradient must be. */
final class Gradients {
    private Gradients() {}

    static Node vector(double... values) {
        return Ops.constant(Tensor.vector(values));
    }

    static Node matrix(double[]... rows) {
        return Ops.constant(Tensor.matrix(rows));
    }

    static double[] row(double... values) {
        return values;
    }

    static Node assertGradient(String expected, @Nullable Node actual) {
        assertNotNull(actual, "the target does not depend on the source");
        assertEquals(expected, actual.value().text(15));
        return actual;
    }
}
