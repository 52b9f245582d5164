package org.fallline.server;

import java.util.Arrays;
import org.fallline.json.Json;

/** Numbers as JSON, which has none that are not finite: those become null. */
final class Numbers {
    private Numbers() {}

    static Json json(double value) {
        return Double.isFinite(value) ? new Json.Num(value) : new Json.Null();
    }

    /** An array of all the values, which are not modified. */
    static Json json(double[] values) {
        return new Json.Arr(Arrays.stream(values).mapToObj(Numbers::json).toList());
    }
}
