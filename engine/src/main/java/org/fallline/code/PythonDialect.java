package org.fallline.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Notation;
import org.fallline.autodiff.Notation.Operand;
import org.fallline.autodiff.Op;
import org.fallline.autodiff.op.Compare;
import org.fallline.autodiff.op.Concat;
import org.fallline.autodiff.op.MaxTo;
import org.fallline.autodiff.op.Permute;
import org.fallline.autodiff.op.Slice;
import org.fallline.autodiff.op.Step;
import org.fallline.autodiff.op.SumTo;
import org.fallline.autodiff.op.Where;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;

/**
 * Python with a library of arrays: arithmetic in operators, the rest by name.
 *
 * @param library its name in menus
 * @param array the expression that makes an array of doubles: {@code $0} is what of
 * @param condition the expression that makes numbers 0 and 1 of truths: {@code $0}
 * @param functions what is written for an op, by its name: {@code $0}, {@code $1} are the operands, {@code $t} is the tuple that says
 *     the shape, the axes or the order
 */
record PythonDialect(String library, String array, String condition, Map<String, String> functions) implements Dialect {
    private static final Map<String, Notation> OPERATORS = Map.ofEntries(
            Map.entry("add", Notation.infix(" + ", Notation.SUM)),
            Map.entry("subtract", Notation.infix(" - ", Notation.SUM)),
            Map.entry("multiply", Notation.infix(" * ", Notation.PRODUCT)),
            Map.entry("divide", Notation.infix(" / ", Notation.PRODUCT)),
            Map.entry("matmul", Notation.infix(" @ ", Notation.PRODUCT)),
            Map.entry("negate", Notation.prefix("-")),
            Map.entry("square", Notation.postfix("**2")),
            Map.entry("power", Notation.infix("**", Notation.POWER)),
            Map.entry("less", Notation.infix(" < ", Notation.RELATION)),
            Map.entry("lessEqual", Notation.infix(" <= ", Notation.RELATION)),
            Map.entry("greater", Notation.infix(" > ", Notation.RELATION)),
            Map.entry("greaterEqual", Notation.infix(" >= ", Notation.RELATION)),
            Map.entry("equal", Notation.infix(" == ", Notation.RELATION)),
            Map.entry("notEqual", Notation.infix(" != ", Notation.RELATION)));

    @Override
    public Operand number(double value) {
        String text = Literals.python(value);
        return new Operand(text, text.startsWith("-") ? Notation.SUM : Notation.ATOM);
    }

    @Override
    public String data(Tensor value) {
        return array.replace("$0", Literals.nested(value));
    }

    @Override
    public String assignment(String name, String expression) {
        return name + " = " + expression;
    }

    @Override
    public String declaration(String name, String expression) {
        return name + " = " + expression;
    }

    @Override
    public Operand apply(Node node, List<Operand> operands) {
        Op op = node.op();
        if (op instanceof Compare || op instanceof Step) {
            return atom(condition.replace("$0", truth(op, operands).text()));
        }
        Notation operator = OPERATORS.get(op.name());
        if (operator != null) {
            return operator.apply(operands);
        }
        if (op instanceof Slice slice) {
            return new Operand(within(operands.get(0)) + ranges(slice, node.shape()), Notation.ATOM);
        }
        String function = functions.get(op.name());
        if (function == null) {
            throw new UnlistedException("The loss needs the operation " + op.name() + ", for which there is no line in "
                    + library + " yet.");
        }
        List<Operand> given = new ArrayList<>(operands);
        if (op instanceof Where) {
            given.set(
                    0,
                    Notation.infix(" != ", Notation.RELATION)
                            .apply(List.of(operands.get(0), new Operand("0.0", Notation.ATOM))));
        }
        String text = filled(function, node, given);
        boolean whole = op instanceof SumTo || op instanceof MaxTo;
        return atom(whole ? shaped(text, node.shape()) : text);
    }

    /** A relation or a step as a truth. */
    private static Operand truth(Op op, List<Operand> operands) {
        return op instanceof Step
                ? Notation.infix(" > ", Notation.RELATION)
                        .apply(List.of(operands.get(0), new Operand("0.0", Notation.ATOM)))
                : operator(op.name()).apply(operands);
    }

    private static Notation operator(String name) {
        return OPERATORS.getOrDefault(name, Notation.function(name));
    }

    private String filled(String function, Node node, List<Operand> operands) {
        boolean choosing =
                node.op().name().equals("maximum") || node.op().name().equals("minimum") || node.op() instanceof Where;
        String text = function;
        if (node.op() instanceof Concat concat) {
            String parts =
                    String.join(", ", operands.stream().map(Operand::text).toList());
            return text.replace("$0", "[" + parts + "]").replace("$t", Integer.toString(concat.axis()));
        }
        // Placed from the last on: what was put in contains no sign of a place.
        for (int i = operands.size() - 1; i >= 0; i--) {
            String operand = operands.get(i).text();
            text = text.replace("$" + i, choosing && isNumber(operand) ? array.replace("$0", operand) : operand);
        }
        return text.replace("$t", tuple(node));
    }

    /** Whether an operand is a number of Python's, which not every function takes in place of an array. */
    private static boolean isNumber(String text) {
        char first = text.charAt(text.startsWith("-") ? Math.min(1, text.length() - 1) : 0);
        return (first >= '0' && first <= '9' && text.indexOf(' ') < 0 && text.indexOf('*') < 0)
                || text.equals("math.inf")
                || text.equals("-math.inf")
                || text.equals("math.nan");
    }

    private static String tuple(Node node) {
        if (node.op() instanceof SumTo || node.op() instanceof MaxTo) {
            return Literals.tuple(reduced(node.input(0).shape(), node.shape()));
        }
        return node.op() instanceof Permute permute
                ? Literals.tuple(permute.order())
                : Literals.tuple(Literals.extents(node.shape()));
    }

    /** The axes of a shape that are not there, or are 1, in the shape that it is reduced to. */
    private static List<Integer> reduced(Shape from, Shape to) {
        List<Integer> axes = new ArrayList<>();
        int missing = from.rank() - to.rank();
        for (int axis = 0; axis < from.rank(); axis++) {
            if (axis < missing || (to.extent(axis - missing) == 1 && from.extent(axis) != 1)) {
                axes.add(axis);
            }
        }
        return axes;
    }

    /** Puts back the axes of extent 1 that a reduction took away. */
    private String shaped(String text, Shape shape) {
        boolean hasOnes = Literals.extents(shape).contains(1);
        return hasOnes
                ? functions
                        .getOrDefault("reshape", "$0")
                        .replace("$0", text)
                        .replace("$t", Literals.tuple(Literals.extents(shape)))
                : text;
    }

    private static String within(Operand operand) {
        return operand.precedence() == Notation.ATOM ? operand.text() : "(" + operand.text() + ")";
    }

    private static String ranges(Slice slice, Shape shape) {
        StringBuilder out = new StringBuilder();
        for (int axis = 0; axis < shape.rank(); axis++) {
            int from = slice.begin().get(axis);
            out.append(axis == 0 ? "[" : ", ").append(from).append(':').append(from + shape.extent(axis));
        }
        return out.append(']').toString();
    }

    private static Operand atom(String text) {
        return new Operand(text, Notation.ATOM);
    }
}
