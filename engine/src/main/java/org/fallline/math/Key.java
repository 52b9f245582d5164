package org.fallline.math;

/**
 * A random key: 64 bits from which numbers are computed rather than drawn, so that the same key and counter give the same
 * number whatever was asked before.
 *
 * <p>Every number is a block of the Threefry-2x32 cipher with 20 rounds, keyed with this key, of two words: the caller's
 * counter and the purpose of the number. So {@code uniform(3)} and {@code normal(3)} are independent, and so are the keys
 * that {@code split} gives.
 *
 * <p>References: J. K. Salmon, M. A. Moraes, R. O. Dror and D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3",
 * SC 2011; K. Claessen and M. H. Pałka, "Splittable pseudorandom number generators using cryptographic hashing", Haskell
 * 2013.
 *
 * @param high the cipher's first key word
 * @param low the cipher's second key word
 */
public record Key(int high, int low) {

    private static final int BITS = 0;
    private static final int SPLIT = 1;
    private static final int UNIFORM = 2;
    private static final int RADIUS = 3;
    private static final int ANGLE = 4;
    private static final int BELOW = 5;

    /** What {@link #block} returns of a block. */
    static final int HIGH = 0;

    static final int LOW = 1;
    private static final int FRACTION = 2;

    private static final double TWO_PI = 0x1.921fb54442d18p2;

    /** From the cipher Threefish, against keys of zeros. */
    private static final int PARITY = 0x1BD11BDA;

    /** The key of a seed, the seed being its low word. */
    public static Key of(int seed) {
        return new Key(0, seed);
    }

    /** The {@code index}-th child of this key; children of one key, and their numbers, are independent. */
    public Key split(int index) {
        return new Key((int) block(index, SPLIT, HIGH), (int) block(index, SPLIT, LOW));
    }

    /** 32 uniformly distributed bits. */
    public int bits(int counter) {
        return (int) block(counter, BITS, HIGH);
    }

    /** A uniformly distributed multiple of 2<sup>-53</sup> in [0, 1). */
    public double uniform(int counter) {
        return block(counter, UNIFORM, FRACTION);
    }

    /**
     * A normally distributed number of mean 0 and variance 1, by the method of G. E. P. Box and M. E. Muller ("A note on
     * the generation of random normal deviates", 1958); of a magnitude below 8.6.
     */
    public double normal(int counter) {
        double distance = Math.sqrt(-2 * Real.log(1 - block(counter, RADIUS, FRACTION)));
        return distance * Real.cos(TWO_PI * block(counter, ANGLE, FRACTION));
    }

    /**
     * An integer from 0 to {@code bound - 1}, each with probability {@code 1 / bound} to within 2<sup>-53</sup>.
     *
     * @throws IllegalArgumentException if {@code bound} is not positive
     */
    public int below(int bound, int counter) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound " + bound + ", expected a positive one");
        }
        // (1 - 2^-53) bound is rounded to less than bound.
        return (int) (block(counter, BELOW, FRACTION) * bound);
    }

    /**
     * Threefry-2x32-20 of a block of two words under this key: its high or its low word, which a double holds exactly, or 53 of
     * its 64 bits as a number in [0, 1). Returning both words would allocate.
     */
    double block(int first, int second, int part) {
        int key0 = high;
        int key1 = low;
        int key2 = PARITY ^ high ^ low;
        int x = first + key0;
        int y = second + key1;
        for (int group = 1; group <= 5; group++) {
            boolean odd = (group & 1) == 1;
            x += y;
            y = rotated(y, odd ? 13 : 17) ^ x;
            x += y;
            y = rotated(y, odd ? 15 : 29) ^ x;
            x += y;
            y = rotated(y, odd ? 26 : 16) ^ x;
            x += y;
            y = rotated(y, odd ? 6 : 24) ^ x;
            x += key1;
            y += key2 + group;
            int used = key0;
            key0 = key1;
            key1 = key2;
            key2 = used;
        }
        return part == HIGH ? x : part == LOW ? y : (x >>> 6) * 0x1p-26 + (y >>> 5) * 0x1p-53;
    }

    private static int rotated(int word, int distance) {
        return word << distance | word >>> (32 - distance);
    }
}
