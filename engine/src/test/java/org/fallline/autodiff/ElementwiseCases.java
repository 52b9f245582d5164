package org.fallline.autodiff;

import static org.fallline.autodiff.OpCase.ANY;
import static org.fallline.autodiff.OpCase.NOT_ZERO;
import static org.fallline.autodiff.OpCase.POSITIVE;
import static org.fallline.autodiff.OpCase.awayFromZero;
import static org.fallline.autodiff.OpCase.between;
import static org.fallline.autodiff.OpRow.binary;
import static org.fallline.autodiff.OpRow.broadcasting;
import static org.fallline.autodiff.OpRow.composed;
import static org.fallline.autodiff.OpRow.elementwiseRow;
import static org.fallline.autodiff.OpRow.unary;

import java.util.List;
import org.fallline.tensor.Shape;

/** The leaves and the element-wise functions of {@link Ops}. */
final class ElementwiseCases {
    static final List<OpRow> ROWS = List.of(
            // Leaves
            unary("Ops.input", ANY, a -> a, a -> a, ""),
            new OpRow(constant(Shape.SCALAR), "7 () = constant 7", random -> constant(RandomShapes.any(random))),
            unary("Ops.zerosLike", ANY, Ops::zerosLike, a -> 0, "v1 (2, 3) = constant [[0, 0, 0], [0, 0, 0]]"),
            // Arithmetic
            binary("Ops.add", ANY, Ops::add, (a, b) -> a + b, "v1 (2, 3) = add(a, b)"),
            binary("Ops.subtract", ANY, Ops::subtract, (a, b) -> a - b, "v1 (2, 3) = subtract(a, b)"),
            binary("Ops.multiply", ANY, Ops::multiply, (a, b) -> a * b, "v1 (2, 3) = multiply(a, b)"),
            binary("Ops.divide", NOT_ZERO, Ops::divide, (a, b) -> a / b, "v1 (2, 3) = divide(a, b)"),
            binary("Ops.power", POSITIVE, Ops::power, Math::pow, "v1 (2, 3) = power(a, b)"),
            binary("Ops.maximum", ANY, Ops::maximum, Math::max, "v1 (2, 3) = maximum(a, b)"),
            binary("Ops.minimum", ANY, Ops::minimum, Math::min, "v1 (2, 3) = minimum(a, b)"),
            // Arithmetic, with broadcasting
            broadcasting(
                    "Ops.add",
                    List.of(Shape.of(2, 3), Shape.of(3)),
                    ANY,
                    Ops::add,
                    (a, b) -> a + b,
                    "v1 (2, 3) = broadcast(b); v2 (2, 3) = add(a, v1)"),
            broadcasting(
                    "Ops.multiply",
                    List.of(Shape.of(2, 1), Shape.of(1, 3)),
                    ANY,
                    Ops::multiply,
                    (a, b) -> a * b,
                    "v1 (2, 3) = broadcast(a); v2 (2, 3) = broadcast(b); v3 (2, 3) = multiply(v1, v2)"),
            broadcasting(
                    "Ops.subtract",
                    List.of(Shape.SCALAR, Shape.of(2, 2)),
                    ANY,
                    Ops::subtract,
                    (a, b) -> a - b,
                    "v1 (2, 2) = broadcast(a); v2 (2, 2) = subtract(v1, b)"),
            broadcasting(
                    "Ops.divide",
                    List.of(Shape.of(2, 2, 2), Shape.of(2, 1)),
                    NOT_ZERO,
                    Ops::divide,
                    (a, b) -> a / b,
                    "v1 (2, 2, 2) = broadcast(b); v2 (2, 2, 2) = divide(a, v1)"),
            broadcasting(
                    "Ops.power",
                    List.of(Shape.of(3), Shape.SCALAR),
                    POSITIVE,
                    Ops::power,
                    Math::pow,
                    "v1 (3) = broadcast(b); v2 (3) = power(a, v1)"),
            // Conditions and choices
            binary("Ops.less", ANY, Ops::less, (a, b) -> a < b ? 1 : 0, "v1 (2, 3) = less(a, b)"),
            binary("Ops.lessEqual", ANY, Ops::lessEqual, (a, b) -> a <= b ? 1 : 0, "v1 (2, 3) = lessEqual(a, b)"),
            binary("Ops.greater", ANY, Ops::greater, (a, b) -> a > b ? 1 : 0, "v1 (2, 3) = greater(a, b)"),
            binary(
                    "Ops.greaterEqual",
                    ANY,
                    Ops::greaterEqual,
                    (a, b) -> a >= b ? 1 : 0,
                    "v1 (2, 3) = greaterEqual(a, b)"),
            binary("Ops.equal", ANY, Ops::equal, (a, b) -> a == b ? 1 : 0, "v1 (2, 3) = equal(a, b)"),
            binary("Ops.notEqual", ANY, Ops::notEqual, (a, b) -> a != b ? 1 : 0, "v1 (2, 3) = notEqual(a, b)"),
            elementwiseRow(
                    "Ops.where",
                    List.of(Shape.of(2, 1), Shape.of(2, 3), Shape.of(3)),
                    NOT_ZERO,
                    in -> Ops.where(Ops.less(in.get(0), Ops.constant(0)), in.get(1), in.get(2)),
                    elements -> elements[0] < 0 ? elements[1] : elements[2],
                    "v1 (2, 1) = constant [[0], [0]]; v2 (2, 1) = less(a, v1); v3 (2, 3) = broadcast(v2); "
                            + "v4 (2, 3) = broadcast(c); v5 (2, 3) = where(v3, b, v4)"),
            composed(
                    "Ops.clip",
                    awayFromZero(0.5, 2),
                    a -> Ops.clip(a, -1.1, 0.3),
                    a -> Math.max(-1.1, Math.min(a, 0.3)),
                    "-1.1 () = constant -1.1; v1 () = less(a, -1.1); 0.3 () = constant 0.3; "
                            + "v2 () = greater(a, 0.3); v3 () = where(v2, 0.3, a); v4 () = where(v1, -1.1, v3)"),
            // Element-wise functions
            unary("Ops.negate", ANY, Ops::negate, a -> -a, "v1 (2, 3) = negate(a)"),
            unary("Ops.square", ANY, Ops::square, a -> a * a, "v1 (2, 3) = square(a)"),
            unary("Ops.sqrt", POSITIVE, Ops::sqrt, Math::sqrt, "v1 (2, 3) = sqrt(a)"),
            unary("Ops.abs", NOT_ZERO, Ops::abs, Math::abs, "v1 (2, 3) = abs(a)"),
            unary("Ops.sign", NOT_ZERO, Ops::sign, Math::signum, "v1 (2, 3) = sign(a)"),
            unary("Ops.exp", ANY, Ops::exp, Math::exp, "v1 (2, 3) = exp(a)"),
            unary("Ops.expm1", ANY, Ops::expm1, Math::expm1, "v1 (2, 3) = expm1(a)"),
            unary("Ops.log", POSITIVE, Ops::log, Math::log, "v1 (2, 3) = log(a)"),
            unary("Ops.log1p", between(-0.7, 2), Ops::log1p, Math::log1p, "v1 (2, 3) = log1p(a)"),
            unary("Ops.sin", between(-7, 7), Ops::sin, Math::sin, "v1 (2, 3) = sin(a)"),
            unary("Ops.cos", between(-7, 7), Ops::cos, Math::cos, "v1 (2, 3) = cos(a)"),
            unary(
                    "Ops.tan",
                    between(-1.2, 1.2),
                    Ops::tan,
                    Math::tan,
                    "v1 (2, 3) = sin(a); v2 (2, 3) = cos(a); v3 (2, 3) = divide(v1, v2)"),
            unary("Ops.asin", between(-0.8, 0.8), Ops::asin, Math::asin, "v1 (2, 3) = asin(a)"),
            unary("Ops.acos", between(-0.8, 0.8), Ops::acos, Math::acos, "v1 (2, 3) = acos(a)"),
            unary("Ops.atan", ANY, Ops::atan, Math::atan, "v1 (2, 3) = atan(a)"),
            unary("Ops.sinh", ANY, Ops::sinh, Math::sinh, "v1 (2, 3) = sinh(a)"),
            unary("Ops.cosh", ANY, Ops::cosh, Math::cosh, "v1 (2, 3) = cosh(a)"),
            unary("Ops.tanh", ANY, Ops::tanh, Math::tanh, "v1 (2, 3) = tanh(a)"),
            unary(
                    "Ops.asinh",
                    between(-3, 3),
                    Ops::asinh,
                    a -> Math.log(a + Math.sqrt(a * a + 1)),
                    "v1 (2, 3) = asinh(a)"),
            unary(
                    "Ops.acosh",
                    between(1.5, 3),
                    Ops::acosh,
                    a -> Math.log(a + Math.sqrt(a * a - 1)),
                    "v1 (2, 3) = acosh(a)"),
            unary(
                    "Ops.atanh",
                    between(-0.8, 0.8),
                    Ops::atanh,
                    a -> Math.log((1 + a) / (1 - a)) / 2,
                    "v1 (2, 3) = atanh(a)"),
            unary("Ops.erf", ANY, Ops::erf, ElementwiseCases::erf, "v1 (2, 3) = erf(a)"),
            unary("Ops.sigmoid", between(-5, 5), Ops::sigmoid, a -> 1 / (1 + Math.exp(-a)), "v1 (2, 3) = sigmoid(a)"),
            unary(
                    "Ops.softplus",
                    between(-5, 5),
                    Ops::softplus,
                    a -> Math.log(1 + Math.exp(a)),
                    "v1 (2, 3) = softplus(a)"),
            unary("Ops.relu", NOT_ZERO, Ops::relu, a -> Math.max(a, 0), "v1 (2, 3) = relu(a)"),
            unary("Ops.step", NOT_ZERO, Ops::step, a -> a > 0 ? 1 : 0, "v1 (2, 3) = step(a)"),
            // Of a function whose derivative is 0 anyway, as differences do not know what is stopped.
            unary(
                    "Ops.stopGradient",
                    NOT_ZERO,
                    a -> Ops.stopGradient(Ops.sign(a)),
                    Math::signum,
                    "v1 (2, 3) = sign(a); v2 (2, 3) = stopGradient(v1)"));

    private ElementwiseCases() {}

    private static OpCase constant(Shape shape) {
        return OpCase.of("Ops.constant", shape, ANY, a -> Ops.constant(7), a -> new double[] {7});
    }

    /** The error function by its series {@code 2/√π Σ (−1)ⁿ x²ⁿ⁺¹ / (n! (2n + 1))}. */
    static double erf(double x) {
        double power = x;
        double sum = 0;
        for (int n = 0; n < 60; n++) {
            sum += power / (2 * n + 1);
            power *= -x * x / (n + 1);
        }
        return 2 / Math.sqrt(Math.PI) * sum;
    }
}
