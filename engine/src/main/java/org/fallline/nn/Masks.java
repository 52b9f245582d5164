package org.fallline.nn;

import java.util.Arrays;
import org.fallline.math.Key;

/**
 * The random masks of a model's dropout layers, step by step: 0 with the layer's rate as probability, else 1 / (1 − rate).
 *
 * <p>The masks of a step depend on the key and the step alone; they repeat after 2³² numbers.
 */
public final class Masks {
    private final Key key;
    private final double[] rates;
    private final int[] sizes;
    private final int size;

    Masks(Key key, double[] rates, int[] sizes) {
        this.key = key;
        this.rates = rates;
        this.sizes = sizes;
        this.size = Arrays.stream(sizes).sum();
    }

    /**
     * Writes the masks of a step. Allocates nothing.
     *
     * @param step from 0
     * @param into receives the masks as {@link Model#masks} lays them out; modified
     * @param from where in it they begin
     */
    public void fill(int step, double[] into, int from) {
        int first = step * size;
        int at = 0;
        for (int layer = 0; layer < sizes.length; layer++) {
            double kept = 1 / (1 - rates[layer]);
            for (int end = at + sizes[layer]; at < end; at++) {
                into[from + at] = key.uniform(first + at) < rates[layer] ? 0 : kept;
            }
        }
    }
}
