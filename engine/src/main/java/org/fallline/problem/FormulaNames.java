package org.fallline.problem;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.fallline.autodiff.Activations;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.autodiff.Reductions;
import org.jspecify.annotations.Nullable;

/** The functions and constants that a formula may name. */
public final class FormulaNames {
    /**
     * A function.
     *
     * @param name as a formula writes it
     * @param usage a call, as help shows it: {@code "clip(x, low, high)"}
     * @param least the fewest arguments
     * @param most the most arguments
     * @param kind what it does to columns of data
     * @param function the graph of a call
     */
    public record FormulaFunction(
            String name, String usage, int least, int most, Kind kind, Function<List<Node>, Node> function) {
        /** Whether a call with so many arguments makes a number of a column. */
        boolean reduces(int arguments) {
            return kind == Kind.REDUCTION || (kind == Kind.EITHER && arguments == 1);
        }

        /** The number of arguments in words. */
        String arity() {
            if (least == most) {
                return least + (least == 1 ? " argument" : " arguments");
            }
            return most == MANY
                    ? "at least " + least + (least == 1 ? " argument" : " arguments")
                    : least + " to " + most + " arguments";
        }
    }

    /** What a function does to columns of data. */
    public enum Kind {
        /** Row by row: of columns it makes a column. */
        ELEMENTWISE,
        /** Over the rows: of a column it makes a number. */
        REDUCTION,
        /** Of one argument a reduction, of several element-wise. */
        EITHER,
        /** Element-wise, and the first argument is a comparison. */
        CHOICE
    }

    /** A number with a name. */
    public record FormulaConstant(String name, double value) {}

    private static final int MANY = Integer.MAX_VALUE;

    // To the nearest double: log 2 = 0.69314718055994530942, log 10 = 2.30258509299404568402.
    private static final double LOG_2 = 0.6931471805599453;
    private static final double LOG_10 = 2.302585092994046;

    /** The slope of leaky ReLU below 0: Keras 3, {@code keras.activations.leaky_relu}. */
    private static final double LEAK = 0.2;

    /** The functions, in the order in which help lists them. */
    public static final List<FormulaFunction> FUNCTIONS = List.of(
            of("sin", Ops::sin),
            of("cos", Ops::cos),
            of("tan", Ops::tan),
            of("asin", Ops::asin),
            of("acos", Ops::acos),
            of("atan", Ops::atan),
            of("sinh", Ops::sinh),
            of("cosh", Ops::cosh),
            of("tanh", Ops::tanh),
            of("asinh", Ops::asinh),
            of("acosh", Ops::acosh),
            of("atanh", Ops::atanh),
            of("exp", Ops::exp),
            of("expm1", Ops::expm1),
            of("log", Ops::log),
            of("ln", Ops::log),
            of("log2", x -> Ops.divide(Ops.log(x), Ops.constant(LOG_2))),
            of("log10", x -> Ops.divide(Ops.log(x), Ops.constant(LOG_10))),
            of("log1p", Ops::log1p),
            of("sqrt", Ops::sqrt),
            of("abs", Ops::abs),
            of("sign", Ops::sign),
            of("step", Ops::step),
            of("erf", Ops::erf),
            of("sigmoid", Ops::sigmoid),
            of("softplus", Ops::softplus),
            of("relu", Ops::relu),
            of("leakyRelu", x -> Activations.leakyRelu(x, LEAK)),
            of("elu", x -> Activations.elu(x, 1)),
            of("selu", Activations::selu),
            of("gelu", Activations::gelu),
            of("swish", x -> Activations.swish(x, 1)),
            new FormulaFunction("pow", "pow(x, n)", 2, 2, Kind.ELEMENTWISE, a -> Ops.power(a.get(0), a.get(1))),
            new FormulaFunction(
                    "clip", "clip(x, low, high)", 3, 3, Kind.ELEMENTWISE, a -> clip(a.get(0), a.get(1), a.get(2))),
            new FormulaFunction(
                    "where", "where(x > 0, a, b)", 3, 3, Kind.CHOICE, a -> Ops.where(a.get(0), a.get(1), a.get(2))),
            new FormulaFunction(
                    "max", "max(a, b)", 1, MANY, Kind.EITHER, a -> extreme(a, Ops::maximum, Reductions::max)),
            new FormulaFunction(
                    "min", "min(a, b)", 1, MANY, Kind.EITHER, a -> extreme(a, Ops::minimum, Reductions::min)),
            reduction("sum", Ops::sum),
            reduction("mean", Ops::mean),
            reduction("variance", Reductions::variance));

    /** The constants, in the order in which help lists them. */
    public static final List<FormulaConstant> CONSTANTS = List.of(
            new FormulaConstant("pi", Math.PI),
            new FormulaConstant("π", Math.PI),
            new FormulaConstant("tau", 2 * Math.PI),
            new FormulaConstant("τ", 2 * Math.PI),
            new FormulaConstant("e", Math.E));

    private FormulaNames() {}

    private static FormulaFunction of(String name, UnaryOperator<Node> function) {
        return new FormulaFunction(
                name, name + "(x)", 1, 1, Kind.ELEMENTWISE, arguments -> function.apply(arguments.get(0)));
    }

    /** As {@link Ops#clip}, between ends that may be computed. */
    private static Node clip(Node x, Node low, Node high) {
        return Ops.where(Ops.less(x, low), low, Ops.where(Ops.greater(x, high), high, x));
    }

    private static Node extreme(List<Node> arguments, BinaryOperator<Node> ofTwo, UnaryOperator<Node> ofColumn) {
        Node first = arguments.get(0);
        if (arguments.size() == 1) {
            return ofColumn.apply(first);
        }
        Node extreme = first;
        for (Node other : arguments.subList(1, arguments.size())) {
            extreme = ofTwo.apply(extreme, other);
        }
        return extreme;
    }

    private static FormulaFunction reduction(String name, UnaryOperator<Node> function) {
        return new FormulaFunction(
                name, name + "(column)", 1, 1, Kind.REDUCTION, arguments -> function.apply(arguments.get(0)));
    }

    /** The function of this name, or null. */
    static @Nullable FormulaFunction function(String name) {
        for (FormulaFunction function : FUNCTIONS) {
            if (function.name().equals(name)) {
                return function;
            }
        }
        return null;
    }

    /** The constant of this name, or null. */
    static @Nullable FormulaConstant constant(String name) {
        for (FormulaConstant constant : CONSTANTS) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        return null;
    }

    /** The names of the functions, separated by commas. */
    public static String functionNames() {
        return FUNCTIONS.stream().map(FormulaFunction::name).collect(Collectors.joining(", "));
    }
}
