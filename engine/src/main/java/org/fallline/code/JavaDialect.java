package org.fallline.code;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Notation;
import org.fallline.autodiff.Notation.Operand;
import org.fallline.autodiff.Op;
import org.fallline.autodiff.op.BroadcastTo;
import org.fallline.autodiff.op.Concat;
import org.fallline.autodiff.op.CumSum;
import org.fallline.autodiff.op.CustomGradient;
import org.fallline.autodiff.op.Gather;
import org.fallline.autodiff.op.Identity;
import org.fallline.autodiff.op.MatMul;
import org.fallline.autodiff.op.MaxTo;
import org.fallline.autodiff.op.Pad;
import org.fallline.autodiff.op.Permute;
import org.fallline.autodiff.op.Reshape;
import org.fallline.autodiff.op.ScatterAdd;
import org.fallline.autodiff.op.Slice;
import org.fallline.autodiff.op.SumTo;
import org.fallline.autodiff.op.Uniform;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;

/** Java with this engine's vocabulary: what it writes makes the same graph again, node for node. */
final class JavaDialect implements Dialect {
    @Override
    public Operand number(double value) {
        return atom("constant(" + Literals.java(value) + ")");
    }

    @Override
    public String data(Tensor value) {
        return "literal(Tensor.of(" + shape(value.shape()) + ", new double[] {\n        "
                + Literals.java(value.toArray(), "        ") + "\n    }, 0))";
    }

    @Override
    public Operand apply(Node node, List<Operand> operands) {
        StringBuilder out = new StringBuilder(function(node.op())).append('(');
        boolean first = true;
        if (isMade(node.op())) {
            out.append(made(node.op()));
            first = false;
        }
        for (Operand operand : operands) {
            out.append(first ? "" : ", ").append(operand.text());
            first = false;
        }
        if (node.op() instanceof BroadcastTo || node.op() instanceof SumTo) {
            out.append(", ").append(shape(node.shape()));
        }
        return atom(out.append(')').toString());
    }

    @Override
    public String assignment(String name, String expression) {
        return "Node " + name + " = " + expression + ";";
    }

    @Override
    public String declaration(String name, String expression) {
        return "private static final Node " + name + " = " + expression + ";";
    }

    /** The expression that makes a shape. */
    static String shape(Shape shape) {
        return shape.rank() == 0 ? "Shape.SCALAR" : "Shape.of(" + Literals.whole(Literals.extents(shape)) + ")";
    }

    private static Operand atom(String text) {
        return new Operand(text, Notation.ATOM);
    }

    /** The method of {@code Ops}: named as the op is, or the one that applies any op. */
    private static String function(Op op) {
        return op instanceof BroadcastTo ? "broadcastTo" : isMade(op) ? "apply" : op.name();
    }

    /** Whether the vocabulary has no method that makes just this op of operands alone. */
    private static boolean isMade(Op op) {
        return op instanceof Identity
                || op instanceof Reshape
                || op instanceof MaxTo
                || op instanceof Permute
                || op instanceof Slice
                || op instanceof Pad
                || op instanceof Concat
                || op instanceof Gather
                || op instanceof ScatterAdd
                || op instanceof CumSum
                || op instanceof CustomGradient
                || op instanceof Uniform
                || (op instanceof MatMul product && (product.transposedA() || product.transposedB()));
    }

    private static String made(Op op) {
        if (op instanceof Identity) {
            return "new Identity()";
        }
        if (op instanceof Reshape reshape) {
            return "new Reshape(" + shape(reshape.target()) + ")";
        }
        if (op instanceof MaxTo max) {
            return "new MaxTo(" + shape(max.target()) + ")";
        }
        if (op instanceof Permute permute) {
            return "new Permute(List.of(" + Literals.whole(permute.order()) + "))";
        }
        if (op instanceof Slice slice) {
            return "new Slice(List.of(" + Literals.whole(slice.begin()) + "), " + shape(slice.target()) + ")";
        }
        if (op instanceof Concat concat) {
            return "new Concat(" + concat.axis() + ")";
        }
        throw new UnlistedException("There is no short way to write " + op.name() + ".");
    }
}
