package org.fallline.scene;

import java.util.List;
import org.fallline.landscape.Ticks;
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

    static double bottomMargin(double size) {
        return TICK + GAP + size + 6;
    }

    /** Room for the widest of these numbers beside the plot, tick included. */
    static double leftMargin(String[] texts, double size) {
        double widest = 0;
        for (String text : texts) {
            widest = Real.max(widest, Legend.textWidth(text, size));
        }
        return widest + TICK + GAP + 6;
    }

    static double[] bottomTicks(Window window, double width, double size) {
        return Ticks.linear(window.uMin(), window.uMax(), count(width, size * 5));
    }

    static double[] leftTicks(Window window, double height, double size) {
        return Ticks.linear(window.vMin(), window.vMax(), count(height, size * 4));
    }

    static String[] texts(double[] ticks) {
        String[] texts = new String[ticks.length];
        for (int i = 0; i < ticks.length; i++) {
            texts[i] = Ticks.text(ticks[i]);
        }
        return texts;
    }

    /** Paints ticks and numbers below the plot and the name at its right end, before which numbers give way. */
    static void bottom(
            PlotArea plot, double[] ticks, String[] texts, String name, double size, Theme theme, List<Mark> marks) {
        double baseline = plot.bottom() + TICK + GAP + size * 0.8;
        String title = name + " →";
        double end = plot.right() - Legend.textWidth(title, size) - size * 0.6;
        marks.add(Legend.text(title, plot.right(), baseline, Mark.Label.Anchor.END, size, theme.ink()));
        for (int i = 0; i < ticks.length; i++) {
            double x = plot.x(ticks[i]);
            marks.add(Mark.Line.segment(x, plot.bottom(), x, plot.bottom() + TICK, theme.mutedInk(), 1));
            if (x + Legend.textWidth(texts[i], size) / 2 <= end) {
                marks.add(Legend.text(texts[i], x, baseline, Mark.Label.Anchor.MIDDLE, size, theme.mutedInk()));
            }
        }
    }

    /** Paints ticks and numbers left of the plot. */
    static void left(PlotArea plot, double[] ticks, String[] texts, double size, Theme theme, List<Mark> marks) {
        for (int i = 0; i < ticks.length; i++) {
            double y = plot.y(ticks[i]);
            marks.add(Mark.Line.segment(plot.left() - TICK, y, plot.left(), y, theme.mutedInk(), 1));
            marks.add(Legend.text(
                    texts[i],
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
