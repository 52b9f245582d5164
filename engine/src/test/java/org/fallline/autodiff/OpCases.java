package org.fallline.autodiff;

import static org.fallline.autodiff.OpCase.awayFromZero;
import static org.fallline.autodiff.OpCase.between;
import static org.fallline.autodiff.OpCase.binary;
import static org.fallline.autodiff.OpCase.unary;

import java.util.List;
import java.util.function.Function;
import org.fallline.autodiff.OpCase.Range;
import org.fallline.tensor.Shape;

/** Every operation there is: a row an op, and one more for each way its shapes can meet. */
final class OpCases {
    private static final Range ANY = between(-2, 2);
    private static final Range POSITIVE = between(0.3, 2);
    private static final Range NOT_ZERO = awayFromZero(0.3, 2);

    static final List<OpCase> ROWS = List.of(
            // Leaves
            unary("input", ANY, a -> a, a -> a, ""),
            unary("constant", ANY, a -> Ops.constant(7), a -> 7, "7 () = constant 7")
                    .ofOne(),
            unary("zerosLike", ANY, Ops::zerosLike, a -> 0, "v1 (2, 3) = constant [[0, 0, 0], [0, 0, 0]]"),
            // Arithmetic
            binary("add", ANY, Ops::add, (a, b) -> a + b, "v1 (2, 3) = add(a, b)"),
            binary("subtract", ANY, Ops::subtract, (a, b) -> a - b, "v1 (2, 3) = subtract(a, b)"),
            binary("multiply", ANY, Ops::multiply, (a, b) -> a * b, "v1 (2, 3) = multiply(a, b)"),
            binary("divide", NOT_ZERO, Ops::divide, (a, b) -> a / b, "v1 (2, 3) = divide(a, b)"),
            binary("power", POSITIVE, Ops::power, Math::pow, "v1 (2, 3) = power(a, b)"),
            // Arithmetic, with broadcasting
            general(
                    "add",
                    List.of(Shape.of(2, 3), Shape.of(3)),
                    ANY,
                    in -> Ops.add(in.get(0), in.get(1)),
                    in -> table(2, 3, (i, j) -> in[0][3 * i + j] + in[1][j]),
                    "v1 (2, 3) = broadcast(b); v2 (2, 3) = add(a, v1)"),
            general(
                    "multiply",
                    List.of(Shape.of(2, 1), Shape.of(1, 3)),
                    ANY,
                    in -> Ops.multiply(in.get(0), in.get(1)),
                    in -> table(2, 3, (i, j) -> in[0][i] * in[1][j]),
                    "v1 (2, 3) = broadcast(a); v2 (2, 3) = broadcast(b); v3 (2, 3) = multiply(v1, v2)"),
            general(
                    "subtract",
                    List.of(Shape.SCALAR, Shape.of(2, 2)),
                    ANY,
                    in -> Ops.subtract(in.get(0), in.get(1)),
                    in -> table(2, 2, (i, j) -> in[0][0] - in[1][2 * i + j]),
                    "v1 (2, 2) = broadcast(a); v2 (2, 2) = subtract(v1, b)"),
            general(
                    "divide",
                    List.of(Shape.of(2, 2, 2), Shape.of(2, 1)),
                    NOT_ZERO,
                    in -> Ops.divide(in.get(0), in.get(1)),
                    in -> table(4, 2, (i, j) -> in[0][2 * i + j] / in[1][i % 2]),
                    "v1 (2, 2, 2) = broadcast(b); v2 (2, 2, 2) = divide(a, v1)"),
            general(
                    "power",
                    List.of(Shape.of(3), Shape.SCALAR),
                    POSITIVE,
                    in -> Ops.power(in.get(0), in.get(1)),
                    in -> table(1, 3, (i, j) -> Math.pow(in[0][j], in[1][0])),
                    "v1 (3) = broadcast(b); v2 (3) = power(a, v1)"),
            // Element-wise functions
            unary("negate", ANY, Ops::negate, a -> -a, "v1 (2, 3) = negate(a)"),
            unary("square", ANY, Ops::square, a -> a * a, "v1 (2, 3) = square(a)"),
            unary("sqrt", POSITIVE, Ops::sqrt, Math::sqrt, "v1 (2, 3) = sqrt(a)"),
            unary("abs", NOT_ZERO, Ops::abs, Math::abs, "v1 (2, 3) = abs(a)"),
            unary("sign", NOT_ZERO, Ops::sign, Math::signum, "v1 (2, 3) = sign(a)"),
            unary("exp", ANY, Ops::exp, Math::exp, "v1 (2, 3) = exp(a)"),
            unary("log", POSITIVE, Ops::log, Math::log, "v1 (2, 3) = log(a)"),
            unary("sin", between(-7, 7), Ops::sin, Math::sin, "v1 (2, 3) = sin(a)"),
            unary("cos", between(-7, 7), Ops::cos, Math::cos, "v1 (2, 3) = cos(a)"),
            unary(
                    "tan",
                    between(-1.2, 1.2),
                    Ops::tan,
                    Math::tan,
                    "v1 (2, 3) = sin(a); v2 (2, 3) = cos(a); v3 (2, 3) = divide(v1, v2)"),
            unary("tanh", ANY, Ops::tanh, Math::tanh, "v1 (2, 3) = tanh(a)"),
            unary("sigmoid", between(-5, 5), Ops::sigmoid, a -> 1 / (1 + Math.exp(-a)), "v1 (2, 3) = sigmoid(a)"),
            unary("relu", NOT_ZERO, Ops::relu, a -> Math.max(a, 0), "v1 (2, 3) = relu(a)"),
            // Of a function whose derivative is 0 anyway, as differences do not know what is stopped.
            unary(
                    "stopGradient",
                    NOT_ZERO,
                    a -> Ops.stopGradient(Ops.sign(a)),
                    Math::signum,
                    "v1 (2, 3) = sign(a); v2 (2, 3) = stopGradient(v1)"),
            unary("step", NOT_ZERO, Ops::step, a -> a > 0 ? 1 : 0, "v1 (2, 3) = step(a)"),
            // Linear algebra, shapes and reductions
            general(
                    "matmul",
                    List.of(Shape.of(2, 3), Shape.of(3, 4)),
                    ANY,
                    in -> Ops.matmul(in.get(0), in.get(1)),
                    in -> table(2, 4, (i, j) -> dot(in[0], 3 * i, 1, in[1], j, 4, 3)),
                    "v1 (2, 4) = matmul(a, b)"),
            general(
                    "transpose",
                    List.of(Shape.of(2, 3)),
                    ANY,
                    in -> Ops.transpose(in.get(0)),
                    in -> table(3, 2, (i, j) -> in[0][3 * j + i]),
                    "v1 (3, 2) = transpose(a)"),
            general(
                    "broadcastTo",
                    List.of(Shape.of(3, 1)),
                    ANY,
                    in -> Ops.broadcastTo(in.get(0), Shape.of(2, 3, 2)),
                    in -> table(6, 2, (i, j) -> in[0][i % 3]),
                    "v1 (2, 3, 2) = broadcast(a)"),
            general(
                    "sumTo",
                    List.of(Shape.of(2, 3, 2)),
                    ANY,
                    in -> Ops.sumTo(in.get(0), Shape.of(3, 1)),
                    in -> table(3, 1, (i, j) -> in[0][2 * i] + in[0][2 * i + 1] + in[0][2 * i + 6] + in[0][2 * i + 7]),
                    "v1 (3, 1) = sumTo(a)"),
            general(
                    "sum",
                    List.of(Shape.of(2, 3)),
                    ANY,
                    in -> Ops.sum(in.get(0)),
                    in -> new double[] {total(in[0])},
                    "v1 () = sum(a)"),
            general(
                    "mean",
                    List.of(Shape.of(2, 3)),
                    ANY,
                    in -> Ops.mean(in.get(0)),
                    in -> new double[] {total(in[0]) / 6},
                    "v1 () = mean(a)"),
            general(
                    "meanSquaredError",
                    List.of(Shape.of(2, 2), Shape.of(2, 2)),
                    ANY,
                    in -> Ops.meanSquaredError(in.get(0), in.get(1)),
                    in -> new double[] {total(table(1, 4, (i, j) -> Math.pow(in[0][j] - in[1][j], 2))) / 4},
                    "e (2, 2) = subtract(a, b); s (2, 2) = square(e); v1 () = mean(s)"));

    private OpCases() {}

    private static OpCase general(
            String method,
            List<Shape> shapes,
            Range range,
            Function<List<Node>, Node> build,
            Function<double[][], double[]> reference,
            String text) {
        return new OpCase(method, shapes, range, build, reference, text);
    }

    private interface Element {
        double at(int row, int column);
    }

    private static double[] table(int rows, int columns, Element element) {
        double[] values = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                values[i * columns + j] = element.at(i, j);
            }
        }
        return values;
    }

    private static double dot(double[] a, int atA, int strideA, double[] b, int atB, int strideB, int n) {
        double sum = 0;
        for (int p = 0; p < n; p++) {
            sum += a[atA + p * strideA] * b[atB + p * strideB];
        }
        return sum;
    }

    private static double total(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
