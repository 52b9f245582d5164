package org.fallline.autodiff;

import static org.fallline.autodiff.OpCase.ANY;
import static org.fallline.autodiff.OpCase.NOT_ZERO;
import static org.fallline.autodiff.OpRow.composed;

import java.util.List;
import java.util.Random;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;

/** The operations of {@link Activations}. */
final class ActivationCases {
    static final List<OpRow> ROWS = List.of(
            composed(
                    "Activations.leakyRelu",
                    NOT_ZERO,
                    a -> Activations.leakyRelu(a, 0.2),
                    a -> a > 0 ? a : 0.2 * a,
                    "0 () = constant 0; v1 () = greater(a, 0); 0.2 () = constant 0.2; "
                            + "v2 () = multiply(0.2, a); v3 () = where(v1, a, v2)"),
            composed(
                    "Activations.elu",
                    NOT_ZERO,
                    a -> Activations.elu(a, 1.5),
                    a -> elu(a, 1.5),
                    "0 () = constant 0; v1 () = less(a, 0); 1.5 () = constant 1.5; 0 () = constant 0; "
                            + "v2 () = where(v1, a, 0); v3 () = expm1(v2); v4 () = multiply(1.5, v3); "
                            + "v5 () = where(v1, v4, a)"),
            composed(
                    "Activations.selu",
                    NOT_ZERO,
                    Activations::selu,
                    a -> 1.0507009873554805 * elu(a, 1.6732632423543772),
                    "1.0507009873554805 () = constant 1.0507009873554805; 0 () = constant 0; "
                            + "v1 () = less(a, 0); 1.6732632423543772 () = constant 1.6732632423543772; "
                            + "0 () = constant 0; v2 () = where(v1, a, 0); v3 () = expm1(v2); "
                            + "v4 () = multiply(1.6732632423543772, v3); v5 () = where(v1, v4, a); "
                            + "v6 () = multiply(1.0507009873554805, v5)"),
            composed(
                    "Activations.gelu",
                    ANY,
                    Activations::gelu,
                    a -> a / 2 * (1 + ElementwiseCases.erf(a / Math.sqrt(2))),
                    "0.5 () = constant 0.5; v1 () = multiply(0.5, a); 1 () = constant 1; "
                            + "1.4142135623730951 () = constant 1.4142135623730951; "
                            + "v2 () = divide(a, 1.4142135623730951); v3 () = erf(v2); v4 () = add(1, v3); "
                            + "v5 () = multiply(v1, v4)"),
            composed(
                    "Activations.geluTanh",
                    ANY,
                    Activations::geluTanh,
                    a -> a / 2 * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (a + 0.044715 * a * a * a))),
                    "0.5 () = constant 0.5; v1 () = multiply(0.5, a); 1 () = constant 1; "
                            + "0.7978845608028654 () = constant 0.7978845608028654; "
                            + "0.044715 () = constant 0.044715; v2 () = square(a); v3 () = multiply(v2, a); "
                            + "v4 () = multiply(0.044715, v3); v5 () = add(a, v4); "
                            + "v6 () = multiply(0.7978845608028654, v5); v7 () = tanh(v6); v8 () = add(1, v7); "
                            + "v9 () = multiply(v1, v8)"),
            composed(
                    "Activations.swish",
                    ANY,
                    a -> Activations.swish(a, 1.5),
                    a -> a / (1 + Math.exp(-1.5 * a)),
                    "1.5 () = constant 1.5; v1 () = multiply(1.5, a); v2 () = sigmoid(v1); "
                            + "v3 () = multiply(a, v2)"),
            new OpRow(
                    softmax(Shape.of(2, 3), -1),
                    "v1 (2, 1) = maxTo(a); v2 (2, 1) = stopGradient(v1); v3 (2, 3) = broadcast(v2); "
                            + "v4 (2, 3) = subtract(a, v3); v5 (2, 3) = exp(v4); v6 (2, 1) = sumTo(v5); "
                            + "v7 (2, 3) = broadcast(v6); v8 (2, 3) = divide(v5, v7)",
                    random -> softmax(random)),
            new OpRow(
                    logSoftmax(Shape.of(2, 3), -1),
                    "v1 (2, 1) = maxTo(a); v2 (2, 1) = stopGradient(v1); v3 (2, 3) = broadcast(v2); "
                            + "v4 (2, 3) = subtract(a, v3); v5 (2, 3) = exp(v4); v6 (2, 1) = sumTo(v5); "
                            + "v7 (2, 1) = log(v6); v8 (2, 3) = broadcast(v7); v9 (2, 3) = subtract(v4, v8)",
                    random -> logSoftmax(random)));

    private ActivationCases() {}

    private static double elu(double a, double alpha) {
        return a > 0 ? a : alpha * Math.expm1(a);
    }

    private static OpCase softmax(Random random) {
        Shape shape = RandomShapes.withAxes(random);
        return softmax(shape, random.nextInt(2 * shape.rank()) - shape.rank());
    }

    private static OpCase softmax(Shape shape, int axis) {
        return OpCase.of(
                "Activations.softmax",
                shape,
                ANY,
                a -> Activations.softmax(a, axis),
                a -> Naive.table(shape, index -> share(a, axis, index)));
    }

    private static OpCase logSoftmax(Random random) {
        Shape shape = RandomShapes.withAxes(random);
        return logSoftmax(shape, random.nextInt(2 * shape.rank()) - shape.rank());
    }

    private static OpCase logSoftmax(Shape shape, int axis) {
        return OpCase.of(
                "Activations.logSoftmax",
                shape,
                ANY,
                a -> Activations.logSoftmax(a, axis),
                a -> Naive.table(shape, index -> Math.log(share(a, axis, index))));
    }

    private static double share(Tensor a, int axis, int... index) {
        double sum = 0;
        int[] other = index.clone();
        for (int i = 0; i < a.shape().extent(axis); i++) {
            other[a.shape().axis(axis)] = i;
            sum += Math.exp(Naive.at(a, other));
        }
        return Math.exp(Naive.at(a, index)) / sum;
    }
}
