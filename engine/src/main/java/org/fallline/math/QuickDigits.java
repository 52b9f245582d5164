package org.fallline.math;

import org.jspecify.annotations.Nullable;

/**
 * A double scaled to 17 digits before the point, {@code 10^8 upper + lower + fraction}, with an error below
 * 2<sup>-34</sup>. Answers null where that error might matter.
 *
 * @param point the power of ten that was taken away, plus 17
 * @param upper the first nine digits
 * @param lower the next eight digits
 * @param fraction what is behind the point, from 0 to 1
 */
record QuickDigits(int point, int upper, int lower, double fraction) {

    /** Magnitudes between its reciprocal and it can be scaled without overflow. */
    private static final double ORDINARY = 1e250;

    /** 10<sup>17</sup> · 2<sup>-96</sup> is the error of scaling; this is much more. */
    private static final double DOUBT = 0x1p-34;

    /** {@code x (1 + EPSILON)} rounds to the next greater double. */
    private static final double EPSILON = 0x1.0000000000001p-53;

    private static final int LOWER_DIGITS = 8;
    private static final double LOWER_SCALE = 1e8;
    private static final int LOWER_LIMIT = 100_000_000;
    private static final double LEAST = 1e16;
    private static final double LIMIT = 1e17;

    private static final int[] TENS = {1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};

    static @Nullable QuickDigits of(double x, int estimatedPoint) {
        if (!(x > 1 / ORDINARY && x < ORDINARY)) {
            return null;
        }
        int point = estimatedPoint;
        DoubleDouble scaled = Powers.timesTen(DoubleDouble.of(x), DecimalDigits.LENGTH - point);
        if (scaled.high() < LEAST || scaled.high() >= LIMIT) {
            point += scaled.high() < LEAST ? -1 : 1;
            scaled = Powers.timesTen(DoubleDouble.of(x), DecimalDigits.LENGTH - point);
        }
        boolean isInRange =
                scaled.high() < LIMIT && (scaled.high() > LEAST || (scaled.high() == LEAST && scaled.low() >= 0));
        if (!isInRange) {
            return null;
        }
        // A double from 10^16 on is an integer; all of this is exact.
        double whole = Math.floor(scaled.low());
        double upper = Math.floor(scaled.high() / LOWER_SCALE);
        double lower = (scaled.high() - upper * LOWER_SCALE) + whole;
        double carry = Math.floor(lower / LOWER_SCALE);
        return new QuickDigits(point, (int) (upper + carry), (int) (lower - carry * LOWER_SCALE), scaled.low() - whole);
    }

    /** The shortest digits within the interval of numbers that are read as {@code x}. */
    @Nullable DecimalDigits shortest(double x) {
        double scale = (upper * LOWER_SCALE + lower) / x;
        double reachUp = 0.5 * scale * ((x + x * EPSILON) - x);
        double reachDown = 0.5 * scale * (x - (x - x * EPSILON));
        int zeros = -1;
        boolean isDown = false;
        boolean isUp = false;
        // With ever more zeros at the end, until neither neighbour is within reach.
        while (zeros < DecimalDigits.LENGTH - 1) {
            double below = below(zeros + 1);
            double above = above(zeros + 1);
            if (Math.abs(below - reachDown) < DOUBT || Math.abs(above - reachUp) < DOUBT) {
                return null;
            }
            if (below > reachDown && above > reachUp) {
                break;
            }
            isDown = below < reachDown;
            isUp = above < reachUp;
            zeros++;
        }
        if (zeros < 0) {
            return null;
        }
        double preference = above(zeros) - below(zeros);
        if (isDown && isUp && Math.abs(preference) < DOUBT) {
            return null;
        }
        return cut(zeros, isUp && (!isDown || preference < 0));
    }

    /** The nearest number of {@code count} digits. */
    @Nullable DecimalDigits rounded(int count) {
        int zeros = DecimalDigits.LENGTH - count;
        double preference = above(zeros) - below(zeros);
        double doubt = zeros > LOWER_DIGITS ? LOWER_SCALE : DOUBT;
        return Math.abs(preference) < doubt ? null : cut(zeros, preference < 0);
    }

    /** The distance from the nearest number not above this one that ends with so many zeros. */
    private double below(int zeros) {
        return zeros <= LOWER_DIGITS
                ? lower % TENS[zeros] + fraction
                : upper % TENS[zeros - LOWER_DIGITS] * LOWER_SCALE + lower + fraction;
    }

    /** The distance to the next number above this one that ends with so many zeros. */
    private double above(int zeros) {
        return zeros <= LOWER_DIGITS
                ? TENS[zeros] - lower % TENS[zeros] - fraction
                : (TENS[zeros - LOWER_DIGITS] - upper % TENS[zeros - LOWER_DIGITS]) * LOWER_SCALE - lower - fraction;
    }

    private DecimalDigits cut(int zeros, boolean isUp) {
        int high = upper;
        int low = 0;
        if (zeros <= LOWER_DIGITS) {
            low = lower - lower % TENS[zeros] + (isUp ? TENS[zeros] : 0);
            if (low == LOWER_LIMIT) {
                low = 0;
                high++;
            }
        } else {
            int unit = TENS[zeros - LOWER_DIGITS];
            high += (isUp ? unit : 0) - high % unit;
        }
        // The leading one keeps the zeros before the lower digits.
        String lowText = Integer.toString(LOWER_LIMIT + low).substring(1);
        return DecimalDigits.ofInteger(high + lowText, point);
    }
}
