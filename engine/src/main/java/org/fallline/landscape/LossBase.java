package org.fallline.landscape;

import org.fallline.math.Real;

/** The base of losses that share more digits than a reader of a legend wants to read. */
final class LossBase {
    /** Losses are compared where a legend of so many parts has its ticks. */
    private static final int PARTS = 5;

    /**
     * Ticks this far apart, relative to their size, are told apart by the digits that {@link Ticks#text(double)} gives: six, or
     * three beside a power of ten. Rounding to a 1-2-5 number takes up to three fifths off their distance.
     */
    private static final double APART = 2e-5;

    private static final double APART_BESIDE_A_POWER = 2e-2;

    /** A base is so near to the loss it is for, as a part of a legend's, that it is a tick at its place. */
    private static final double NEAR = 20;

    /** Of losses that differ by more than this share of their size only a few have digits in common: no base is for all. */
    private static final double WIDE = 0.05;

    private LossBase() {}

    /** Whether the ticks of a scale can be told apart as they are. */
    static boolean readApart(LossScale scale) {
        return closest(scale) == PARTS;
    }

    /** 0 where losses read apart; else a round number at the lower of the two parts' ends that share the most digits. */
    static double of(LossScale scale) {
        int part = closest(scale);
        if (part == PARTS) {
            return 0;
        }
        double low = scale.loss((double) part / PARTS);
        return Ticks.floor(low, (scale.loss((part + 1.0) / PARTS) - low) / NEAR);
    }

    /** The part of the scale whose ends are closest to each other for their size; PARTS if even they can be told apart. */
    private static int closest(LossScale scale) {
        int closest = PARTS;
        double whole = scale.max() * 0.5 - scale.min() * 0.5;
        if (whole > WIDE * 0.5 * Real.max(Math.abs(scale.min()), Math.abs(scale.max()))) {
            return PARTS;
        }
        double least = 1;
        for (int i = 0; i < PARTS; i++) {
            double low = scale.loss((double) i / PARTS);
            double high = scale.loss((i + 1.0) / PARTS);
            double size = Real.max(Math.abs(low), Math.abs(high));
            double apart = size >= 1e-3 && size < 1e5 ? APART : APART_BESIDE_A_POWER;
            // Halved, so that the distance of the largest numbers is still a number.
            double distance = (high * 0.5 - low * 0.5) / (size * 0.5) / apart;
            if (distance < least) {
                least = distance;
                closest = i;
            }
        }
        return closest;
    }
}
