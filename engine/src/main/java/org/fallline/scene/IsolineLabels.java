package org.fallline.scene;

import java.util.ArrayList;
import java.util.List;

/** The choice of a few isolines that carry their loss, where they run level and away from each other. */
final class IsolineLabels {
    /** Points tried on a line. */
    private static final int TRIES = 48;

    private final PlotArea plot;
    private final double size;
    private final int most;
    /** Centres of labels and of markers, which labels keep away from. */
    private final List<double[]> taken = new ArrayList<>();

    private final List<Candidate> candidates = new ArrayList<>();
    private final List<Mark.Label> labels = new ArrayList<>();

    /** A line in pixels that may carry its loss. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Candidate(double loss, String text, double[] x, double[] y, double length, int ink, int ground) {}

    IsolineLabels(PlotArea plot, double size, int most) {
        this.plot = plot;
        this.size = size;
        this.most = most;
    }

    /** Keeps labels away from a marker. */
    void avoid(double x, double y) {
        taken.add(new double[] {x, y});
    }

    /** A line that may be labelled with this text for its loss, given in pixels; the arrays are not modified. */
    void offer(double loss, String text, double[] x, double[] y, Terrain terrain) {
        int ground = terrain.map().argb(terrain.scale().unit(loss));
        candidates.add(new Candidate(loss, text, x, y, length(x, y), terrain.isolineInk(ground), ground));
    }

    /** Labels the longest line of each level, then others while there is room. */
    void paint(List<Mark> marks) {
        for (Candidate candidate : candidates) {
            if (isLongestOfItsLevel(candidate)) {
                label(candidate, 0);
            }
        }
        for (Candidate candidate : candidates) {
            if (!isLongestOfItsLevel(candidate)) {
                label(candidate, plot.width() * 0.3);
            }
        }
        marks.addAll(labels);
    }

    private boolean isLongestOfItsLevel(Candidate candidate) {
        for (Candidate other : candidates) {
            if (other.loss == candidate.loss && other.length > candidate.length) {
                return false;
            }
        }
        return true;
    }

    /** Labels the line where it suits best, farther than {@code apart} from all labels. */
    private void label(Candidate line, double apart) {
        double width = Legend.textWidth(line.text, size);
        if (labels.size() >= most || line.length < 4 * width) {
            return;
        }
        double best = 0;
        int at = -1;
        int stride = Math.max(1, line.x.length / TRIES);
        for (int i = 2; i + 2 < line.x.length; i += stride) {
            double score = score(line.x, line.y, i, width, apart > width + size ? apart : width + size);
            if (score > best) {
                best = score;
                at = i;
            }
        }
        if (at >= 0) {
            double baseline = line.y[at] + size * 0.35;
            taken.add(new double[] {line.x[at], line.y[at]});
            labels.add(new Mark.Label(
                    line.text, line.x[at], baseline, Mark.Label.Anchor.MIDDLE, size, false, line.ink, line.ground));
        }
    }

    /** Positive where a label fits: the line's levelness times the distance to what is taken, both up to 1. */
    private double score(double[] x, double[] y, int i, double width, double apart) {
        double margin = width / 2 + 6;
        boolean fits = x[i] > plot.left() + margin
                && x[i] < plot.right() - margin
                && y[i] > plot.top() + size + 4
                && y[i] < plot.bottom() - size - 4;
        if (!fits) {
            return 0;
        }
        double nearest = plot.width() * 0.4;
        for (double[] centre : taken) {
            double dx = centre[0] - x[i];
            double dy = centre[1] - y[i];
            nearest = Math.sqrt(dx * dx + dy * dy) < nearest ? Math.sqrt(dx * dx + dy * dy) : nearest;
        }
        if (nearest < apart) {
            return 0;
        }
        double dx = Math.abs(x[i + 2] - x[i - 2]);
        double dy = Math.abs(y[i + 2] - y[i - 2]);
        return (0.1 + dx / (dx + dy + 1e-9)) * (0.3 + nearest / (plot.width() * 0.4));
    }

    private static double length(double[] x, double[] y) {
        double length = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            length += Math.abs(x[i + 1] - x[i]) + Math.abs(y[i + 1] - y[i]);
        }
        return length;
    }
}
