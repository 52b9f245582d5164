package org.fallline.autodiff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.fallline.autodiff.op.CustomGradient;
import org.fallline.autodiff.op.Identity;
import org.fallline.tensor.Shape;

/**
 * Differentiation of functions: what {@link GradientTape} does for computations, as functions of functions.
 *
 * <pre>
 * grad      ∇f(x)           f scalar                    one reverse pass
 * vjp       ȳ·∂f/∂x         f of any shape              one reverse pass
 * jvp       ∂f/∂x·ẋ         f of any shape              two reverse passes
 * jacobian  ∂f/∂x           f of any shape              a reverse pass for each element of f(x)
 * hvp       ∇²f(x)·v        f scalar                    two reverse passes
 * hessian   ∇²f(x)          f scalar                    a reverse pass, and one through it for each element of x
 * </pre>
 *
 * <p>Each takes a function of one node, or of a list of nodes, and where to differentiate it. On concrete nodes it computes at
 * once; on symbolic ones it gives the graph of the derivative, to be run by a {@link Program}. Either way the derivative can be
 * differentiated again. What the function uses besides its arguments, variables too, counts as constant; where it does not
 * depend on an argument, the derivative is zeros.
 *
 * <p>An argument is a node of its own inside of the function. So derivatives nest without confusing their perturbations, even
 * where a function is differentiated at a node that it also uses otherwise. Source: J. M. Siskind, B. A. Pearlmutter,
 * <i>Perturbation Confusion and Referential Transparency</i>, IFL 2005.
 */
public final class Autodiff {
    private Autodiff() {}

    /**
     * A function's value at a point, and a derivative of it there.
     *
     * @param <D> a node, or a list with a node for each argument
     */
    public record Valued<D>(Node value, D derivative) {}

    // Gradients

    /**
     * The gradient of a scalar function of one node.
     *
     * @throws IllegalArgumentException if the function's value is not a scalar
     */
    public static Node grad(UnaryOperator<Node> f, Node at) {
        return grad(listed(f), List.of(at)).get(0);
    }

    /** The gradient of a scalar function of several nodes, by each of them. */
    public static List<Node> grad(Function<List<Node>, Node> f, List<Node> at) {
        return valueAndGrad(f, at).derivative();
    }

    /** The value and the gradient of a scalar function of one node. */
    public static Valued<Node> valueAndGrad(UnaryOperator<Node> f, Node at) {
        return single(valueAndGrad(listed(f), List.of(at)));
    }

    /** The value and the gradient of a scalar function of several nodes, by each of them. */
    public static Valued<List<Node>> valueAndGrad(Function<List<Node>, Node> f, List<Node> at) {
        Trace trace = Trace.of(single(f), at);
        Shape shape = trace.output().shape();
        if (!shape.equals(Shape.SCALAR)) {
            throw new IllegalArgumentException("a gradient is that of a scalar, but the function's value has the shape "
                    + shape + ": take its vjp or jacobian");
        }
        return new Valued<>(trace.output(), trace.pull(List.of(ReversePass.ones(trace.output()))));
    }

    // Products with the Jacobian

    /**
     * The vector-Jacobian product {@code ȳ·∂f/∂x} of a function of one node: reverse mode.
     *
     * @param cotangent ȳ, of the shape of the function's value
     */
    public static Valued<Node> vjp(UnaryOperator<Node> f, Node at, Node cotangent) {
        return single(vjp(listed(f), List.of(at), cotangent));
    }

    /** The vector-Jacobian product of a function of several nodes, by each of them. */
    public static Valued<List<Node>> vjp(Function<List<Node>, Node> f, List<Node> at, Node cotangent) {
        Trace trace = Trace.of(single(f), at);
        return new Valued<>(trace.output(), trace.pull(List.of(cotangent)));
    }

    /**
     * The Jacobian-vector product {@code ∂f/∂x·ẋ} of a function of one node, its derivative along a direction: forward mode.
     *
     * <p>The vjp is linear in its cotangent, and the transpose of that linear map, its own vjp, is the jvp. So an op needs only
     * one rule, and the price is that the whole trace is kept and two reverse passes are made, about three times the work of a
     * forward mode with rules of its own; in a {@link Program}, what only the first pass needed is not computed. Source: J.
     * Townsend, <i>A new trick for calculating Jacobian vector products</i>, 2017.
     *
     * @param tangent ẋ, of the shape of the argument
     */
    public static Valued<Node> jvp(UnaryOperator<Node> f, Node at, Node tangent) {
        return jvp(listed(f), List.of(at), List.of(tangent));
    }

    /** The Jacobian-vector product of a function of several nodes, each of which moves along its own tangent. */
    public static Valued<Node> jvp(Function<List<Node>, Node> f, List<Node> at, List<Node> tangents) {
        requireShapes("tangent", tangents, at);
        Trace trace = Trace.of(single(f), at);
        // Any cotangent serves, as the vjp is linear in it.
        Trace pullback = Trace.of(trace::pull, List.of(ReversePass.ones(trace.output())));
        return new Valued<>(trace.output(), pullback.pull(tangents).get(0));
    }

    /**
     * The Jacobian of a function of one node: {@code J[i…, j…] = ∂f(x)[i…]/∂x[j…]}, of the value's shape followed by the
     * argument's.
     */
    public static Node jacobian(UnaryOperator<Node> f, Node at) {
        return jacobian(listed(f), List.of(at)).get(0);
    }

    /** The Jacobians of a function of several nodes, by each of them. */
    public static List<Node> jacobian(Function<List<Node>, Node> f, List<Node> at) {
        return Trace.of(single(f), at).jacobians().get(0);
    }

    // Second derivatives

