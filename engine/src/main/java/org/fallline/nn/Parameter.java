package org.fallline.nn;

import org.fallline.tensor.Shape;

/**
 * A tensor that a layer learns.
 *
 * @param symbol as formulas write it: {@code W}
 * @param shape a matrix (fan-in, fan-out), or a vector, whose fan-in is 1
 * @param initializer gives its values before the first step
 */
public record Parameter(String symbol, Shape shape, Initializer initializer) {
    /** A vector of one number. */
    static Parameter filled(String symbol, int size, double value) {
        Initializer same = (key, fanIn, fanOut, into, from) -> {
            for (int i = 0; i < fanIn * fanOut; i++) {
                into[from + i] = value;
            }
        };
        return new Parameter(symbol, Shape.of(size), same);
    }

    /** How many inputs a unit has. */
    int fanIn() {
        return shape.rank() == 2 ? shape.extent(0) : 1;
    }

    /** How many units there are. */
    int fanOut() {
        return shape.extent(-1);
    }
}
