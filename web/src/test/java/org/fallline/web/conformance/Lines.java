package org.fallline.web.conformance;

import java.util.function.Consumer;

/** Where the conformance program's sections print to: one named value a line. */
final class Lines {
    private final Consumer<String> printer;

    Lines(Consumer<String> printer) {
        this.printer = printer;
    }

    /** The bits of a double; all NaNs are one, as no platform keeps them apart. */
    void bits(String name, double value) {
        long bits = Double.doubleToLongBits(value);
        print(name, hex((int) (bits >>> 32), 8) + hex((int) bits, 8));
    }

    /** The bits of an array's elements, named {@code name[0]}, {@code name[1]}… */
    void bits(String name, double[] values) {
        for (int i = 0; i < values.length; i++) {
            bits(name + "[" + i + "]", values[i]);
        }
    }

    /** A text; what is not printable ASCII is written as in a Java literal. */
    void text(String name, String value) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= ' ' && c <= '~') {
                escaped.append(c);
            } else {
                escaped.append("\\u").append(hex(c, 4));
            }
        }
        print(name, escaped.toString());
    }

    /** A text of several lines, each on its own. */
    void block(String name, String value) {
        int from = 0;
        for (int to = value.indexOf('\n'); to >= 0; to = value.indexOf('\n', from)) {
            text(name, value.substring(from, to));
            from = to + 1;
        }
        text(name, value.substring(from));
    }

    private void print(String name, String value) {
        printer.accept(name + "\t" + value);
    }

    private static String hex(int bits, int digits) {
        StringBuilder out = new StringBuilder(digits);
        for (int shift = 4 * digits - 4; shift >= 0; shift -= 4) {
            out.append("0123456789abcdef".charAt(bits >>> shift & 0xF));
        }
        return out.toString();
    }
}