    /**
     * The Hessian of a scalar function of one node: {@code H[i…, j…] = ∂²f/∂x[i…]∂x[j…]}, of the argument's shape twice.
     */
    public static Node hessian(UnaryOperator<Node> f, Node at) {
        return hessian(listed(f), List.of(at)).get(0).get(0);
    }

    /** The Hessian of a scalar function of several nodes in blocks: row i, column j holds {@code ∂²f/∂xᵢ∂xⱼ}. */
    public static List<List<Node>> hessian(Function<List<Node>, Node> f, List<Node> at) {
        return Trace.of(arguments -> grad(f, arguments), at).jacobians();
    }

    /**
     * The Hessian-vector product {@code ∇²f(x)·v} of a scalar function of one node: the gradient of the directional derivative
     * {@code ⟨∇f(x), v⟩}. The Hessian itself is not formed.
     *
     * @param vector v, of the shape of the argument
     */
    public static Node hvp(UnaryOperator<Node> f, Node at, Node vector) {
        return hvp(listed(f), List.of(at), List.of(vector)).get(0);
    }

    /** The Hessian-vector product of a scalar function of several nodes, with a part of the vector for each. */
    public static List<Node> hvp(Function<List<Node>, Node> f, List<Node> at, List<Node> vectors) {
        requireShapes("vector", vectors, at);
        return Trace.of(arguments -> grad(f, arguments), at).pull(vectors);
    }

    // Rules of one's own, and checking them

    /**
     * A value with a derivative of its own: {@code x → value}, differentiated by a rule instead of by how it was computed. The
     * rule is made of ops, so it is differentiated again by their rules.
     *
     * <pre>{@code
     * static Node log1pexp(Node x) {
     *     Node e = Ops.exp(x);
     *     Node slope = Ops.divide(e, Ops.add(Ops.constant(1), e));
     *     return Autodiff.customGradient(Ops.log(Ops.add(Ops.constant(1), e)), x, yBar -> Ops.multiply(yBar, slope));
     * }
     * }</pre>
     *
     * <p>What the value was computed from besides {@code x}, variables too, gets no derivative. Source: TensorFlow API,
     * {@code tf.custom_gradient}.
     *
     * @param rule from the cotangent of the value to that of {@code x}, of its shape
     */
    public static Node customGradient(Node value, Node x, UnaryOperator<Node> rule) {
        return customGradient(value, List.of(x), yBar -> List.of(rule.apply(yBar)));
    }

    /**
     * A value of several nodes with a derivative of its own.
     *
     * @param rule from the cotangent of the value to that of each node, of its shape
     */
    public static Node customGradient(Node value, List<Node> sources, Function<Node, List<Node>> rule) {
        List<Node> inputs = new ArrayList<>(List.of(value));
        inputs.addAll(sources);
        return Ops.apply(new CustomGradient(rule), inputs.toArray(new Node[0]));
    }

    /** Compares the derivative of a function of one concrete node with central differences. */
    public static GradientCheck checkGradients(UnaryOperator<Node> f, Node at) {
        return checkGradients(listed(f), List.of(at));
    }

    /** Compares the derivatives of a function of several concrete nodes with central differences. */
    public static GradientCheck checkGradients(Function<List<Node>, Node> f, List<Node> at) {
        return GradientCheck.of(f, at);
    }

    // The core: a function run once, to be pulled back

    /**
     * A function that has been run, ready to be pulled back.
     *
     * @param arguments as the function saw them
     * @param outputs what the function gave
     * @param tape what it did
     */
    private record Trace(List<Node> arguments, List<Node> outputs, GradientTape tape) {
        static Trace of(Function<List<Node>, List<Node>> f, List<Node> at) {
            List<Node> arguments =
                    at.stream().map(node -> Ops.apply(new Identity(), node)).toList();
            try (GradientTape tape =
                    new GradientTape(GradientTape.Option.PERSISTENT, GradientTape.Option.EXPLICIT_WATCH)) {
                arguments.forEach(tape::watch);
                return new Trace(arguments, f.apply(arguments), tape);
            }
        }

        Node output() {
            return outputs.get(0);
        }

        /** The cotangents of the arguments that some cotangents of the outputs give. */
        List<Node> pull(List<Node> cotangents) {
            ReversePass pass = tape.unseeded(outputs, arguments).with(cotangents);
            return arguments.stream().map(pass::cotangentOrZeros).toList();
        }

        /** The Jacobian of each output by each argument. */
        List<List<Node>> jacobians() {
            List<List<Node>> all = new ArrayList<>();
            for (Node output : outputs) {
                Jacobian jacobian = Jacobian.of(output, tape.unseeded(List.of(output), arguments));
                all.add(arguments.stream()
                        .map(argument -> jacobian.by(argument.shape(), row -> row.cotangentOrZeros(argument)))
                        .toList());
            }
            return all;
        }
    }

    private static Function<List<Node>, Node> listed(UnaryOperator<Node> f) {
        return arguments -> f.apply(arguments.get(0));
    }

    private static Function<List<Node>, List<Node>> single(Function<List<Node>, Node> f) {
        return arguments -> List.of(f.apply(arguments));
    }

    private static Valued<Node> single(Valued<List<Node>> all) {
        return new Valued<>(all.value(), all.derivative().get(0));
    }

    private static void requireShapes(String name, List<Node> given, List<Node> arguments) {
        if (given.size() != arguments.size()) {
            throw new IllegalArgumentException(
                    given.size() + " " + name + "s were given for " + arguments.size() + " arguments");
        }
        for (int i = 0; i < given.size(); i++) {
            if (!given.get(i).shape().equals(arguments.get(i).shape())) {
                throw new IllegalArgumentException("the " + name + " has the shape "
                        + given.get(i).shape() + " but its argument "
                        + arguments.get(i).shape());
            }
        }
    }
}
