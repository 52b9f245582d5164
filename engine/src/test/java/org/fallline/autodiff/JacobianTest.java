package org.fallline.autodiff;

import static org.fallline.autodiff.Gradients.assertGradient;
import static org.fallline.autodiff.Gradients.matrix;
import static org.fallline.autodiff.Gradients.row;
import static org.fallline.autodiff.Gradients.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Random;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Jacobians by tape. Sources as in {@link GradientTapeTest}; "API" is the reference of tf.GradientTape. */
class JacobianTest {

    @Test
    void jacobian_ofAVectorByItsOwnElements_isDiagonal() {
        // API, jacobian: x = [1, 2], y = x²; [[2, 0], [0, 4]].
        Node x = vector(1, 2);
        try (GradientTape tape = new GradientTape()) {
            tape.watch(x);
            assertGradient("[[2, 0], [0, 4]]", tape.jacobian(Ops.square(x), x));
        }
    }

    @Test
    void jacobian_byAScalar_hasTheTargetsShape() {
        // advanced, "Scalar source": y = sigmoid(x + delta) for 201 xs from −10 to 10; the Jacobian's shape is
        // (201), and its elements are y(1 − y).
        double[] xs = new double[201];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = -10 + 0.1 * i;
        }
        Variable delta = new Variable("delta", Tensor.scalar(0));
        try (GradientTape tape = new GradientTape()) {
            Node y = Ops.sigmoid(Ops.add(vector(xs), delta.read()));
            Node jacobian = tape.jacobian(y, delta);
            assertNotNull(jacobian);
            assertEquals(Shape.of(201), jacobian.shape());
            for (int i = 0; i < xs.length; i++) {
                double value = y.value().at(i);
                assertEquals(value * (1 - value), jacobian.value().at(i), 1e-15);
            }
        }
    }

    @Test
    void jacobian_ofALayerByItsKernel_hasBothShapesAndSumsToTheGradient() {
        // advanced, "Tensor source": x is (7, 5), the kernel (5, 10), y = relu(x·kernel) (7, 10); the Jacobian is
        // (7, 10, 5, 10), and its sum over the target's axes is the gradient.
        Random random = new Random(1);
        Node x = normal(random, 7, 5);
        Variable kernel = new Variable("kernel", normal(random, 5, 10).value());
        try (GradientTape tape = GradientTape.persistent()) {
            Node y = Ops.relu(Ops.matmul(x, kernel.read()));
            Node jacobian = tape.jacobian(y, kernel);
            Node gradient = tape.gradient(y, kernel);
            assertNotNull(jacobian);
            assertNotNull(gradient);
            assertEquals(Shape.of(7, 10, 5, 10), jacobian.shape());
            double[] sums = new double[50];
            for (int i = 0; i < jacobian.shape().size(); i++) {
                sums[i % 50] += jacobian.value().at(i);
            }
            for (int i = 0; i < sums.length; i++) {
                assertEquals(gradient.value().at(i), sums[i], 1e-14);
            }
        }
    }

    @Test
    void jacobian_ofAGradient_isTheHessian() {
        // advanced, "Example: Hessian": x (7, 5), layers of 8 and 6 with relu, loss = mean(x²); the Hessian by the
        // first kernel (5, 8) is (5, 8, 5, 8) and symmetric.
        Random random = new Random(2);
        Node x = normal(random, 7, 5);
        Variable first = new Variable("first", normal(random, 5, 8).value());
        Variable second = new Variable("second", normal(random, 8, 6).value());
        try (GradientTape outer = new GradientTape()) {
            Node gradient;
            try (GradientTape inner = new GradientTape()) {
                Node hidden = Ops.relu(Ops.matmul(x, first.read()));
                Node loss = Ops.mean(Ops.square(Ops.relu(Ops.matmul(hidden, second.read()))));
                gradient = inner.gradient(loss, first);
            }
            assertNotNull(gradient);
            Node hessian = outer.jacobian(gradient, first);
            assertNotNull(hessian);
            assertEquals(Shape.of(5, 8, 5, 8), hessian.shape());
            for (int i = 0; i < 40; i++) {
                for (int j = 0; j < i; j++) {
                    double scale = Math.max(1, Math.abs(hessian.value().at(40 * i + j)));
                    assertEquals(hessian.value().at(40 * i + j), hessian.value().at(40 * j + i), 1e-13 * scale);
                }
            }
        }
    }

    @Test
    void jacobian_underAnOuterTape_isDifferentiatedAgain() {
        // y = x³ element by element; the Jacobian's elements sum to 3(x₀² + x₁²), whose gradient is 6x.
        Node x = vector(1, 2);
        try (GradientTape outer = new GradientTape()) {
            outer.watch(x);
            Node jacobian;
            try (GradientTape inner = new GradientTape()) {
                inner.watch(x);
                Node cube = Ops.multiply(Ops.square(x), x);
                jacobian = assertGradient("[[3, 0], [0, 12]]", inner.jacobian(cube, x));
            }
            assertGradient("[6, 12]", outer.gradient(jacobian, x));
        }
    }

    @Test
    void jacobian_ofNothing_isEmpty() {
        Node empty = Ops.constant(Tensor.filled(Shape.of(0), 1));
        try (GradientTape tape = GradientTape.persistent()) {
            Node x = tape.watch(vector(1, 2));
            tape.watch(empty);
            Node ofNothing = tape.jacobian(Ops.square(empty), x);
            Node byNothing = tape.jacobian(Ops.add(x, Ops.sum(empty)), empty);
            assertNotNull(ofNothing);
            assertNotNull(byNothing);
            assertEquals(Shape.of(0, 2), ofNothing.shape());
            assertEquals(Shape.of(2, 0), byNothing.shape());
        }
    }

    @Test
    void jacobian_byANest_hasItsStructure() {
        Variable w = new Variable("w", Tensor.matrix(new double[][] {{2, 3}}));
        Variable b = new Variable("b", Tensor.vector(0, 0));
        Variable unused = new Variable("unused", Tensor.vector(1, 1, 1));
        Nest<Variable> sources = Nest.of(Map.of("w", w, "b", b, "unused", unused));
        try (GradientTape tape = GradientTape.persistent()) {
            Node y = Ops.add(Ops.matmul(matrix(row(5)), w.read()), b.read());
            Nest<Node> jacobians = tape.jacobian(y, sources, UnconnectedGradients.ZERO);
            assertGradient("[[[[5, 0]], [[0, 5]]]]", jacobians.at("w").value());
            assertGradient("[[[1, 0], [0, 1]]]", jacobians.at("b").value());
            assertGradient("[[[0, 0, 0], [0, 0, 0]]]", jacobians.at("unused").value());
            assertNull(tape.jacobian(y, unused));
        }
    }

    @Test
    void jacobian_ofAScalar_isTheGradient() {
        Node x = vector(1, 2);
        try (GradientTape tape = GradientTape.persistent()) {
            tape.watch(x);
            assertGradient("[2, 4]", tape.jacobian(Ops.sum(Ops.square(x)), x));
        }
    }

    @Test
    void batchJacobian_ofSquares_isAJacobianForEachExample() {
        // API, batch_jacobian: x = [[1, 2], [3, 4]], y = x²; [[[2, 0], [0, 4]], [[6, 0], [0, 8]]].
        Node x = matrix(row(1, 2), row(3, 4));
        try (GradientTape tape = new GradientTape()) {
            tape.watch(x);
            assertGradient("[[[2, 0], [0, 4]], [[6, 0], [0, 8]]]", tape.batchJacobian(Ops.square(x), x));
        }
    }

    @Test
    void batchJacobian_ofLayers_isTheDiagonalOfTheWholeJacobian() {
        // advanced, "Batch Jacobian": x (7, 5), layers of 8 and 6; the whole Jacobian is (7, 6, 7, 5) and the batch's
        // (7, 6, 5), the sum of the whole over the second batch axis.
        Random random = new Random(3);
        Node x = normal(random, 7, 5);
        Node first = normal(random, 5, 8);
        Node second = normal(random, 8, 6);
        try (GradientTape tape = GradientTape.persistent()) {
            tape.watch(x);
            Node y = Activations.elu(Ops.matmul(Activations.elu(Ops.matmul(x, first), 1), second), 1);
            Node whole = tape.jacobian(y, x);
            Node batch = tape.batchJacobian(y, x);
            assertNotNull(whole);
            assertNotNull(batch);
            assertEquals(Shape.of(7, 6, 7, 5), whole.shape());
            assertEquals(Shape.of(7, 6, 5), batch.shape());
            for (int i = 0; i < batch.shape().size(); i++) {
                int example = i / 30;
                double expected = whole.value().at((i / 5 * 7 + example) * 5 + i % 5);
                assertEquals(expected, batch.value().at(i));
            }
        }
    }

    @Test
    void batchJacobian_ofExamplesThatDependOnEachOther_sumsOverThem() {
        // advanced, "Batch Jacobian": normalizing across the batch still gives the expected shape. Here each
        // example is the sum of both, so each derivative counts twice.
        Node x = matrix(row(1, 2), row(3, 4));
        try (GradientTape tape = new GradientTape()) {
            tape.watch(x);
            Node y = Ops.broadcastTo(Ops.sumTo(x, Shape.of(1, 2)), Shape.of(2, 2));
            assertGradient("[[[2, 0], [0, 2]], [[2, 0], [0, 2]]]", tape.batchJacobian(y, x));
        }
    }

    @Test
    void gradient_ofAnElementWiseTarget_isTheDiagonalOfTheJacobian() {
        // intro, "Gradients of non-scalar targets": "in some cases you can skip the Jacobian"; sigmoid from −10 to 10.
        Node x = vector(-10, -5, 0, 5, 10);
        try (GradientTape tape = GradientTape.persistent()) {
            tape.watch(x);
            Node y = Ops.sigmoid(x);
            Node gradient = tape.gradient(y, x);
            Node jacobian = tape.jacobian(y, x);
            assertNotNull(gradient);
            assertNotNull(jacobian);
            for (int i = 0; i < 5; i++) {
                assertEquals(gradient.value().at(i), jacobian.value().at(6 * i));
            }
        }
    }

    @Test
    void batchJacobian_underAnOuterTape_isDifferentiatedAgain() {
        // y = x³: the elements sum to 3Σx², whose gradient is 6x.
        Node x = matrix(row(1, 2), row(3, 4));
        try (GradientTape outer = new GradientTape()) {
            outer.watch(x);
            Node jacobian;
            try (GradientTape inner = new GradientTape()) {
                inner.watch(x);
                Node cube = Ops.multiply(Ops.square(x), x);
                jacobian = assertGradient("[[[3, 0], [0, 12]], [[27, 0], [0, 48]]]", inner.batchJacobian(cube, x));
            }
            assertGradient("[[6, 12], [18, 24]]", outer.gradient(jacobian, x));
        }
    }

    @Test
    void batchJacobian_unconnected_isNullOrZeros() {
        Node x = matrix(row(1, 2), row(3, 4));
        Node y = vector(5, 6);
        try (GradientTape tape = GradientTape.persistent()) {
            tape.watch(x);
            tape.watch(y);
            Node target = Ops.square(y);
            assertNull(tape.batchJacobian(target, x));
            assertGradient("[[0, 0], [0, 0]]", tape.batchJacobian(target, x, UnconnectedGradients.ZERO));
            assertGradient("[10, 12]", tape.batchJacobian(target, y));
        }
    }

    @Test
    void batchJacobian_ofOtherBatches_isRefusedWithBothShapes() {
        Node x = matrix(row(1, 2), row(3, 4));
        try (GradientTape tape = GradientTape.persistent()) {
            tape.watch(x);
            IllegalArgumentException e = assertThrows(
                    IllegalArgumentException.class, () -> tape.batchJacobian(Ops.sumTo(x, Shape.of(1, 2)), x));
            assertEquals("the batches (1, 2) and (2, 2) must hold the same number of examples", e.getMessage());
            IllegalArgumentException scalar =
                    assertThrows(IllegalArgumentException.class, () -> tape.batchJacobian(Ops.sum(x), x));
            assertEquals("a scalar target is not a batch", scalar.getMessage());
        }
    }

    private static Node normal(Random random, int rows, int columns) {
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian();
        }
        return Ops.constant(Tensor.of(Shape.of(rows, columns), values, 0));
    }
}
