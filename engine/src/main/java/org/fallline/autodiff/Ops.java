package org.fallline.autodiff;

import java.util.List;
import java.util.stream.Stream;
import org.fallline.autodiff.op.Abs;
import org.fallline.autodiff.op.Acos;
import org.fallline.autodiff.op.Acosh;
import org.fallline.autodiff.op.Add;
import org.fallline.autodiff.op.Asin;
import org.fallline.autodiff.op.Asinh;
import org.fallline.autodiff.op.Atan;
import org.fallline.autodiff.op.Atanh;
import org.fallline.autodiff.op.BroadcastTo;
import org.fallline.autodiff.op.Compare;
import org.fallline.autodiff.op.Compare.Relation;
import org.fallline.autodiff.op.Constant;
import org.fallline.autodiff.op.Cos;
import org.fallline.autodiff.op.Cosh;
import org.fallline.autodiff.op.Divide;
import org.fallline.autodiff.op.Erf;
import org.fallline.autodiff.op.Exp;
import org.fallline.autodiff.op.Expm1;
import org.fallline.autodiff.op.Input;
import org.fallline.autodiff.op.Log;
import org.fallline.autodiff.op.Log1p;
import org.fallline.autodiff.op.MatMul;
import org.fallline.autodiff.op.Maximum;
import org.fallline.autodiff.op.Mean;
import org.fallline.autodiff.op.Minimum;
import org.fallline.autodiff.op.Multiply;
import org.fallline.autodiff.op.Negate;
import org.fallline.autodiff.op.Power;
import org.fallline.autodiff.op.Relu;
import org.fallline.autodiff.op.Sigmoid;
import org.fallline.autodiff.op.Sign;
import org.fallline.autodiff.op.Sin;
import org.fallline.autodiff.op.Sinh;
import org.fallline.autodiff.op.Softplus;
import org.fallline.autodiff.op.Sqrt;
import org.fallline.autodiff.op.Square;
import org.fallline.autodiff.op.Step;
import org.fallline.autodiff.op.StopGradient;
import org.fallline.autodiff.op.Subtract;
import org.fallline.autodiff.op.Sum;
import org.fallline.autodiff.op.SumTo;
import org.fallline.autodiff.op.Tanh;
import org.fallline.autodiff.op.Transpose;
import org.fallline.autodiff.op.Uniform;
import org.fallline.autodiff.op.Where;
import org.fallline.math.Decimal;
import org.fallline.math.Key;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;

/**
 * The vocabulary: operations as functions of nodes. Here are the leaves, the element-wise functions and the products; the rest
 * is in {@link Reductions}, {@link Layouts}, {@link Activations} and {@link Convolutions}.
 *
 * <p>Primitives are one line; the rest is composed of them. Element-wise operations of several inputs broadcast by NumPy's rule,
 * with an explicit {@link #broadcastTo} in the graph, so that the reverse pass shows where a gradient is summed again.
 */
public final class Ops {
    private Ops() {}

    // Leaves

    /** A symbolic input: its value is given each time a {@link Program} runs. See {@link Input}. */
    public static Node input(String name, Shape shape) {
        return new Node(new Input(name), List.of(), shape, null).named(name);
    }

    /** A concrete number: {@link Constant}. */
    public static Node constant(double value) {
        return constant(Tensor.scalar(value));
    }

    /** A concrete tensor: {@link Constant}. */
    public static Node constant(Tensor value) {
        return new Node(new Constant(value), List.of(), value.shape(), value);
    }

    /** A {@link Constant} that stays in the graph, symbolic, not folded into what it is combined with: a model's data. */
    public static Node literal(Tensor value) {
        return new Node(new Constant(value), List.of(), value.shape(), null);
    }

    /** Random numbers from 0 to below 1 of a key and a count, a whole number, such as a step's: {@link Uniform}. */
    public static Node uniform(Key key, Shape shape, Node count) {
        return apply(new Uniform(key, shape), count);
    }

    // Arithmetic, with broadcasting

    /** {@code a + b}: {@link Add}. */
    public static Node add(Node a, Node b) {
        return broadcasting(new Add(), a, b);
    }

    /** {@code a − b}: {@link Subtract}. */
    public static Node subtract(Node a, Node b) {
        return broadcasting(new Subtract(), a, b);
    }

    /** {@code a · b}, element by element: {@link Multiply}. */
    public static Node multiply(Node a, Node b) {
        return broadcasting(new Multiply(), a, b);
    }

    /** {@code a / b}: {@link Divide}. */
    public static Node divide(Node a, Node b) {
        return broadcasting(new Divide(), a, b);
    }

    /** {@code a} to the power {@code b}: {@link Power}. */
    public static Node power(Node a, Node b) {
        return broadcasting(new Power(), a, b);
    }

