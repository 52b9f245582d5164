package org.fallline.emit;

import org.fallline.math.Decimal;

/**
 * The algebra of GLSL ES 3.00: values are expressions, and {@link #let} appends the declaration of a variable.
 *
 * <p>A card may round otherwise than to the nearest, take subnormal numbers for 0, fuse a product with a sum, and know no NaN; the
 * language allows all of it. So what this algebra computes is close to what others do, and not equal.
 */
final class GlslLanes implements Algebra<Glsl> {
    private static final int INFINITY = 0x7F800000;
    private static final int NAN = 0x7FC00000;

    private final GlslCode code;

    GlslLanes(GlslCode code) {
        this.code = code;
    }

    @Override
    public Glsl constant(double value) {
        return Glsl.number(literal(value), false);
    }

    /** A number as the language writes it. */
    static String literal(double value) {
        if (Double.isNaN(value)) {
            return "uintBitsToFloat(" + NAN + "u)";
        }
        if (Math.abs(value) > Float.MAX_VALUE) {
            return (value < 0 ? "(-" : "(") + "uintBitsToFloat(" + INFINITY + "u))";
        }
        String text = Decimal.text(value);
        boolean isWhole = text.indexOf('.') < 0 && text.indexOf('e') < 0;
        String number = isWhole ? text + ".0" : text;
        return value < 0 ? "(" + number + ")" : number;
    }

    @Override
    public Glsl let(Glsl x) {
        return x.isName() ? x : code.variable(x, x.isWide());
    }

    private static Glsl infix(Glsl a, String operator, Glsl b) {
        return Glsl.number("(" + a.text() + " " + operator + " " + b.text() + ")", a.isWide() || b.isWide());
    }

    private static Glsl call(String function, Glsl x) {
        return Glsl.number(function + "(" + x.text() + ")", x.isWide());
    }

    private static Glsl call(String function, Glsl a, Glsl b) {
        boolean isWide = a.isWide() || b.isWide();
        return Glsl.number(function + "(" + text(a, isWide) + ", " + text(b, isWide) + ")", isWide);
    }

    private static String text(Glsl x, boolean isWide) {
        return isWide ? x.widened() : x.text();
    }

    private static Glsl compare(Glsl a, String operator, String function, Glsl b) {
        return a.isWide() || b.isWide()
                ? new Glsl(call(function, a, b).text(), true, true)
                : new Glsl(infix(a, operator, b).text(), true, false);
    }

    @Override
    public Glsl add(Glsl a, Glsl b) {
        return infix(a, "+", b);
    }

    @Override
    public Glsl subtract(Glsl a, Glsl b) {
        return infix(a, "-", b);
    }

    @Override
    public Glsl multiply(Glsl a, Glsl b) {
        return infix(a, "*", b);
    }

    @Override
    public Glsl madd(Glsl a, Glsl b, Glsl c) {
        return Glsl.number(
                "(" + a.text() + " * " + b.text() + " + " + c.text() + ")", a.isWide() || b.isWide() || c.isWide());
    }

    @Override
    public Glsl divide(Glsl a, Glsl b) {
        return infix(a, "/", b);
    }

    @Override
    public Glsl min(Glsl a, Glsl b) {
        return call("min", a, b);
    }

    @Override
    public Glsl max(Glsl a, Glsl b) {
        return call("max", a, b);
    }

    @Override
    public Glsl negate(Glsl x) {
        return Glsl.number("(-" + x.text() + ")", x.isWide());
    }

    @Override
    public Glsl abs(Glsl x) {
        return call("abs", x);
    }

    @Override
    public Glsl sqrt(Glsl x) {
        return call("sqrt", x);
    }

    @Override
    public Glsl round(Glsl x) {
        return call("roundEven", x);
    }

    @Override
    public Glsl less(Glsl a, Glsl b) {
        return compare(a, "<", "lessThan", b);
    }

    @Override
    public Glsl lessEqual(Glsl a, Glsl b) {
        return compare(a, "<=", "lessThanEqual", b);
    }

    @Override
    public Glsl equal(Glsl a, Glsl b) {
        return compare(a, "==", "equal", b);
    }

    @Override
    public Glsl select(Glsl mask, Glsl a, Glsl b) {
        boolean isWide = mask.isWide() || a.isWide() || b.isWide();
        String arguments = text(b, isWide) + ", " + text(a, isWide) + ", " + text(mask, isWide);
        return Glsl.number("mix(" + arguments + ")", isWide);
    }

    @Override
    public Glsl powerOfTwo(Glsl n) {
        return Glsl.number("intBitsToFloat((" + ints(n) + "(" + n.text() + ") + 127) << 23)", n.isWide());
    }

    @Override
    public Glsl exponent(Glsl x) {
        return Glsl.number(x.type() + "((floatBitsToInt(" + x.text() + ") >> 23) - 127)", x.isWide());
    }

    @Override
    public Glsl significand(Glsl x) {
        return Glsl.number("intBitsToFloat((floatBitsToInt(" + x.text() + ") & 8388607) | 1065353216)", x.isWide());
    }

    private static String ints(Glsl x) {
        return x.isWide() ? "ivec4" : "int";
    }
}
