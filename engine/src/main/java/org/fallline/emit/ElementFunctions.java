package org.fallline.emit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fallline.autodiff.Op;
import org.jspecify.annotations.Nullable;

/**
 * The element-wise ops of the engine by name, and what each is in an {@link Algebra}.
 *
 * <p>{@code where} and {@code power} are not in the table: {@link Expressions} makes a choice of the comparison before it, and a
 * power of its exponent, which must be a number.
 */
final class ElementFunctions {
    /** Element-wise ops that are left to the compiled program; no network has them. */
    static final List<String> LEFT_TO_THE_KERNEL = List.of("acos", "acosh", "asin", "asinh", "atan", "atanh");

    /** Element-wise ops whose expression depends on more than their arguments. */
    static final List<String> BY_THEIR_INPUTS = List.of("power", "where");

    private static final Map<String, ElementFunction> TABLE = new LinkedHashMap<>();

    static {
        two("add", Algebra::add);
        two("subtract", Algebra::subtract);
        two("multiply", Algebra::multiply);
        two("divide", Algebra::divide);
        two("maximum", Elementary::maximum);
        two("minimum", Elementary::minimum);
        one("negate", Algebra::negate);
        one("abs", Algebra::abs);
        one("sqrt", Algebra::sqrt);
        one("square", Elementary::square);
        one("sign", Elementary::sign);
        one("step", Elementary::step);
        one("relu", Elementary::relu);
        one("exp", Elementary::exp);
        one("expm1", Elementary::expm1);
        one("log", Elementary::log);
        one("log1p", Elementary::log1p);
        one("sin", Elementary::sin);
        one("cos", Elementary::cos);
        one("sinh", Elementary::sinh);
        one("cosh", Elementary::cosh);
        one("tanh", Elementary::tanh);
        one("erf", Elementary::erf);
        one("sigmoid", Elementary::sigmoid);
        one("softplus", Elementary::softplus);
        one("identity", ElementFunctions::same);
        one("stopGradient", ElementFunctions::same);
        relation("less", new Less(false, false));
        relation("greater", new Less(true, false));
        relation("lessEqual", new LessEqual(false));
        relation("greaterEqual", new LessEqual(true));
        relation("equal", new Equal(false));
        relation("notEqual", new Equal(true));
    }

    private ElementFunctions() {}

    private static void one(String name, ElementFunction.One function) {
        TABLE.put(name, function);
    }

    private static void two(String name, ElementFunction.Two function) {
        TABLE.put(name, function);
    }

    private static void relation(String name, ElementFunction.Relation function) {
        TABLE.put(name, function);
    }

    /** The expression of an op, or null if it has none. */
    static @Nullable ElementFunction of(Op op) {
        return TABLE.get(op.name());
    }

    /** The names of the ops in the table. */
    static Set<String> names() {
        return Collections.unmodifiableSet(TABLE.keySet());
    }

    private static <V> V same(Algebra<V> k, V x) {
        return x;
    }

    private record Less(boolean swapped, boolean isNegated) implements ElementFunction.Relation {
        @Override
        public <V> V mask(Algebra<V> k, V a, V b) {
            return swapped ? k.less(b, a) : k.less(a, b);
        }
    }

    private record LessEqual(boolean swapped) implements ElementFunction.Relation {
        @Override
        public boolean isNegated() {
            return false;
        }

        @Override
        public <V> V mask(Algebra<V> k, V a, V b) {
            return swapped ? k.lessEqual(b, a) : k.lessEqual(a, b);
        }
    }

    private record Equal(boolean isNegated) implements ElementFunction.Relation {
        @Override
        public <V> V mask(Algebra<V> k, V a, V b) {
            return k.equal(a, b);
        }
    }
}
