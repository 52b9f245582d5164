package org.fallline.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.fallline.autodiff.GradientTape;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.catalogue.Choice;
import org.fallline.catalogue.Entry;
import org.fallline.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LossesTest {
    private static final Choice<Loss> LOGITS =
            Choice.of(Losses.CATALOGUE, "binaryCrossentropy").with("fromLogits", 1);
    private static final Choice<Loss> CATEGORICAL_LOGITS =
            Choice.of(Losses.CATALOGUE, "categoricalCrossentropy").with("fromLogits", 1);

    /** The examples of the Keras API documentation, keras.losses, which prints three or four digits. */
    static Stream<Arguments> published() {
        double[][] bits = {{0, 1}, {0, 0}};
        double[][] signs = {{-1, 1}, {-1, -1}};
        double[][] probabilities = {{0.6, 0.4}, {0.4, 0.6}};
        return Stream.of(
                row("meanSquaredError", bits, new double[][] {{1, 1}, {1, 0}}, 0.5),
                row("meanAbsoluteError", bits, new double[][] {{1, 1}, {1, 0}}, 0.5),
                row("huber", bits, probabilities, 0.155),
                row("logCosh", bits, new double[][] {{1, 1}, {0, 0}}, 0.108),
                row("binaryCrossentropy", bits, probabilities, 0.815),
                row(
                        "categoricalCrossentropy",
                        new double[][] {{0, 1, 0}, {0, 0, 1}},
                        new double[][] {{0.05, 0.95, 0}, {0.1, 0.8, 0.1}},
                        1.177),
                row("klDivergence", bits, probabilities, 0.458),
                // Keras makes −1 of the 0 of its example.
                row("hinge", signs, probabilities, 1.3));
    }

    private static Arguments row(String name, double[][] y, double[][] prediction, double loss) {
        return Arguments.of(name, y, prediction, loss);
    }

    private static double loss(Choice<Loss> loss, double[][] y, double[][] prediction) {
        return loss.make()
                .apply(Ops.constant(Tensor.matrix(y)), Ops.constant(Tensor.matrix(prediction)))
                .value()
                .item();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void loss_publishedExample_isThePublishedValue(String name, double[][] y, double[][] prediction, double expected) {
        assertEquals(expected, loss(Choice.of(Losses.CATALOGUE, name), y, prediction), 5e-4);
    }

    @Test
    void losses_ofTheCatalogue_areAllAmongThePublishedExamples() {
        List<String> rows = published().map(row -> (String) row.get()[0]).toList();
        assertEquals(
                List.of(),
                Losses.CATALOGUE.entries().stream()
                        .map(Entry::name)
                        .filter(name -> !rows.contains(name))
                        .toList());
    }

    @Test
    void binaryCrossentropy_publishedLogits_isThePublishedValue() {
        // Keras API, BinaryCrossentropy(from_logits=True): 0.865.
        assertEquals(
                0.865, loss(LOGITS, new double[][] {{0, 1, 0, 0}}, new double[][] {{-18.6, 0.51, 2.94, -12.8}}), 5e-4);
    }

    @ParameterizedTest
    @CsvSource({"-3, 0", "0.7, 1", "2, 0.25", "-0.001, 1"})
    void crossEntropy_ofLogits_isThatOfTheirProbabilities(double z, double y) {
        double p = 1 / (1 + Math.exp(-z));
        double expected = -(y * Math.log(p) + (1 - y) * Math.log(1 - p));
        assertEquals(expected, loss(LOGITS, new double[][] {{y}}, new double[][] {{z}}), 1e-14);
        assertEquals(
                expected,
                loss(Choice.of(Losses.CATALOGUE, "binaryCrossentropy"), new double[][] {{y}}, new double[][] {{p}}),
                1e-14);
        // Two classes are one logit: its difference.
        assertEquals(
                expected, loss(CATEGORICAL_LOGITS, new double[][] {{y, 1 - y}}, new double[][] {{z + 5, 5}}), 1e-14);
    }

    @ParameterizedTest
    @CsvSource({"800, 0, 800", "-800, 1, 800", "800, 1, 0", "-800, 0, 0"})
    void crossEntropy_ofHugeLogits_staysFinite(double z, double y, double expected) {
        assertEquals(expected, loss(LOGITS, new double[][] {{y}}, new double[][] {{z}}), 1e-12);
        assertEquals(expected, loss(CATEGORICAL_LOGITS, new double[][] {{y, 1 - y}}, new double[][] {{z, 0}}), 1e-12);
    }

    @Test
    void crossEntropy_ofCertainPredictions_isClippedAsKerasClips() {
        Choice<Loss> binary = Choice.of(Losses.CATALOGUE, "binaryCrossentropy");
        assertEquals(-Math.log(1e-7), loss(binary, new double[][] {{1}}, new double[][] {{0}}), 1e-9);
        assertEquals(-Math.log(1 - (1 - 1e-7)), loss(binary, new double[][] {{0}}, new double[][] {{1}}), 1e-9);
        assertEquals(-Math.log(1 - 1e-7), loss(binary, new double[][] {{1}}, new double[][] {{1}}), 1e-15);
        Choice<Loss> categorical = Choice.of(Losses.CATALOGUE, "categoricalCrossentropy");
        assertEquals(-Math.log(1e-7), loss(categorical, new double[][] {{0, 1}}, new double[][] {{1, 0}}), 1e-12);
        // Predictions that do not add up to 1 are scaled first.
        assertEquals(Math.log(4), loss(categorical, new double[][] {{0, 1}}, new double[][] {{6, 2}}), 1e-14);
        assertEquals(
                Math.log(1e7),
                loss(Choice.of(Losses.CATALOGUE, "klDivergence"), new double[][] {{0, 1}}, new double[][] {{1, 0}}),
                // Keras clips the target too: 1e-7·log(1e-7/1).
                2e-6);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.5, 0.125", "1, 1, 0.5", "1, 3, 2.5", "0.1, 3, 0.295", "2, -1.5, 1.125"})
    void huber_ofADelta_isSquareWithinAndStraightBeyond(double delta, double error, double expected) {
        Choice<Loss> huber = Choice.of(Losses.CATALOGUE, "huber").with("delta", delta);
        assertEquals(expected, loss(huber, new double[][] {{4}}, new double[][] {{4 + error}}), 1e-14);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.5, 0.12011450695827752", "-0.5, 0.12011450695827752", "-700, 699.3068528194401"})
    void logCosh_ofAnError_isItsLogCosh(double error, double expected) {
        assertEquals(
                expected,
                loss(Choice.of(Losses.CATALOGUE, "logCosh"), new double[][] {{0}}, new double[][] {{error}}),
                1e-15 * Math.max(1, Math.abs(error)));
    }

    @Test
    void crossEntropy_beyondTheClip_hasNoSlope() {
        Node prediction = Ops.constant(Tensor.matrix(new double[][] {{0, 0.5}}));
        try (GradientTape tape = new GradientTape()) {
            tape.watch(prediction);
            Node y = Ops.constant(Tensor.matrix(new double[][] {{1, 1}}));
            Node gradient = tape.gradient(
                    Choice.of(Losses.CATALOGUE, "binaryCrossentropy").make().apply(y, prediction), prediction);
            assertTrue(gradient != null);
            assertEquals("[[0, -1]]", gradient.value().toString());
        }
    }

    @Test
    void metrics_publishedExamples_areThePublishedValues() {
        // Keras API, keras.metrics: BinaryAccuracy, CategoricalAccuracy, R2Score.
        assertEquals(0.75, metric("binaryAccuracy", new double[][] {{1}, {1}, {0}, {0}}, new double[][] {
            {0.98}, {1}, {0}, {0.6}
        }));
        assertEquals(0.5, metric("categoricalAccuracy", new double[][] {{0, 0, 1}, {0, 1, 0}}, new double[][] {
            {0.1, 0.9, 0.8}, {0.05, 0.95, 0}
        }));
        assertEquals(
                0.57142854, metric("r2Score", new double[][] {{1}, {4}, {3}}, new double[][] {{2}, {4}, {4}}), 1e-7);
        // Equal targets, of which there is nothing to explain: 0, and not a number where nothing is left either.
        assertEquals(0, metric("r2Score", new double[][] {{1}, {1}}, new double[][] {{1}, {2}}));
        assertEquals(Double.NaN, metric("r2Score", new double[][] {{1}, {1}}, new double[][] {{1}, {1}}));
    }

    private static double metric(String name, double[][] y, double[][] prediction) {
        return Choice.of(Metrics.CATALOGUE, name).make().of(Tensor.matrix(y), Tensor.matrix(prediction));
    }
}
