package org.fallline.scene;

import java.util.ArrayList;
import java.util.List;
import org.fallline.landscape.Ticks;

/** The choice of a few isolines that carry their loss, where they run level and away from each other. */
final class IsolineLabels {
    /** Points tried on a line. */
    private static final int TRIES = 48;

    private final PlotArea plot;
    private final double size;
    private final int most;
    private final List<Mark.Label> labels = new ArrayList<>();

    IsolineLabels(PlotArea plot, double size, int most) {
        this.plot = plot;
        this.size = size;
        this.most = most;
    }

    /** Labels the line if there is room for one on it, given in pixels; long lines first get none of the others' room. */
    void offer(Terrain.Contour contour, double[] x, double[] y, Terrain terrain) {
        String text = Ticks.text(contour.level().loss(), 3);
        double width = Legend.textWidth(text, size);
        if (labels.size() >= most || length(x, y) < 3 * width) {
            return;
        }
        double best = 0;
        int at = -1;
        int stride = Math.max(1, x.length / TRIES);
        for (int i = 2; i + 2 < x.length; i += stride) {
            double score = score(x, y, i, width);
            if (score > best) {
                best = score;
                at = i;
            }
        }
        if (at >= 0) {
            int ground = terrain.map().argb(terrain.scale().unit(contour.level().loss()));
            int ink = Color.mix(contour.color(), contrasting(ground, terrain.theme()), 0.5);
            labels.add(new Mark.Label(
                    text, x[at], y[at] + size * 0.35, Mark.Label.Anchor.MIDDLE, size, false, ink, ground));
        }
    }

    private static int contrasting(int ground, Theme theme) {
        int pale = theme.isolineOnDeep();
        int deep = theme.isolineOnPale();
        return Color.contrast(ground, pale) > Color.contrast(ground, deep) ? pale : deep;
    }

    void paint(List<Mark> marks) {
        marks.addAll(labels);
    }

    /** Positive where a label fits: the line's levelness times the distance to other labels, both up to 1. */
    private double score(double[] x, double[] y, int i, double width) {
        double margin = width / 2 + 6;
        boolean fits = x[i] > plot.left() + margin
                && x[i] < plot.right() - margin
                && y[i] > plot.top() + size + 4
                && y[i] < plot.bottom() - size - 4;
        if (!fits) {
            return 0;
        }
        double nearest = plot.width() * 0.4;
        for (Mark.Label label : labels) {
            double dx = label.x() - x[i];
            double dy = label.y() - y[i];
            nearest = Math.sqrt(dx * dx + dy * dy) < nearest ? Math.sqrt(dx * dx + dy * dy) : nearest;
        }
        if (nearest < width + size) {
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