    /** The greater of the two: {@link Maximum}. */
    public static Node maximum(Node a, Node b) {
        return broadcasting(new Maximum(), a, b);
    }

    /** The lesser of the two: {@link Minimum}. */
    public static Node minimum(Node a, Node b) {
        return broadcasting(new Minimum(), a, b);
    }

    // Conditions and choices, with broadcasting

    /** 1 where {@code a < b}, else 0: {@link Compare}. */
    public static Node less(Node a, Node b) {
        return broadcasting(new Compare(Relation.LESS), a, b);
    }

    /** 1 where {@code a ≤ b}, else 0: {@link Compare}. */
    public static Node lessEqual(Node a, Node b) {
        return broadcasting(new Compare(Relation.LESS_EQUAL), a, b);
    }

    /** 1 where {@code a > b}, else 0: {@link Compare}. */
    public static Node greater(Node a, Node b) {
        return broadcasting(new Compare(Relation.GREATER), a, b);
    }

    /** 1 where {@code a ≥ b}, else 0: {@link Compare}. */
    public static Node greaterEqual(Node a, Node b) {
        return broadcasting(new Compare(Relation.GREATER_EQUAL), a, b);
    }

    /** 1 where {@code a = b}, else 0: {@link Compare}. */
    public static Node equal(Node a, Node b) {
        return broadcasting(new Compare(Relation.EQUAL), a, b);
    }

    /** 1 where {@code a ≠ b}, else 0: {@link Compare}. */
    public static Node notEqual(Node a, Node b) {
        return broadcasting(new Compare(Relation.NOT_EQUAL), a, b);
    }

    /** {@code a} where the condition is not 0, else {@code b}: {@link Where}. */
    public static Node where(Node condition, Node a, Node b) {
        return broadcasting(new Where(), condition, a, b);
    }

    /**
     * x, but {@code least} where it is less and {@code most} where it is greater; NaN stays NaN. Derivative: ȳ from
     * least to most, both included, and for NaN; else 0. Source: TensorFlow API, {@code tf.clip_by_value}.
     */
    public static Node clip(Node x, double least, double most) {
        if (!(least <= most)) {
            throw new IllegalArgumentException(
                    "clip: from " + Decimal.text(least) + " to " + Decimal.text(most) + ": there is nothing between");
        }
        Node low = constant(least);
        Node high = constant(most);
        return where(less(x, low), low, where(greater(x, high), high, x));
    }

    // Element-wise functions

    /** {@code −x}: {@link Negate}. */
    public static Node negate(Node x) {
        return apply(new Negate(), x);
    }

    /** {@code x²}: {@link Square}. */
    public static Node square(Node x) {
        return apply(new Square(), x);
    }

    /** {@code √x}: {@link Sqrt}. */
    public static Node sqrt(Node x) {
        return apply(new Sqrt(), x);
    }

    /** {@code |x|}: {@link Abs}. */
    public static Node abs(Node x) {
        return apply(new Abs(), x);
    }

    /** −1, 0 or 1: {@link Sign}. */
    public static Node sign(Node x) {
        return apply(new Sign(), x);
    }

    /** {@code eˣ}: {@link Exp}. */
    public static Node exp(Node x) {
        return apply(new Exp(), x);
    }

    /** {@code eˣ − 1}: {@link Expm1}. */
    public static Node expm1(Node x) {
        return apply(new Expm1(), x);
    }

    /** The natural logarithm: {@link Log}. */
    public static Node log(Node x) {
        return apply(new Log(), x);
    }

    /** {@code ln(1 + x)}: {@link Log1p}. */
    public static Node log1p(Node x) {
        return apply(new Log1p(), x);
    }

    /** The sine of radians: {@link Sin}. */
    public static Node sin(Node x) {
        return apply(new Sin(), x);
    }

    /** The cosine of radians: {@link Cos}. */
    public static Node cos(Node x) {
        return apply(new Cos(), x);
    }

    /** The tangent {@code sin x / cos x}, NaN at ±∞. Derivative: {@code ȳ (1 + y²)}. Source: TensorFlow API, {@code tf.math.tan}. */
    public static Node tan(Node x) {
        return divide(sin(x), cos(x));
    }

    /** The arc sine, in radians: {@link Asin}. */
    public static Node asin(Node x) {
        return apply(new Asin(), x);
    }

    /** The arc cosine, in radians: {@link Acos}. */
    public static Node acos(Node x) {
        return apply(new Acos(), x);
    }

    /** The arc tangent, in radians: {@link Atan}. */
    public static Node atan(Node x) {
        return apply(new Atan(), x);
    }

    /** The hyperbolic sine: {@link Sinh}. */
    public static Node sinh(Node x) {
        return apply(new Sinh(), x);
    }

