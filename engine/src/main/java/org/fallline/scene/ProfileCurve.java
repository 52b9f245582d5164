package org.fallline.scene;

import java.util.Arrays;
import java.util.List;

/**
 * The smooth curve of a profile through all losses that are known: its samples, the states of walks that lie on the line, and
 * critical points. So no mark of these floats beside it, however far apart samples are.
 *
 * <p>Between two knots it is a cubic (Hermite) whose slopes at the knots are those of the parabolas through a knot and its
 * neighbours, but at most three times as steep as the flatter chord beside it (J. M. Hyman, "Accurate monotonicity preserving
 * cubic interpolation", 1983): it does not swing beside a pole or a kink. Where a loss is not finite there is a straight line, or
 * none.
 */
final class ProfileCurve {
    /** Knots a pixel that states can be; more could not be told apart. */
    private static final int KNOTS = 2;

    /** Samples and earlier states this near to another knot, in px, are left out: what is between them is rounding. */
    private static final double NEAR = 0.25;

    private static final double STEEPEST = 3;

    private final double[] t;
    private final double[] losses;

    /** Slopes at the knots; meaningless where a loss is not finite. */
    private final double[] slopes;

    private ProfileCurve(double[] t, double[] losses) {
        this.t = t;
        this.losses = losses;
        this.slopes = slopes(t, losses);
    }

    /** The curve of a figure, for a plot so many pixels wide. */
    static ProfileCurve of(ProfileFigure figure, double width) {
        ProfileFigure.Curve samples = figure.curve();
        Slots slots = new Slots(samples.from(), samples.to(), (int) (KNOTS * width) + 1);
        for (ProfileFigure.Walk walk : figure.walks()) {
            for (int i = walk.losses().length - 1; i >= 0; i--) {
                slots.put(walk, i, false);
            }
        }
        for (CriticalMark point : figure.facts().critical()) {
            slots.put(point.u(), point.loss(), true);
        }
        for (ProfileFigure.Walk walk : figure.walks()) {
            if (walk.losses().length > 0) {
                slots.put(walk, walk.current(), true);
            }
        }
        return slots.curve(samples, (samples.to() - samples.from()) / width * NEAR);
    }

    /** Known losses by place: one a slot, or none. */
    private static final class Slots {
        final double from;
        final double to;
        final double[] t;
        final double[] losses;
        final boolean[] taken;

        Slots(double from, double to, int count) {
            this.from = from;
            this.to = to;
            t = new double[count];
            losses = new double[count];
            taken = new boolean[count];
        }

        void put(ProfileFigure.Walk walk, int step, boolean first) {
            if (!walk.isOffLine(step)) {
                put(walk.t()[step], walk.losses()[step], first);
            }
        }

        /** Puts a loss into its slot if that is free, or if it comes first. */
        void put(double place, double loss, boolean first) {
            if (place > from && place < to && Double.isFinite(loss)) {
                int slot = Math.min(t.length - 1, (int) ((place - from) / (to - from) * t.length));
                if (first || !taken[slot]) {
                    t[slot] = place;
                    losses[slot] = loss;
                    taken[slot] = true;
                }
            }
        }

        /** The samples and what is in the slots, in order; the first and the last sample are always there. */
        ProfileCurve curve(ProfileFigure.Curve samples, double near) {
            int last = samples.losses().length - 1;
            double[] places = new double[t.length + last + 1];
            double[] known = new double[places.length];
            int used = 0;
            int sample = 0;
            for (int slot = 0; slot < t.length; slot++) {
                if (!taken[slot] || t[slot] - from < near || to - t[slot] < near) {
                    continue;
                }
                while (samples.at(sample) <= t[slot] - near) {
                    places[used] = samples.at(sample);
                    known[used++] = samples.losses()[sample++];
                }
                while (samples.at(sample) < t[slot] + near) {
                    sample++;
                }
                places[used] = t[slot];
                known[used++] = losses[slot];
            }
            for (; sample <= last; sample++) {
                places[used] = samples.at(sample);
                known[used++] = samples.losses()[sample];
            }
            return new ProfileCurve(Arrays.copyOf(places, used), Arrays.copyOf(known, used));
        }
    }

    private static double[] slopes(double[] t, double[] losses) {
        double[] slopes = new double[t.length];
        for (int i = 0; i < t.length; i++) {
            double before = i > 0 ? chord(t, losses, i - 1) : Double.NaN;
            double after = i + 1 < t.length ? chord(t, losses, i) : Double.NaN;
            if (!Double.isFinite(before) || !Double.isFinite(after)) {
                slopes[i] = Double.isFinite(before) ? before : Double.isFinite(after) ? after : 0;
                continue;
            }
            double share = (t[i] - t[i - 1]) / (t[i + 1] - t[i - 1]);
            double slope = before * (1 - share) + after * share;
            double most = STEEPEST * (Math.abs(before) < Math.abs(after) ? Math.abs(before) : Math.abs(after));
            slopes[i] = slope > most ? most : slope < -most ? -most : slope;
        }
        return slopes;
    }

    private static double chord(double[] t, double[] losses, int i) {
        return (losses[i + 1] - losses[i]) / (t[i + 1] - t[i]);
    }

    /** The loss at a place; NaN outside, and between losses of which one is not finite. */
    double loss(double place) {
        int last = t.length - 1;
        if (!(place >= t[0] && place <= t[last])) {
            return Double.NaN;
        }
        int found = Arrays.binarySearch(t, place);
        return found >= 0 ? losses[found] : between(-found - 2, place);
    }

    private double between(int i, double place) {
        double width = t[i + 1] - t[i];
        double rise = losses[i + 1] - losses[i];
        if (!Double.isFinite(rise)) {
            return Double.NaN;
        }
        double s = (place - t[i]) / width;
        double bend = width * (1 - s) * (slopes[i] * (1 - s) - slopes[i + 1] * s);
        return losses[i] + s * (s * (3 - 2 * s) * rise + bend);
    }

    /** Its pieces in a plot, in lines so short that it looks smooth. */
    List<Clip.Piece> pieces(PlotArea plot, ProfileFigure figure, double piece) {
        int[] parts = new int[t.length];
        int count = 1;
        for (int i = 0; i + 1 < t.length; i++) {
            double pixels = plot.x(t[i + 1]) - plot.x(t[i]);
            boolean straight = !Double.isFinite(losses[i + 1] - losses[i]);
            parts[i] = straight ? 1 : Math.max(1, (int) Math.ceil(pixels / piece));
            count += parts[i];
        }
        double[] x = new double[count];
        double[] y = new double[count];
        int used = 0;
        for (int i = 0; i < t.length; i++) {
            x[used] = plot.x(t[i]);
            y[used++] = height(losses[i], plot, figure);
            for (int k = 1; k < parts[i]; k++) {
                double place = t[i] + (t[i + 1] - t[i]) * k / parts[i];
                x[used] = plot.x(place);
                y[used++] = height(between(i, place), plot, figure);
            }
        }
        return new Clip(plot).pieces(x, y, used);
    }

    private static double height(double loss, PlotArea plot, ProfileFigure figure) {
        return Double.isNaN(loss) ? Double.NaN : plot.y(figure.height(loss));
    }
}
