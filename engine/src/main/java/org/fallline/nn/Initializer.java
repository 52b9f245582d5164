package org.fallline.nn;

import org.fallline.math.Key;

/** What the weights of a layer are before the first step. */
public interface Initializer {
    /**
     * Writes the weights of a layer of {@code fanOut} units, each of {@code fanIn} inputs.
     *
     * @param key what is random depends on it alone
     * @param into receives (fanIn, fanOut), row-major; modified
     * @param from where in it they begin
     */
    void fill(Key key, int fanIn, int fanOut, double[] into, int from);
}
