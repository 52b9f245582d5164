package org.fallline.web.conformance;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.fallline.math.Decimal;
import org.fallline.math.Key;
import org.fallline.math.Real;

/** Elementary functions, number text and random keys, at special and at seeded points. */
final class MathSection {
    private static final int POINTS = 60;

    private MathSection() {}

    static void print(Lines lines) {
        one(lines, "exp", Real::exp);
        one(lines, "expm1", Real::expm1);
        one(lines, "log", Real::log);
        one(lines, "log1p", Real::log1p);
        one(lines, "log2", Real::log2);
        one(lines, "log10", Real::log10);
        one(lines, "sin", Real::sin);
        one(lines, "cos", Real::cos);
        one(lines, "tan", Real::tan);
        one(lines, "asin", Real::asin);
        one(lines, "acos", Real::acos);
        one(lines, "atan", Real::atan);
        one(lines, "sinh", Real::sinh);
        one(lines, "cosh", Real::cosh);
        one(lines, "tanh", Real::tanh);
        one(lines, "asinh", Real::asinh);
        one(lines, "acosh", Real::acosh);
        one(lines, "atanh", Real::atanh);
        one(lines, "sigmoid", Real::sigmoid);
        one(lines, "erf", Real::erf);
        one(lines, "sign", Real::sign);
        one(lines, "round", Real::round);
        two(lines, "pow", Real::pow);
        two(lines, "atan2", Real::atan2);
        two(lines, "hypot", Real::hypot);
        two(lines, "max", Real::max);
        two(lines, "min", Real::min);
        numberText(lines);
        keys(lines);
    }

    private static void one(Lines lines, String name, DoubleUnaryOperator function) {
        for (double x : ArithmeticSection.SPECIAL) {
            lines.bits(name, function.applyAsDouble(x));
        }
        Key key = Key.of(1);
        for (int i = 0; i < POINTS; i++) {
            // Inside every domain; of moderate size; of every size that has a finite exponential; of every size there
            // is.
            lines.bits(name, function.applyAsDouble(2 * key.uniform(i) - 1));
            lines.bits(name, function.applyAsDouble(10 * key.normal(i)));
            lines.bits(name, function.applyAsDouble(1400 * key.uniform(i) - 700));
            lines.bits(name, function.applyAsDouble(anySize(key, i)));
        }
    }

    private static void two(Lines lines, String name, DoubleBinaryOperator function) {
        for (double x : ArithmeticSection.SPECIAL) {
            for (double y : ArithmeticSection.SPECIAL) {
                lines.bits(name, function.applyAsDouble(x, y));
            }
        }
        Key key = Key.of(2);
        for (int i = 0; i < POINTS; i++) {
            lines.bits(
                    name,
                    function.applyAsDouble(
                            10 * key.uniform(i), 20 * key.split(0).uniform(i) - 10));
            lines.bits(name, function.applyAsDouble(anySize(key, i), anySize(key.split(1), i)));
        }
    }

    private static void numberText(Lines lines) {
        for (double x : ArithmeticSection.SPECIAL) {
            lines.text("text", Decimal.text(x));
        }
        Key key = Key.of(3);
        for (int i = 0; i < POINTS; i++) {
            double x = anySize(key, i);
            lines.text("text", Decimal.text(x));
            lines.text("short text", Decimal.text(x, 1 + i % 17));
            lines.text("whole", Decimal.text(Math.floor(key.normal(i) * 1e6)));
            lines.bits("parse", Decimal.parse(Decimal.text(x)));
            lines.bits("parse short", Decimal.parse(Decimal.text(x, 1 + i % 17)));
        }
    }

    private static void keys(Lines lines) {
        Key key = Key.of(-7);
        for (int i = 0; i < POINTS; i++) {
            lines.text("bits", Integer.toString(key.bits(i)));
            lines.bits("uniform", key.uniform(i));
            lines.bits("normal", key.normal(i));
            lines.text("below", Integer.toString(key.below(1 + i, i)));
            key = key.split(i);
        }
    }

    /** A finite number of either sign and of any size, subnormal ones included. */
    private static double anySize(Key key, int counter) {
        boolean large = (key.bits(counter) & 1) == 0;
        double x = key.uniform(counter) - 0.5;
        for (int i = key.below(large ? 1024 : 1074, counter); i > 0; i--) {
            x *= large ? 2 : 0.5;
        }
        return x;
    }
}
