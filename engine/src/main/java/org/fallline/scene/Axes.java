package org.fallline.scene;

import java.util.List;
import org.fallline.landscape.Window;
import org.fallline.math.Real;

/** The ticks, numbers and names around a plot: u along the bottom, v along the left. */
final class Axes {
    /** Length of a tick, and the gap to its number, in CSS px. */
    private static final double TICK = 4;

    private static final double GAP = 3;

    private Axes() {}

    /** Font size for a figure of this width, in CSS px: on a wall or a large screen the reader is farther away. */
    static double fontSize(double width) {
        return width < 480 ? 11 : width < 1000 ? 12 : width < 4000 ? 13 + (width - 1000) * 0.004 : 25;
    }

    /** The size of markers and strokes in a figure of this width, 1 where there is the usual room. */
    static double markScale(double width) {
        return width < 480 ? 0.85 : width < 1000 ? 1 : fontSize(width) / 13;
    }

    /** About how many ticks fit a length without crowding. */
    static int count(double length, double spacing) {
        return Math.max(2, (int) (length / spacing));
    }

    /** Room below the plot for a stretch of the axis: a name with a base has a line of its own. */
    static double bottomMargin(double min, double max, double size) {
        return TICK + GAP + size + 6 + (AxisTicks.needsBase(min, max) ? size * 1.3 : 0);
    }

    /** Room for the widest of these numbers beside the plot, tick included. */
    static double leftMargin(String[] texts, double size) {
        double widest = 0;
        for (String text : texts) {
            widest = Real.max(widest, Legend.textWidth(text, size));
        }
        return widest + TICK + GAP + 6;
    }

    static AxisTicks bottomTicks(Window window, double width, double size) {
        return AxisTicks.of(window.uMin(), window.uMax(), count(width, size * 5));
    }

    static AxisTicks leftTicks(Window window, double height, double size) {
        return AxisTicks.of(window.vMin(), window.vMax(), count(height, size * 4));
    }

    /** Paints ticks and numbers below the plot and the name at its right end, before which numbers give way. */
    static void bottom(PlotArea plot, AxisTicks ticks, String name, double size, Theme theme, List<Mark> marks) {
        double baseline = plot.bottom() + TICK + GAP + size * 0.8;
        String title = name + ticks.base() + " →";
        boolean ownLine = !ticks.base().isEmpty();
        double nameLine = ownLine ? baseline + size * 1.3 : baseline;
        double end = ownLine ? plot.right() + size : plot.right() - Legend.textWidth(title, size) - size * 0.6;
        marks.add(Legend.text(title, plot.right(), nameLine, Mark.Label.Anchor.END, size, theme.ink()));
        double free = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < ticks.at().length; i++) {
            double x = plot.x(ticks.at()[i]);
            marks.add(Mark.Line.segment(x, plot.bottom(), x, plot.bottom() + TICK, theme.mutedInk(), 1));
            double half = Legend.textWidth(ticks.texts()[i], size) / 2;
            if (x + half <= end && x - half >= free) {
                marks.add(Legend.text(ticks.texts()[i], x, baseline, Mark.Label.Anchor.MIDDLE, size, theme.mutedInk()));
                free = x + half + size * 0.5;
            }
        }
    }

    /** Paints ticks and numbers left of the plot. */
    static void left(PlotArea plot, AxisTicks ticks, double size, Theme theme, List<Mark> marks) {
        for (int i = 0; i < ticks.at().length; i++) {
            double y = plot.y(ticks.at()[i]);
            marks.add(Mark.Line.segment(plot.left() - TICK, y, plot.left(), y, theme.mutedInk(), 1));
            marks.add(Legend.text(
                    ticks.texts()[i],
                    plot.left() - TICK - GAP,
                    y + size * 0.35,
                    Mark.Label.Anchor.END,
                    size,
                    theme.mutedInk()));
        }
    }

    /** Paints the plot's outline over what it holds. */
    static void frame(PlotArea plot, Theme theme, List<Mark> marks) {
        double[] x = {plot.left(), plot.right(), plot.right(), plot.left()};
        double[] y = {plot.top(), plot.top(), plot.bottom(), plot.bottom()};
        marks.add(new Mark.Line(x, y, true, Color.withOpacity(theme.ink(), 0.35), 1, new double[0]));
    }
}
