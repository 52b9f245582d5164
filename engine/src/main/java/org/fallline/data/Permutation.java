package org.fallline.data;

import org.fallline.math.Key;

/**
 * Random orders by the shuffle of R. A. Fisher and F. Yates as R. Durstenfeld (<i>Algorithm 235: Random permutation</i>,
 * Communications of the ACM 7(7), 1964) gave it for computers.
 */
final class Permutation {
    private Permutation() {}

    /**
     * Fills an array with 0, 1, …, each once, in a random order of a key. Allocates nothing.
     *
     * @param number of the order, from 0: another one has another order; times the length at most 2³²
     */
    static void fill(Key key, int number, int[] order) {
        int first = number * order.length;
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        for (int i = order.length - 1; i > 0; i--) {
            int other = key.below(i + 1, first + i);
            int moved = order[i];
            order[i] = order[other];
            order[other] = moved;
        }
    }
}