    /** The hyperbolic cosine: {@link Cosh}. */
    public static Node cosh(Node x) {
        return apply(new Cosh(), x);
    }

    /** The hyperbolic tangent: {@link Tanh}. */
    public static Node tanh(Node x) {
        return apply(new Tanh(), x);
    }

    /** The inverse of the hyperbolic sine: {@link Asinh}. */
    public static Node asinh(Node x) {
        return apply(new Asinh(), x);
    }

    /** The inverse of the hyperbolic cosine: {@link Acosh}. */
    public static Node acosh(Node x) {
        return apply(new Acosh(), x);
    }

    /** The inverse of the hyperbolic tangent: {@link Atanh}. */
    public static Node atanh(Node x) {
        return apply(new Atanh(), x);
    }

    /** The error function: {@link Erf}. */
    public static Node erf(Node x) {
        return apply(new Erf(), x);
    }

    /** The logistic function {@code 1 / (1 + e⁻ˣ)}: {@link Sigmoid}. */
    public static Node sigmoid(Node x) {
        return apply(new Sigmoid(), x);
    }

    /** {@code ln(1 + eˣ)}: {@link Softplus}. */
    public static Node softplus(Node x) {
        return apply(new Softplus(), x);
    }

    /** {@code max(x, 0)}: {@link Relu}. */
    public static Node relu(Node x) {
        return apply(new Relu(), x);
    }

    /** 1 where x is positive, else 0: {@link Step}. */
    public static Node step(Node x) {
        return apply(new Step(), x);
    }

    // Linear algebra, shapes and reductions

    /** The matrix product {@code (m, k), (k, n) → (m, n)}: {@link MatMul}. */
    public static Node matmul(Node a, Node b) {
        return apply(new MatMul(), a, b);
    }

    /** The transpose {@code (m, n) → (n, m)}: {@link Transpose}. */
    public static Node transpose(Node x) {
        return apply(new Transpose(), x);
    }

    /** Repeats x to a shape it broadcasts to, {@link BroadcastTo}; x itself if it has that shape. */
    public static Node broadcastTo(Node x, Shape shape) {
        return x.shape().equals(shape) ? x : apply(new BroadcastTo(shape), x);
    }

    /** Sums x over the axes that broadcasting from a shape repeated, {@link SumTo}; x itself if it has that shape. */
    public static Node sumTo(Node x, Shape shape) {
        return x.shape().equals(shape) ? x : apply(new SumTo(shape), x);
    }

    /** The sum of all elements, a scalar: {@link Sum}. */
    public static Node sum(Node x) {
        return apply(new Sum(), x);
    }

    /** The mean of all elements, a scalar: {@link Mean}. */
    public static Node mean(Node x) {
        return apply(new Mean(), x);
    }

    /**
     * The mean squared error {@code mean((ŷ − y)²)}, a scalar; NaN for no elements. Derivatives:
     * {@code ±ȳ · 2(ŷ − y) / n}. Source: Keras API, {@code keras.losses.MeanSquaredError}.
     */
    public static Node meanSquaredError(Node prediction, Node target) {
        Node error = subtract(prediction, target).named("e");
        return mean(square(error).named("s"));
    }

    /** The same value, through which no derivative flows: {@link StopGradient}. */
    public static Node stopGradient(Node x) {
        return apply(new StopGradient(), x);
    }

    /** Zeros of a node's shape, whatever its value: a {@link Constant}. */
    public static Node zerosLike(Node x) {
        return constant(Tensor.filled(x.shape(), 0));
    }

    /**
     * Applies an op: computes it at once if all inputs are concrete, and lets the tapes that watch an input record it.
     *
     * @throws IllegalArgumentException if the shapes do not fit, naming the op and every shape
     */
    public static Node apply(Op op, Node... inputs) {
        List<Node> operands = List.of(inputs);
        Shape shape = op.shape(operands.stream().map(Node::shape).toList());
        for (Node operand : operands) {
            if (!operand.isConcrete()) {
                return new Node(op, operands, shape, null);
            }
        }
        Tensor value = Eager.compute(op, operands, shape);
        Node node = new Node(op, operands, shape, value);
        // What no tape records forgets where it came from: a training loop must not hold on to its whole past.
        return GradientTape.record(node) ? node : constant(value);
    }

    private static Node broadcasting(Op op, Node... inputs) {
        Shape shape = inputs[0].shape();
        for (Node input : inputs) {
            Shape both = Shape.broadcast(shape, input.shape());
            if (both == null) {
                throw new IllegalArgumentException(op.name() + ": the shapes "
                        + Stream.of(inputs).map(Node::shape).toList() + " do not broadcast");
            }
            shape = both;
        }
        Node[] operands = new Node[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            operands[i] = broadcastTo(inputs[i], shape);
        }
        return apply(op, operands);
    }
}
