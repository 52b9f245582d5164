package org.fallline.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.autodiff.ParameterLayout;
import org.fallline.autodiff.ValueAndGradient;
import org.fallline.catalogue.Choice;
import org.fallline.catalogue.Entry;
import org.fallline.math.Key;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;
import org.fallline.test.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ModelTest {
    private static Node constant(double[][] rows) {
        return Ops.constant(Tensor.matrix(rows));
    }

    private static List<Node> constants(ParameterLayout layout, double[] values) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < layout.names().size(); i++) {
            nodes.add(Ops.constant(Tensor.of(layout.shapes().get(i), values, layout.offset(i))));
        }
        return nodes;
    }

    @Test
    void parameters_ofLayers_areNamedByTheirLayer() {
        Model model = new Model(
                3, List.of(Dense.of(4, "tanh"), new Dropout(0.5), new BatchNormalization(1e-3), Dense.of(2, "linear")));
        assertEquals(
                List.of("W1", "b1", "γ2", "β2", "W3", "b3"), model.parameters().names());
        assertEquals(
                List.of(Shape.of(3, 4), Shape.of(4), Shape.of(4), Shape.of(4), Shape.of(4, 2), Shape.of(2)),
                model.parameters().shapes());
        assertEquals(2, model.outputs());
        double[] initial = model.initial(Key.of(1));
        assertEquals(34, initial.length);
        assertArrayEquals(new double[] {0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0}, Arrays.copyOfRange(initial, 12, 24));
        assertArrayEquals(initial, model.initial(Key.of(1)));
        assertNotEquals(initial[0], model.initial(Key.of(2))[0]);
    }

    @Test
    void predict_smallNetwork_isAsWorkedByHand() {
        // tanh(1·0.5 + 2·(−0.25) + 0.1) = tanh 0.1; tanh(1·1 + 2·0.5 − 2) = 0; 3·tanh 0.1 + 0.5.
        Model model = new Model(2, List.of(Dense.of(2, "tanh"), Dense.of(1, "linear")));
        double[] params = {0.5, 1, -0.25, 0.5, 0.1, -2, 3, 7, 0.5};
        Node prediction = model.predict(
                constants(model.parameters(), params), constant(new double[][] {{1, 2}}), Pass.measuring());
        assertEquals(3 * Math.tanh(0.1) + 0.5, prediction.value().item(), 1e-15);
    }

    @Test
    void layerNormalization_publishedExample_isEachExamplesOwn() {
        // Keras API, LayerNormalization: of rows (0, 10), (20, 30), … all become (−1, 1), but for epsilon.
        Model model = new Model(2, List.of(new LayerNormalization(1e-3)));
        Node normal = model.predict(
                constants(model.parameters(), new double[] {1, 1, 0, 0}),
                constant(new double[][] {{0, 10}, {20, 30}, {40, 50}}),
                Pass.measuring());
        double one = 5 / Math.sqrt(25 + 1e-3);
        for (int i = 0; i < 6; i++) {
            assertEquals(i % 2 == 0 ? -one : one, normal.value().at(i), 1e-15);
        }
    }

    @Test
    void batchNormalization_ofABatch_isByItsColumns() {
        // Columns (1, 3) and (10, 10): means 2 and 10, variances 1 and 0; then 2·x + 5.
        Model model = new Model(2, List.of(new BatchNormalization(1e-3)));
        List<Node> params = constants(model.parameters(), new double[] {2, 2, 5, 5});
        Pass measured = Pass.measuring();
        Node normal = model.predict(params, constant(new double[][] {{1, 10}, {3, 10}}), measured);
        double one = 2 / Math.sqrt(1 + 1e-3);
        assertArrayEquals(new double[] {5 - one, 5, 5 + one, 5}, normal.value().toArray(), 1e-15);
        assertEquals("[2, 10]", measured.statistics().get(0).value().toString());
        assertEquals("[1, 0]", measured.statistics().get(1).value().toString());
        // Inference on one example alone: by the statistics that were measured.
        Node alone = model.predict(params, constant(new double[][] {{3, 10}}), Pass.inference(measured.statistics()));
        assertArrayEquals(new double[] {5 + one, 5}, alone.value().toArray(), 1e-15);
    }

    @Test
    void dropout_inTraining_dropsByTheMaskAndElseNothing() {
        Model model = new Model(2, List.of(new Dropout(0.5)));
        Node x = constant(new double[][] {{1, 2}});
        assertEquals(
                "[[0, 4]]",
                model.predict(List.of(), x, Pass.training(List.of(constant(new double[][] {{0, 2}}))))
                        .value()
                        .toString());
        assertEquals(
                "[[1, 2]]",
                model.predict(List.of(), x, Pass.measuring()).value().toString());
    }

    @Test
    void masks_ofARate_dropThatShareAndKeepTheMean() {
        Model model = new Model(10, List.of(new Dropout(0.25), Dense.of(4, "relu"), new Dropout(0)));
        ParameterLayout layout = model.masks(200);
        assertEquals(List.of(Shape.of(200, 10), Shape.of(200, 4)), layout.shapes());
        Masks masks = model.masks(200, Key.of(3));
        double[] first = new double[layout.size() + 1];
        masks.fill(0, first, 1);
        int dropped = 0;
        for (int i = 1; i <= 2000; i++) {
            assertTrue(first[i] == 0 || first[i] == 1 / 0.75, "a mask of " + first[i]);
            dropped += first[i] == 0 ? 1 : 0;
        }
        // Four standard errors of a share of 2000.
        assertEquals(0.25, dropped / 2000.0, 4 * Math.sqrt(0.25 * 0.75 / 2000));
        assertEquals(1, first[2001]);
        double[] second = new double[layout.size() + 1];
        masks.fill(1, second, 1);
        assertTrue(!Arrays.equals(first, second));
        masks.fill(0, second, 1);
        assertArrayEquals(first, second);
    }

    @Test
    void penalty_ofLayers_isTheSumOfTheirPrices() {
        Model model = new Model(
                2,
                List.of(
                        Dense.of(1, "tanh").with(new Regularization(0.5, 0)),
                        Dense.of(1, "tanh"),
                        Dense.of(1, "linear").with(new Regularization(0.1, 2))));
        // 0.5·(|1| + |−2|) + 0.1·|−3| + 2·9; biases and the second layer are free.
        Node penalty = model.penalty(constants(model.parameters(), new double[] {1, -2, 9, 9, 9, -3, 9}));
        assertTrue(penalty != null);
        assertEquals(1.5 + 0.3 + 18, penalty.value().item(), 1e-14);
        Model free = new Model(2, List.of(Dense.of(1, "tanh")));
        assertNull(free.penalty(constants(free.parameters(), new double[] {1, 2, 3})));
    }

    @Test
    void gradient_ofRandomNetworks_agreesWithCentralDifferences() {
        Cases.forEachSeed(60, random -> {
            int n = 2 + random.nextInt(4);
            int inputs = 1 + random.nextInt(3);
            Model model = new Model(inputs, layers(random));
            Tensor x = normal(random, n, inputs);
            Tensor y = normal(random, n, model.outputs());
            ParameterLayout layout = model.parameters();
            double[] mask = new double[model.masks(n).size()];
            model.masks(n, Key.of(random.nextInt())).fill(0, mask, 0);
            ValueAndGradient function = ValueAndGradient.of(layout, model.masks(n), nodes -> {
                List<Node> parameters = nodes.subList(0, layout.names().size());
                Pass pass = Pass.training(nodes.subList(layout.names().size(), nodes.size()));
                Node loss = Ops.meanSquaredError(model.predict(parameters, Ops.literal(x), pass), Ops.literal(y));
                Node penalty = model.penalty(parameters);
                return penalty == null ? loss : Ops.add(loss, penalty);
            });
            System.arraycopy(mask, 0, function.data(), 0, mask.length);
            double[] params = model.initial(Key.of(random.nextInt()));
            for (int i = 0; i < params.length; i++) {
                params[i] += 0.3 * random.nextGaussian();
            }
            double[] gradient = new double[params.length];
            double[] direction = new double[params.length];
            double slope = 0;
            function.valueAndGradient(params, gradient);
            for (int i = 0; i < params.length; i++) {
                direction[i] = random.nextGaussian();
                slope += gradient[i] * direction[i];
            }
            double h = 1e-5;
            double difference = (at(function, params, direction, h) - at(function, params, direction, -h)) / (2 * h);
            // h² times a third derivative, and rounding over h: both some 1e-9 of losses and slopes of size 1 to 100.
            assertEquals(slope, difference, 1e-6 * Math.max(1, Math.abs(slope)), model.toString());
        });
    }

    private static double at(ValueAndGradient function, double[] params, double[] direction, double step) {
        double[] moved = params.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += step * direction[i];
        }
        return function.value(moved);
    }

    /** Layers of every kind, with activations that have slopes everywhere: at a kink, central differences are of no use. */
    private static List<Layer> layers(Random random) {
        List<String> smooth = Activations.CATALOGUE.entries().stream()
                .map(Entry::name)
                .filter(name -> !name.equals("relu") && !name.equals("leakyRelu") && !name.equals("selu"))
                .toList();
        List<Layer> layers = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            layers.add(
                    switch (random.nextInt(6)) {
                        case 0 -> new Dropout(0.3);
                        case 1 -> new LayerNormalization(1e-2);
                        case 2 -> new BatchNormalization(1e-2);
                        default -> {
                            String name = smooth.get(random.nextInt(smooth.size()));
                            yield Dense.of(1 + random.nextInt(4), name)
                                    .with(new Regularization(0, random.nextInt(2) * 0.1));
                        }
                    });
        }
        layers.add(Dense.of(1 + random.nextInt(2), "linear"));
        return layers;
    }

    private static Tensor normal(Random random, int rows, int columns) {
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian();
        }
        return Tensor.of(Shape.of(rows, columns), values, 0);
    }

    @Test
    void layers_thatCannotBe_areRefused() {
        assertRefused("a dense layer of 0 units: expected at least 1", () -> Dense.of(0, "tanh"));
        assertRefused("rate is 1 but must be a number from 0 up to but not including 1", () -> new Dropout(1));
        assertRefused("epsilon is 0 but must be a number from 1e-12 to 1", () -> new BatchNormalization(0));
        assertRefused("a model of 0 inputs: expected at least 1", () -> new Model(0, List.of()));
        assertRefused(
                "there is no activation \"tanhh\"; there is " + Activations.CATALOGUE.names(),
                () -> Dense.of(1, "tanhh"));
        assertEquals(
                "4 elu(alpha 0.5)",
                Dense.of(4, "tanh")
                        .with(Choice.of(Activations.CATALOGUE, "elu").with("alpha", 0.5))
                        .text());
    }

    private static void assertRefused(String message, Executable made) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, made).getMessage());
    }
}
