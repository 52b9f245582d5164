package org.fallline.landscape;

/**
 * The four samples along one axis, with their weights, that Catmull-Rom interpolation combines at a coordinate.
 *
 * <p>Beyond an edge the samples continue as the quadratic through the three outermost ones (the line through two, when
 * there are no more), folded into the weights. Source of the weights: E. Catmull, R. Rom, "A class of local
 * interpolating splines", 1974, with tension 1/2.
 */
final class Taps {
    final boolean outside;
    /** The sample at or below the coordinate, and how far the coordinate is on the way to the next, in [0, 1]. */
    final int cell;

    final double fraction;
    final int index0;
    final int index1;
    final int index2;
    final int index3;
    double weight0;
    double weight1;
    double weight2;
    double weight3;

    private Taps(double position, int count) {
        outside = !(position >= 0 && position <= count - 1);
        cell = outside ? 0 : Math.min((int) Math.floor(position), count - 2);
        fraction = outside ? 0 : position - cell;
        double t = fraction;
        weight0 = 0.5 * t * (-1 + t * (2 - t));
        weight1 = 0.5 * (2 + t * t * (3 * t - 5));
        weight2 = 0.5 * t * (1 + t * (4 - 3 * t));
        weight3 = 0.5 * t * t * (t - 1);
        int last = count - 1;
        index0 = Math.max(cell - 1, 0);
        index1 = cell;
        index2 = cell + 1;
        index3 = Math.min(cell + 2, last);
        if (cell == 0) {
            continueBelow(last);
        }
        if (cell + 1 == last) {
            continueAbove(last);
        }
    }

    /** The taps at coordinate {@code x} of {@code count} samples from {@code min} to {@code max}. */
    static Taps at(double x, double min, double max, int count) {
        return new Taps((x - min) / (max - min) * (count - 1), count);
    }

    /** p₋₁ = 3p₀ − 3p₁ + p₂, or 2p₀ − p₁ when there is no p₂. */
    private void continueBelow(int last) {
        double w = weight0;
        weight0 = 0;
        if (last >= 2) {
            weight1 += 3 * w;
            weight2 -= 3 * w;
            weight3 += w;
        } else {
            weight1 += 2 * w;
            weight2 -= w;
        }
    }

    /** pₙ = 3pₙ₋₁ − 3pₙ₋₂ + pₙ₋₃, or 2pₙ₋₁ − pₙ₋₂ when there is no pₙ₋₃. */
    private void continueAbove(int last) {
        double w = weight3;
        weight3 = 0;
        if (last >= 2) {
            weight2 += 3 * w;
            weight1 -= 3 * w;
            weight0 += w;
        } else {
            weight2 += 2 * w;
            weight1 -= w;
        }
    }
}
