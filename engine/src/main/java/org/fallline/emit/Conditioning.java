package org.fallline.emit;

import java.util.IdentityHashMap;
import java.util.List;
import org.fallline.autodiff.Graph;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.autodiff.op.Add;
import org.fallline.autodiff.op.Compare;
import org.fallline.autodiff.op.Compare.Relation;
import org.fallline.autodiff.op.Log;
import org.fallline.autodiff.op.Multiply;
import org.fallline.autodiff.op.Sigmoid;
import org.fallline.autodiff.op.Softplus;
import org.fallline.autodiff.op.Subtract;
import org.fallline.autodiff.op.Where;
import org.fallline.math.Real;
import org.fallline.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The same function by formulas that lose no digits where float has few: what is harmless in double precision, such as
 * {@code 1 − σ(z)}, leaves nothing of a float.
 *
 * <pre>
 * 1 − σ(z)            σ(−z)                     also behind a clip, whose bounds are turned round
 * ln σ(z)             −softplus(−z)             also behind a clip
 * softplus(z) − t     (relu(z) − t) + softplus(−|z|)
 * e + softplus(−2e)   ln 2 + ln cosh e          ln cosh e = ln(1 + 2 sinh²(e/2)) for |e| below 1
 * </pre>
 */
final class Conditioning {
    private static final double LN_2 = 0.6931471805599453;

    private final IdentityHashMap<Node, Node> replacements = new IdentityHashMap<>();

    private Conditioning() {}

    /** A node of the same value. */
    static Node of(Node loss) {
        Conditioning pass = new Conditioning();
        for (Node node : Graph.of(List.of(), List.of(loss)).nodes()) {
            pass.replacements.put(node, pass.replacement(node));
        }
        return pass.replaced(loss);
    }

    private Node replaced(Node node) {
        return replacements.getOrDefault(node, node);
    }

    private Node replacement(Node node) {
        if (node.inputs().isEmpty()) {
            return node;
        }
        Node better = better(node);
        if (better != null) {
            return better;
        }
        Node[] inputs = node.inputs().stream().map(this::replaced).toArray(Node[]::new);
        return List.of(inputs).equals(node.inputs()) ? node : Ops.apply(node.op(), inputs);
    }

    private @Nullable Node better(Node node) {
        if (node.op() instanceof Log) {
            return logarithm(node.input(0));
        }
        if (node.op() instanceof Subtract && isFilled(node.input(0), 1)) {
            return complement(node.input(1));
        }
        if (node.op() instanceof Subtract && node.input(0).op() instanceof Softplus) {
            Node z = replaced(node.input(0).input(0));
            Node rest = Ops.subtract(Ops.relu(z), replaced(node.input(1)));
            return Ops.add(rest, Ops.softplus(Ops.negate(Ops.abs(z))));
        }
        if (node.op() instanceof Subtract && isFilled(node.input(1), LN_2)) {
            return logCosh(node.input(0));
        }
        if (node.op() instanceof Compare compare && compare.relation() == Relation.GREATER) {
            return comparison(node.input(0), node.input(1));
        }
        return null;
    }

    private static boolean isFilled(Node node, double value) {
        return RowPlan.isFixed(node) && RowPlan.uniform(node) == value;
    }

    private static Node filled(Node like, double value) {
        return Ops.constant(Tensor.filled(like.shape(), value));
    }

    /** 1 − x, if x is a sigmoid, a number, or a choice of these. The recursion is as deep as choices are nested. */
    private @Nullable Node complement(Node x) {
        if (x.op() instanceof Sigmoid) {
            return Ops.sigmoid(Ops.negate(replaced(x.input(0))));
        }
        if (x.op() instanceof Where) {
            Node yes = numberOr(x.input(1), 1 - uniform(x.input(1)), this::complement);
            Node no = numberOr(x.input(2), 1 - uniform(x.input(2)), this::complement);
            return yes == null || no == null ? null : Ops.where(replaced(x.input(0)), yes, no);
        }
        return null;
    }

    /** ln x, if x is a sigmoid, a number, or a choice of these. */
    private @Nullable Node logarithm(Node x) {
        if (x.op() instanceof Sigmoid) {
            return Ops.negate(Ops.softplus(Ops.negate(replaced(x.input(0)))));
        }
        if (x.op() instanceof Where) {
            Node yes = numberOr(x.input(1), Real.log(uniform(x.input(1))), this::logarithm);
            Node no = numberOr(x.input(2), Real.log(uniform(x.input(2))), this::logarithm);
            return yes == null || no == null ? null : Ops.where(replaced(x.input(0)), yes, no);
        }
        if (x.op() instanceof Subtract && isFilled(x.input(0), 1)) {
            Node complement = complement(x.input(1));
            return complement == null ? null : logarithm(complement);
        }
        return null;
    }

    private interface Rule {
        @Nullable Node of(Node x);
    }

    private static @Nullable Node numberOr(Node x, double number, Rule rule) {
        return Double.isNaN(uniform(x)) ? rule.of(x) : filled(x, number);
    }

    private static double uniform(Node node) {
        return RowPlan.isFixed(node) ? RowPlan.uniform(node) : Double.NaN;
    }

    /** {@code x > bound} as {@code 1 − x < 1 − bound}, for a bound near 1. */
    private @Nullable Node comparison(Node x, Node bound) {
        Node complement = uniform(bound) > 0.5 ? complement(x) : null;
        return complement == null ? null : Ops.less(complement, filled(bound, 1 - uniform(bound)));
    }

    /** ln cosh e of {@code e + softplus(−2e)}. */
    private @Nullable Node logCosh(Node sum) {
        if (!(sum.op() instanceof Add) || !(sum.input(1).op() instanceof Softplus)) {
            return null;
        }
        Node twice = sum.input(1).input(0);
        if (!(twice.op() instanceof Multiply) || !isFilled(twice.input(0), -2) || twice.input(1) != sum.input(0)) {
            return null;
        }
        Node size = Ops.abs(replaced(sum.input(0)));
        Node sinh = Ops.sinh(Ops.multiply(Ops.constant(0.5), size));
        Node near = Ops.log1p(Ops.multiply(Ops.constant(2), Ops.square(sinh)));
        Node growth = Ops.softplus(Ops.multiply(Ops.constant(-2), size));
        Node far = Ops.subtract(Ops.add(size, growth), Ops.constant(LN_2));
        return Ops.where(Ops.less(size, Ops.constant(1)), near, far);
    }
}
