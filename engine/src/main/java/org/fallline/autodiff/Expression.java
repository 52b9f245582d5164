package org.fallline.autodiff;

import java.util.List;
import java.util.function.Function;
import org.fallline.autodiff.Notation.Operand;
import org.fallline.autodiff.op.Constant;
import org.fallline.math.Decimal;
import org.fallline.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The formula of a node in terms of others, as mathematics writes it: {@code xᵀ @ ∂L/∂ŷ}.
 *
 * <p>It is read off the graph, so the rule that a lesson shows is the rule that runs.
 */
public final class Expression {
    private final Function<Node, @Nullable String> names;

    private Expression(Function<Node, @Nullable String> names) {
        this.names = names;
    }

    /**
     * The formula of a node.
     *
     * @param names what to write for a node instead of looking into it, or null to look into it
     */
    public static String of(Node node, Function<Node, @Nullable String> names) {
        return new Expression(names).operand(node).text();
    }

    /** The formula of the op applied to named operands, without looking into them. */
    public static String application(Node node, Function<Node, String> names) {
        List<Operand> operands =
                node.inputs().stream().map(input -> atom(names.apply(input))).toList();
        return operands.isEmpty()
                ? names.apply(node)
                : node.op().notation().apply(operands).text();
    }

    private Operand operand(Node node) {
        String name = names.apply(node);
        if (name != null) {
            return atom(name);
        }
        if (node.op() instanceof Constant constant) {
            return atom(number(constant.tensor()));
        }
        return node.op()
                .notation()
                .apply(node.inputs().stream().map(this::operand).toList());
    }

    /** One number for a tensor that holds it everywhere, as broadcasting a number makes it. */
    private static String number(Tensor tensor) {
        return tensor.shape().size() > 0 && tensor.equals(Tensor.filled(tensor.shape(), tensor.at(0)))
                ? Decimal.text(tensor.at(0))
                : tensor.toString();
    }

    /** A name or a number; a negative number binds as a sign does. */
    private static Operand atom(String text) {
        boolean negative = text.startsWith("-") || text.startsWith("−");
        return new Operand(text, negative ? Notation.SUM : Notation.ATOM);
    }
}
