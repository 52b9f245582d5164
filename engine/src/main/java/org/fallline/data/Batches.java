package org.fallline.data;

import org.fallline.math.Key;

/**
 * The examples of each step of a descent: epoch after epoch, each a new random order of all examples, cut into batches of one
 * size.
 *
 * <p>The epochs follow each other without a gap. Where the size does not divide the number of examples, a batch takes the end
 * of one epoch and the beginning of the next, as {@code shuffle().repeat().batch()} of TensorFlow's data pipelines does; so
 * every epoch has every example exactly once, whatever the size.
 *
 * <p>The batch of step t depends on the key and t alone. The order of the epoch at hand is kept, so that going on step by step
 * costs one shuffle an epoch. Not safe for use by several threads at once.
 */
public final class Batches {
    private final int size;
    private final Key key;
    private final int[] order;
    private int epoch = -1;

    /**
     * Batches of some examples.
     *
     * @param examples how many there are
     * @param size how many a batch has, from 1 to all
     */
    public Batches(int examples, int size, Key key) {
        if (size < 1 || size > examples) {
            throw new IllegalArgumentException("a batch of " + size + " from " + examples
                    + (examples == 1 ? " example" : " examples") + ": expected 1 to " + examples);
        }
        this.size = size;
        this.key = key;
        this.order = new int[examples];
    }

    /**
     * Writes the numbers of the examples of a step. Allocates nothing.
     *
     * @param step from 0; times the size below 2³¹
     * @param batch receives as many numbers from 0 to below the number of examples as a batch has; modified
     */
    public void fill(int step, int[] batch) {
        int first = step * size;
        for (int i = 0; i < size; i++) {
            int at = first + i;
            turnTo(at / order.length);
            batch[i] = order[at % order.length];
        }
    }

    private void turnTo(int wanted) {
        if (wanted != epoch) {
            Permutation.fill(key, wanted, order);
            epoch = wanted;
        }
    }
}
