package org.fallline.scene;

import java.util.Arrays;

/** A line in px whose points know the step they are of, ascending; between two of them the way is straight. */
final class Way {
    /** Points closer to the one before than this, in px, add nothing to a line. */
    private static final double FINEST = 0.4;

    double[] x;
    double[] y;
    private double[] steps;
    int count;

    private Way(int room) {
        x = new double[room];
        y = new double[room];
        steps = new double[room];
    }

    /**
     * The pixels of a walk without those that only repeat one. Steps from outside the plot to outside are left out, a NaN in
     * their place: a run that diverges would cover the map with its zigzag.
     */
    static Way through(double[] x, double[] y, PlotArea plot) {
        Way way = new Way(64);
        for (int i = 0; i < x.length; i++) {
            boolean outside = !plot.contains(x[i], y[i]);
            boolean apart = outside && i > 0 && !plot.contains(x[i - 1], y[i - 1]);
            if (apart) {
                way.add(Double.NaN, Double.NaN, i);
            }
            boolean repeats = way.count > 0
                    && !outside
                    && i + 1 < x.length
                    && Math.abs(x[i] - way.x[way.count - 1]) < FINEST
                    && Math.abs(y[i] - way.y[way.count - 1]) < FINEST;
            if (!repeats) {
                way.add(x[i], y[i], i);
            }
        }
        return way;
    }

    /** The way to a place of it, which is where the walk is after {@code step} steps. */
    Way upTo(int step, double column, double row) {
        int end = Arrays.binarySearch(steps, 0, count, step);
        Way part = new Way((end < 0 ? -end : end + 1) + 1);
        part.take(this, 0, end < 0 ? -end - 1 : end);
        part.add(column, row, step);
        return part;
    }

    /** The same way with its last {@code exact} points, and about as many of all those before. */
    Way thinned(int exact) {
        if (count <= 2 * exact) {
            return this;
        }
        // Odd, so that a zigzag keeps both its sides.
        int stride = (count - exact) / exact | 1;
        Way part = new Way(2 * exact + 64);
        for (int i = 0; i < count - exact; i++) {
            boolean isGap = Double.isNaN(x[i]) || (i > 0 && Double.isNaN(x[i - 1]));
            if (isGap || i % stride == 0) {
                part.add(x[i], y[i], steps[i]);
            }
        }
        part.take(this, count - exact, count);
        return part;
    }

    /** The way from a place between two steps to another. */
    Way stretch(double from, double to) {
        int first = Arrays.binarySearch(steps, 0, count, from);
        int begin = first >= 0 ? first : -first - 1;
        int last = Arrays.binarySearch(steps, begin, count, to);
        int end = last >= 0 ? last + 1 : -last - 1;
        Way part = new Way(end - begin + 2);
        if (first < 0 && begin > 0 && begin < count) {
            part.add(between(x, begin - 1, from), between(y, begin - 1, from), from);
        }
        part.take(this, begin, end);
        if (last < 0 && end > 0 && end < count) {
            part.add(between(x, end - 1, to), between(y, end - 1, to), to);
        }
        return part;
    }

    private double between(double[] along, int i, double step) {
        return along[i] + (step - steps[i]) / (steps[i + 1] - steps[i]) * (along[i + 1] - along[i]);
    }

    private void take(Way other, int from, int to) {
        System.arraycopy(other.x, from, x, count, to - from);
        System.arraycopy(other.y, from, y, count, to - from);
        System.arraycopy(other.steps, from, steps, count, to - from);
        count += to - from;
    }

    private void add(double column, double row, double step) {
        if (count == x.length) {
            x = Arrays.copyOf(x, 2 * count);
            y = Arrays.copyOf(y, 2 * count);
            steps = Arrays.copyOf(steps, 2 * count);
        }
        x[count] = column;
        y[count] = row;
        steps[count++] = step;
    }
}
