package org.fallline.web.conformance;

/** What the engine takes from the platform and builds all else on: IEEE 754's operations and 32-bit integers. */
final class ArithmeticSection {
    static final double[] SPECIAL = {
        0,
        -0.0,
        1,
        -1,
        0.1,
        1.0 / 3,
        Math.PI,
        1e-300,
        1e300,
        Double.MIN_VALUE,
        Double.MIN_NORMAL,
        Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN
    };

    private ArithmeticSection() {}

    static void print(Lines lines) {
        for (double x : SPECIAL) {
            lines.bits("sqrt", Math.sqrt(x));
            lines.bits("abs", Math.abs(x));
            lines.bits("floor", Math.floor(x));
            lines.bits("ceil", Math.ceil(x));
            for (double y : SPECIAL) {
                lines.bits("sum", x + y);
                lines.bits("difference", x - y);
                lines.bits("product", x * y);
                lines.bits("quotient", x / y);
                lines.text("order", (x < y ? "<" : "") + (x <= y ? "<=" : "") + (x == y ? "=" : ""));
            }
        }
        grouping(lines);
        int x = 0x9E3779B9;
        for (int i = 0; i < 64; i++) {
            x ^= x << 13;
            x ^= x >>> 17;
            x ^= x << 5;
            lines.text("int", Integer.toString(x * 0x85EBCA6B + (x >> 7)));
            lines.bits("int to double", x * 0x1p-31);
            lines.text("double to int", Integer.toString((int) (x * 0.75)));
        }
    }

    /** Rounding depends on the grouping, and a compiler may not change it. */
    private static void grouping(Lines lines) {
        for (int i = 0; i + 3 < SPECIAL.length; i++) {
            double a = SPECIAL[i] * 1.1;
            double b = SPECIAL[i + 1] * 1.3;
            double c = SPECIAL[i + 2] * 1.7;
            double d = SPECIAL[i + 3] * 1.9;
            lines.bits("a+(b+c)", a + (b + c));
            lines.bits("a+(b-c)", a + (b - c));
            lines.bits("a-(b+c)", a - (b + c));
            lines.bits("a-(b-c)", a - (b - c));
            lines.bits("(a+b)+(c+d)", (a + b) + (c + d));
            lines.bits("(a-b)+(c-d)", (a - b) + (c - d));
            lines.bits("a*(b*c)", a * (b * c));
            lines.bits("a*(b/c)", a * (b / c));
            lines.bits("a/(b*c)", a / (b * c));
            lines.bits("(a*b)*(c*d)", (a * b) * (c * d));
            lines.bits("(a/b)*(c/d)", (a / b) * (c / d));
            lines.bits("-a", -a);
            lines.bits("-(a+b)", -(a + b));
            lines.bits("a- -b", a - -b);
            double shared = b + c;
            lines.bits("a+shared", a + shared);
            lines.bits("shared*shared+(a+shared)", shared * shared + (a + shared));
        }
    }
}
