package org.fallline.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.autodiff.ParameterLayout;
import org.fallline.autodiff.Reductions;
import org.fallline.autodiff.ValueAndGradient;
import org.fallline.catalogue.Entry;
import org.fallline.nn.Activations;
import org.fallline.nn.BatchNormalization;
import org.fallline.nn.Dense;
import org.fallline.nn.Layer;
import org.fallline.nn.LayerNormalization;
import org.fallline.nn.Loss;
import org.fallline.nn.Losses;
import org.fallline.nn.Model;
import org.fallline.nn.Pass;
import org.fallline.nn.Regularization;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Emitted modules beside the compiled program.
 *
 * <p>A float has a relative error of 6e-8; a network of some ten roundings a layer, of sums of some ten terms that may cancel to a
 * tenth, has some 1e-6, and 1e-5 where normalization divides by a small deviation.
 */
class EmitterTest {
    private static final double TOLERANCE = 1e-5;
    private static final int EXAMPLES = 13;

    static List<String> activations() {
        return Activations.CATALOGUE.entries().stream().map(Entry::name).toList();
    }

    static List<String> losses() {
        return Losses.CATALOGUE.entries().stream().map(Entry::name).toList();
    }

    @ParameterizedTest
    @MethodSource("activations")
    void emit_everyActivation_agreesWithTheProgram(String activation) {
        check(network(2, Dense.of(5, activation), Dense.of(3, activation), Dense.of(1, "linear")), meanSquares());
    }

    @ParameterizedTest
    @MethodSource("losses")
    void emit_everyLoss_agreesWithTheProgram(String loss) {
        Loss made = Losses.CATALOGUE.entries().stream()
                .filter(entry -> entry.name().equals(loss))
                .findFirst()
                .orElseThrow()
                .make();
        String last = made.target() == Loss.Target.DISTRIBUTION
                ? "softmax"
                : made.target() == Loss.Target.PROBABILITY ? "sigmoid" : "linear";
        int units = last.equals("softmax") ? 3 : 1;
        check(network(2, Dense.of(4, "tanh"), Dense.of(units, last)), made);
    }

    @ParameterizedTest
    @ValueSource(strings = {"binaryCrossentropy", "categoricalCrossentropy"})
    void emit_lossesFromLogits_agreeWithTheProgram(String name) {
        Loss made = Losses.CATALOGUE.entries().stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow()
                .make();
        int units = made.target() == Loss.Target.DISTRIBUTION ? 3 : 1;
        Loss fromLogits = new Loss(
                made.target(),
                0,
                units == 3
                        ? (y, z) -> Ops.negate(Ops.mean(Reductions.sum(
                                Ops.multiply(y, org.fallline.autodiff.Activations.logSoftmax(z, -1)), -1)))
                        : (y, z) -> Ops.mean(Ops.subtract(Ops.softplus(z), Ops.multiply(y, z))));
        check(network(2, Dense.of(4, "tanh"), Dense.of(units, "linear")), fromLogits);
    }

    @Test
    void emit_normalizedLayers_agreeWithTheProgram() {
        check(
                network(
                        2,
                        Dense.of(6, "tanh"),
                        new BatchNormalization(1e-3),
                        Dense.of(10, "relu"),
                        new LayerNormalization(1e-3),
                        Dense.of(3, "swish"),
                        new BatchNormalization(1e-3),
                        Dense.of(1, "linear")),
                meanSquares());
    }

