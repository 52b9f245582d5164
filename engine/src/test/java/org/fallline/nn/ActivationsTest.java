package org.fallline.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.fallline.autodiff.Ops;
import org.fallline.catalogue.Choice;
import org.fallline.catalogue.Entry;
import org.fallline.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ActivationsTest {
    /** The examples of the TensorFlow 2 API documentation, tf.keras.activations; where it has none, the source named. */
    static Stream<Arguments> published() {
        double[] wide = {-20, -1, 0, 1, 20};
        double[] narrow = {-3, -1, 0, 1, 3};
        return Stream.of(
                row("linear", narrow, narrow),
                row("relu", new double[] {-10, -5, 0, 5, 10}, new double[] {0, 0, 0, 5, 10}),
                row("tanh", narrow, new double[] {-0.9950547, -0.7615942, 0, 0.7615942, 0.9950547}),
                row("sigmoid", wide, new double[] {2.0611537e-09, 2.6894143e-01, 0.5, 7.3105860e-01, 1}),
                row("softplus", wide, new double[] {2.0611537e-09, 3.1326166e-01, 6.9314718e-01, 1.3132616, 20}),
                row("swish", wide, new double[] {-4.1223075e-08, -2.6894143e-01, 0, 7.3105860e-01, 20}),
                // Of gelu(−3) the documentation, in single precision, has −0.00404951: three digits of −3·Φ(−3).
                row("gelu", narrow, new double[] {-0.0040496941, -0.15865529, 0, 0.8413447, 2.9959507}),
                // Keras 3 API, keras.ops.leaky_relu, whose default slope is 0.2.
                row("leakyRelu", new double[] {-1, 0, 1}, new double[] {-0.2, 0, 1}),
                // Keras 3 API, keras.ops.elu and selu.
                row("elu", new double[] {-1, 0, 1}, new double[] {-0.63212055, 0, 1}),
                row("selu", new double[] {-1, 0, 1}, new double[] {-1.11133055, 0, 1.05070098}),
                // SciPy API, scipy.special.softmax, the first row of its example.
                row("softmax", new double[] {1, 0.5, 0.2, 3}, new double[] {0.105877, 0.0642177, 0.0475736, 0.782332}));
    }

    private static Arguments row(String name, double[] x, double[] y) {
        return Arguments.of(name, x, y);
    }

    private static double[] apply(Choice<Activation> choice, double[] x) {
        return choice.make()
                .apply(Ops.constant(Tensor.matrix(new double[][] {x})))
                .value()
                .toArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void activation_publishedExample_givesThePublishedValues(String name, double[] x, double[] y) {
        double[] found = apply(Choice.of(Activations.CATALOGUE, name), x);
        for (int i = 0; i < y.length; i++) {
            // The examples are computed in single precision or print six or more digits.
            assertEquals(y[i], found[i], 1e-6 * Math.max(Math.abs(y[i]), 0.02), name + "(" + x[i] + ")");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void isNonNegative_ofAnActivation_saysWhetherAnyValueIsNegative(String name, double[] x, double[] y) {
        Choice<Activation> choice = Choice.of(Activations.CATALOGUE, name);
        boolean negative = false;
        for (double value : apply(choice, new double[] {-800, -30, -3, -1, -0.1, 0, 0.1, 1, 30, 800})) {
            negative |= value < 0;
        }
        assertEquals(!negative, choice.make().isNonNegative());
    }

    @ParameterizedTest
    @MethodSource("names")
    void activation_ofTheCatalogue_isAmongThePublishedExamples(String name) {
        assertTrue(published().anyMatch(row -> name.equals(row.get()[0])), name);
    }

    static List<String> names() {
        return Activations.CATALOGUE.entries().stream().map(Entry::name).toList();
    }
}
