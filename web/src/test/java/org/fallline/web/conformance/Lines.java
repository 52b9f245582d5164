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
        text(name, hex((int) (bits >>> 32)) + hex((int) bits));
    }

    /** The bits of an array's elements, named {@code name[0]}, {@code name[1]}… */
    void bits(String name, double[] values) {
        for (int i = 0; i < values.length; i++) {
            bits(name + "[" + i + "]", values[i]);
        }
    }

    /** A text of printable ASCII. */
    void text(String name, String value) {
        printer.accept(name + "\t" + value);
    }

    private static String hex(int bits) {
        StringBuilder digits = new StringBuilder(8);
        for (int shift = 28; shift >= 0; shift -= 4) {
            digits.append("0123456789abcdef".charAt(bits >>> shift & 0xF));
        }
        return digits.toString();
    }
}
