package org.fallline.problem;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
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
        REDUCTION
    }

    /** A number with a name. */
    public record FormulaConstant(String name, double value) {}

    private static final int MANY = Integer.MAX_VALUE;

    /** The functions, in the order in which help lists them. */
    public static final List<FormulaFunction> FUNCTIONS = List.of(
            of("sin", Ops::sin),
            of("cos", Ops::cos),
            of("tan", Ops::tan),
            of("exp", Ops::exp),
            of("log", Ops::log),
            of("ln", Ops::log),
            of("sqrt", Ops::sqrt),
            of("abs", Ops::abs),
            of("sign", Ops::sign),
            of("step", Ops::step),
            of("tanh", Ops::tanh),
            of("sigmoid", Ops::sigmoid),
            of("relu", Ops::relu),
            of("pow", "pow(x, n)", Ops::power),
            reduction("sum", Ops::sum),
            reduction("mean", Ops::mean));

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

    private static FormulaFunction of(String name, String usage, BinaryOperator<Node> function) {
        return new FormulaFunction(
                name, usage, 2, 2, Kind.ELEMENTWISE, arguments -> function.apply(arguments.get(0), arguments.get(1)));
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
