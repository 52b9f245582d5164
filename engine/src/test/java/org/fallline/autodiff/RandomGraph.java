package org.fallline.autodiff;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;

/** Random expressions over two inputs, rich in what a simplification could get wrong: ones, zeros, signs and repetitions. */
final class RandomGraph {
    private static final List<UnaryOperator<Node>> UNARY = List.of(
            Ops::negate,
            Ops::negate,
            Ops::square,
            Ops::sqrt,
            Ops::abs,
            Ops::sign,
            Ops::exp,
            Ops::log,
            Ops::sin,
            Ops::cos,
            Ops::tanh,
            Ops::sigmoid,
            Ops::relu,
            Ops::step,
            Ops::expm1,
            Ops::log1p,
            Ops::asin,
            Ops::atan,
            Ops::sinh,
            Ops::cosh,
            Ops::asinh,
            Ops::acosh,
            Ops::atanh,
            Ops::erf,
            Ops::softplus,
            Ops::transpose,
            x -> Ops.clip(x, -1, 0.5),
            x -> Ops.where(Ops.less(x, Ops.constant(0)), Ops.exp(x), x),
            x -> Activations.elu(x, 1),
            x -> Activations.softmax(x, -1),
            x -> Ops.multiply(x, Reductions.max(x, true, 0)),
            x -> Layouts.cumsum(x, 1));
    private static final List<BinaryOperator<Node>> BINARY = List.of(
            Ops::add,
            Ops::subtract,
            Ops::multiply,
            Ops::multiply,
            Ops::divide,
            Ops::power,
            Ops::matmul,
            Ops::maximum,
            Ops::minimum,
            Ops::less,
            Ops::greaterEqual,
            Ops::equal);
    private static final double[] NUMBERS = {1, 1, -1, 0, -0.0, 2, 0.5, Double.NaN, Double.POSITIVE_INFINITY};

    static final ParameterLayout LAYOUT =
            new ParameterLayout(List.of("x", "y"), List.of(Shape.of(2, 2), Shape.of(2, 2)));

    private RandomGraph() {}

    /** A scalar of the two inputs, by up to 20 operations. */
    static Node of(Random random, List<Node> inputs) {
        List<Node> pool = new ArrayList<>(inputs);
        int count = 1 + random.nextInt(20);
        for (int i = 0; i < count; i++) {
            Node a = pick(random, pool);
            Node b = random.nextInt(3) == 0 ? number(random) : pick(random, pool);
            pool.add(
                    random.nextBoolean()
                            ? UNARY.get(random.nextInt(UNARY.size())).apply(a)
                            : BINARY.get(random.nextInt(BINARY.size())).apply(a, b));
        }
        return Ops.sum(pool.get(pool.size() - 1));
    }

    private static Node pick(Random random, List<Node> pool) {
        return pool.get(random.nextInt(pool.size()));
    }

    private static Node number(Random random) {
        Tensor tensor = Tensor.filled(Shape.of(2, 2), NUMBERS[random.nextInt(NUMBERS.length)]);
        return random.nextBoolean() ? Ops.constant(tensor) : Ops.literal(tensor);
    }

    static double[] point(Random random) {
        double[] values = new double[LAYOUT.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(4) == 0 ? NUMBERS[random.nextInt(NUMBERS.length)] : random.nextGaussian();
        }
        return values;
    }
}