    @Test
    void emit_pricedWeights_agreeWithTheProgram() {
        check(
                network(
                        3,
                        Dense.of(20, "tanh").with(new Regularization(0.01, 0)),
                        Dense.of(20, "tanh").with(new Regularization(0, 0.02)),
                        Dense.of(2, "linear").with(new Regularization(0.01, 0.02))),
                meanSquares());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 32, 37})
    void emit_everyWidth_agreesWithTheProgram(int width) {
        check(network(width, Dense.of(width, "tanh"), Dense.of(width, "tanh"), Dense.of(1, "linear")), meanSquares());
    }

    @Test
    void emit_linearModel_agreesWithTheProgram() {
        check(network(4, Dense.of(2, "linear")), meanSquares());
    }

    @Test
    void emit_formulasOfColumns_agreeWithTheProgram() {
        Random random = new Random(3);
        Tensor x = random(random, 17);
        Tensor y = random(random, 17);
        ParameterLayout layout = ParameterLayout.scalars(List.of("a", "b", "c"));
        check(layout, p -> {
            Node wave = Ops.multiply(p.get(0), Ops.sin(Ops.multiply(p.get(1), Ops.literal(x))));
            Node error = Ops.subtract(Ops.add(wave, p.get(2)), Ops.literal(y));
            Node spread = Reductions.variance(Ops.exp(Ops.multiply(p.get(2), Ops.literal(x))));
            return Ops.add(
                    Ops.sum(Ops.power(error, Ops.constant(4))),
                    Ops.add(Ops.sqrt(spread), Reductions.max(Ops.abs(error))));
        });
    }

    @Test
    void emit_formulaWithoutData_agreesWithTheProgram() {
        ParameterLayout layout = ParameterLayout.scalars(List.of("x", "y"));
        check(layout, p -> {
            Node sum = Ops.add(Ops.square(p.get(0)), Ops.power(p.get(1), Ops.constant(2)));
            return Ops.add(Ops.cosh(p.get(0)), Ops.add(sum, Ops.log(Ops.add(sum, Ops.constant(1)))));
        });
    }

    @Test
    void emit_exampleOfThePackageDescription_runs() {
        ParameterLayout layout = ParameterLayout.scalars(List.of("w", "b"));
        Node x = Ops.literal(Tensor.vector(1, 2, 3));
        Node y = Ops.literal(Tensor.vector(2, 4, 7));
        EmittedSurface surface =
                surface(layout, p -> Ops.meanSquaredError(Ops.add(Ops.multiply(p.get(0), x), p.get(1)), y));
        double[] losses = WasmRun.losses(
                surface, new double[2], new double[] {1, 0}, new double[] {0, 1}, new double[] {2, 2, 0}, new double[] {
                    0, 1, 0
                });
        // Errors (0, 0, −1), (1, 1, 0) and (−2, −4, −7).
        assertEquals(1 / 3.0, losses[0], 1e-7);
        assertEquals(2 / 3.0, losses[1], 1e-7);
        assertEquals(23, losses[2], 1e-5);
    }

    @Test
    void emit_whatHasNoExpression_saysSo() {
        Emitter.Emission emission = Emitter.emit(ParameterLayout.scalars(List.of("x")), p -> Ops.asin(p.get(0)), false);
        assertNull(emission.surface());
        assertEquals("there is no expression of asin", emission.reason());
    }

    @Test
    void evaluate_planesThatAreNotFinite_doesNotTrap() {
        Case network = network(2, Dense.of(8, "tanh"), Dense.of(1, "sigmoid"));
        EmittedSurface surface = surface(network.layout(), network.loss(meanSquares()));
        int size = network.layout().size();
        double[] bad = new double[size];
        for (int i = 0; i < size; i++) {
            bad[i] = i % 3 == 0 ? Double.NaN : i % 3 == 1 ? Double.POSITIVE_INFINITY : 1e300;
        }
        double[] zeros = new double[size];
        double[] points = {0, 1, Double.NaN, Double.NEGATIVE_INFINITY, 1e308};
        for (double loss : WasmRun.losses(surface, bad, bad, zeros, points, points)) {
            assertTrue(Double.isNaN(loss));
        }
        double[] finite = WasmRun.losses(surface, zeros, zeros, zeros, new double[] {0}, new double[] {0});
        assertTrue(Double.isFinite(finite[0]));
    }

    // What is compared

    private record Case(Model model, Random random) {
        ParameterLayout layout() {
            return model.parameters();
        }

        Function<List<Node>, Node> loss(Loss loss) {
            Tensor x = EmitterTest.random(random, EXAMPLES, model.inputs());
            Tensor y = targets(loss);
            return parameters -> {
                Node prediction = model.predict(parameters, Ops.literal(x), Pass.measuring());
                Node mean = loss.apply(Ops.literal(y), prediction);
                Node penalty = model.penalty(parameters);
                return penalty == null ? mean : Ops.add(mean, penalty);
            };
        }

        private Tensor targets(Loss loss) {
            int units = model.outputs();
            Tensor targets = EmitterTest.random(random, EXAMPLES, units);
            double[] values = new double[EXAMPLES * units];
            for (int i = 0; i < values.length; i++) {
                values[i] = switch (loss.target()) {
                    case QUANTITY -> targets.at(i);
                    case SIGN -> targets.at(i) > 0 ? 1 : -1;
                    case PROBABILITY -> targets.at(i) > 0 ? 1 : 0;
                    case DISTRIBUTION -> i % units == i / units % units ? 1 : 0;
                };
            }
            return Tensor.of(targets.shape(), values, 0);
        }
    }

    private static Case network(int inputs, Layer... layers) {
        return new Case(new Model(inputs, List.of(layers)), new Random(1));
    }

    private static Loss meanSquares() {
        return Losses.CATALOGUE.entries().get(0).make();
    }

    private static Tensor random(Random random, int... extents) {
        Shape shape = Shape.of(extents);
        double[] values = new double[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian();
        }
        return Tensor.of(shape, values, 0);
    }

    private static void check(Case network, Loss loss) {
        check(network.layout(), network.loss(loss));
    }

    private static EmittedSurface surface(ParameterLayout layout, Function<List<Node>, Node> loss) {
        Emitter.Emission emission = Emitter.emit(layout, loss, false);
        EmittedSurface surface = emission.surface();
        if (surface == null) {
            throw new AssertionError(emission.reason());
        }
        return surface;
    }

    private static void check(ParameterLayout layout, Function<List<Node>, Node> loss) {
        EmittedSurface surface = surface(layout, loss);
        Random random = new Random(5);
        int size = layout.size();
        List<double[]> plane = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            plane.add(random.doubles(size, -1, 1).toArray());
        }
        double[] u = random.doubles(7, -2, 2).toArray();
        double[] v = random.doubles(7, -2, 2).toArray();
        double[] losses = WasmRun.losses(surface, plane.get(0), plane.get(1), plane.get(2), u, v);
        ValueAndGradient program = ValueAndGradient.of(layout, loss);
        double[] params = new double[size];
        for (int k = 0; k < u.length; k++) {
            for (int i = 0; i < size; i++) {
                params[i] = plane.get(0)[i] + u[k] * plane.get(1)[i] + v[k] * plane.get(2)[i];
            }
            double expected = program.value(params);
            assertEquals(expected, losses[k], TOLERANCE * Math.abs(expected));
        }
    }
}
