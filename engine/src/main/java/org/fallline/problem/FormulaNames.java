package org.fallline.problem;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.jspecify.annotations.Nullable;

/** The functions and constants that a formula may name. */
public final class FormulaNames {
    /** A function of one argument. */
    public record FormulaFunction(String name, UnaryOperator<Node> function) {}

    /** A number with a name. */
    public record FormulaConstant(String name, double value) {}

    /** The functions, in the order in which help lists them. */
    public static final List<FormulaFunction> FUNCTIONS = List.of(
            new FormulaFunction("sin", Ops::sin),
            new FormulaFunction("cos", Ops::cos),
            new FormulaFunction("tan", Ops::tan),
            new FormulaFunction("exp", Ops::exp),
            new FormulaFunction("log", Ops::log),
            new FormulaFunction("ln", Ops::log),
            new FormulaFunction("sqrt", Ops::sqrt),
            new FormulaFunction("abs", Ops::abs),
            new FormulaFunction("sign", Ops::sign),
            new FormulaFunction("tanh", Ops::tanh),
            new FormulaFunction("sigmoid", Ops::sigmoid),
            new FormulaFunction("relu", Ops::relu));

    /** The constants, in the order in which help lists them. */
    public static final List<FormulaConstant> CONSTANTS = List.of(
            new FormulaConstant("pi", Math.PI),
            new FormulaConstant("π", Math.PI),
            new FormulaConstant("tau", 2 * Math.PI),
            new FormulaConstant("e", Math.E));

    private FormulaNames() {}

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
