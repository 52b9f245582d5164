package org.fallline.scene;

import java.util.ArrayList;
import java.util.List;
import org.fallline.landscape.Contours;
import org.fallline.landscape.Grid;
import org.fallline.landscape.Isoline;
import org.fallline.landscape.Ticks;
import org.fallline.landscape.Window;
import org.fallline.math.Real;

/** The marks of a prediction over two inputs: colours, the border between classes, and the examples. */
final class PredictionPlane {
    /** Beyond this ratio of its sides a plane is stretched to fill its place: inputs of different kinds. */
    private static final double MOST_STRETCHED = 1.6;

    private static final int BAR_PIXELS = 33;
    private static final double BAR_WIDTH = 66;

    private final PredictionFigure figure;
    private final Theme theme;
    private final PredictionFigure.ColorScale colors;
    private final List<List<Legend.Entry>> rows;
    private final PlotArea plot;
    private final double size;
    private final boolean hasBar;

    PredictionPlane(PredictionFigure figure) {
        this.figure = figure;
        this.theme = figure.theme();
        this.colors = figure.colors();
        this.size = figure.fontSize();
        this.hasBar = figure.fit().classes().isEmpty();
        List<Legend.Entry> entries = new ArrayList<>();
        List<String> classes = figure.fit().classes();
        for (int i = 0; i < classes.size(); i++) {
            int color = colorOf(i);
            entries.add(new Legend.Entry(
                    classes.get(i),
                    (x, y, unit, marks) -> marks.add(new Mark.Dot(x, y, 4.5 * unit, color, theme.casing(), 1))));
        }
        entries.addAll(figure.key());
        double room = figure.width() - 2 * PredictionFigure.PAD - (hasBar ? BAR_WIDTH + size * 9 : 0);
        this.rows = Legend.rows(entries, room, size);
        this.plot = place();
    }

    private PlotArea place() {
        Window window = figure.rows().window();
        double lines = Math.max(hasBar ? 1 : 0, rows.size());
        double top = PredictionFigure.PAD + lines * (size + 8) + size + 4;
        double left =
                Axes.leftMargin(Axes.leftTicks(window, figure.height(), size).texts(), size);
        double right = PredictionFigure.PAD + 4;
        double width = figure.width() - left - right;
        double height = figure.height() - top - Axes.bottomMargin(window.uMin(), window.uMax(), size);
        double ratio = window.width() / window.height();
        if (ratio < MOST_STRETCHED && ratio > 1 / MOST_STRETCHED) {
            double fitting = Real.min(width, height * ratio);
            left += (width - fitting) / 2;
            top += (height - fitting / ratio) / 2;
            width = fitting;
            height = fitting / ratio;
        }
        return new PlotArea(window, left, top, width, height);
    }

    /** What is different at every step. */
    void paintGround(List<Mark> marks) {
        marks.add(raster());
        border(marks);
    }

    /** What stays where it is, over the ground. */
    void paintOverlay(List<Mark> marks) {
        int[] axes = {figure.fit().axes().get(0), figure.fit().axes().get(1)};
        for (PredictionFigure.Example example : figure.examples()) {
            double x = plot.x(example.inputs()[axes[0]]);
            double y = plot.y(example.inputs()[axes[1]]);
            figure.dot(x, y, color(example.target()), example.isTest(), marks);
        }
        Axes.frame(plot, theme, marks);
        Axes.bottom(plot, Axes.bottomTicks(plot.window(), plot.width(), size), figure.axis(0), size, theme, marks);
        AxisTicks ticks = Axes.leftTicks(plot.window(), plot.height(), size);
        Axes.left(plot, ticks, size, theme, marks);
        marks.add(Legend.text(
                "↑ " + figure.axis(1),
                plot.left() - Axes.leftMargin(ticks.texts(), size),
                plot.top() - 9,
                Mark.Label.Anchor.START,
                size,
                theme.ink()));
        for (int i = 0; i < rows.size(); i++) {
            double baseline = PredictionFigure.PAD + size * 0.8 + i * (size + 8);
            Legend.names(rows.get(i), PredictionFigure.PAD, baseline, size, theme, marks);
        }
        if (hasBar) {
            bar(marks);
        }
    }

    /** The colour of what stands for a class or a quantity. */
    private int color(double[] row) {
        return row.length == 1 ? colors.strong(row[0]) : colorOf(figure.fit().classOf(row));
    }

    private int colorOf(int number) {
        return figure.outputs() == 1 ? theme.sign(number == 0 ? -1 : 1) : theme.optimizer(number);
    }

    private Mark.Raster raster() {
        int columns = figure.rows().columns() - 1;
        int lines = figure.rows().rows() - 1;
        int[] pixels = new int[columns * lines];
        boolean isMixed = figure.outputs() > 1 && !figure.fit().classes().isEmpty();
        double[][] outputs = new double[isMixed ? figure.outputs() : 1][];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = figure.response().outputs(figure.last(), i);
        }
        double[] mean = new double[outputs.length];
        for (int row = 0; row < lines; row++) {
            for (int column = 0; column < columns; column++) {
                // A pixel lies between four samples.
                int at = row * (columns + 1) + column;
                for (int i = 0; i < mean.length; i++) {
                    double[] of = outputs[i];
                    mean[i] = (of[at] + of[at + 1] + of[at + columns + 1] + of[at + columns + 2]) / 4;
                }
                // Rows of a raster go down, those of a grid up.
                pixels[(lines - 1 - row) * columns + column] = isMixed ? mixed(mean) : colors.ground(mean[0]);
            }
        }
        return new Mark.Raster(pixels, columns, lines, plot.left(), plot.top(), plot.width(), plot.height(), true);
    }

    /** The colour of the likeliest class, the paler the less it is ahead of the next one. */
    private int mixed(double[] outputs) {
        int best = figure.fit().classOf(outputs);
        double second = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < outputs.length; i++) {
            second = i != best && outputs[i] > second ? outputs[i] : second;
        }
        double ahead = outputs[best] - second;
        double share = ahead > 1 ? 1 : ahead > 0 ? ahead : 0;
        return Color.mix(theme.plotBackground(), theme.optimizer(best), 0.08 + 0.5 * share);
    }

    private void border(List<Mark> marks) {
        if (figure.outputs() > 1 && !figure.fit().classes().isEmpty()) {
            return;
        }
        Grid grid = figure.rows().grid(figure.response().outputs(figure.last(), 0));
        for (Isoline line : Contours.at(grid, colors.middle())) {
            double[] x = new double[line.u().length];
            double[] y = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                x[i] = plot.x(line.u()[i]);
                y[i] = plot.y(line.v()[i]);
            }
            marks.add(new Mark.Line(
                    x, y, line.closed(), Color.withOpacity(theme.plotBackground(), 0.8), 3.5, new double[0]));
            marks.add(new Mark.Line(x, y, line.closed(), theme.ink(), 1.5, new double[0]));
        }
    }

    /** What the colours of a quantity mean. */
    private void bar(List<Mark> marks) {
        int[] pixels = new int[BAR_PIXELS];
        for (int i = 0; i < BAR_PIXELS; i++) {
            pixels[i] = colors.ground(colors.middle() + colors.reach() * (2.0 * i / (BAR_PIXELS - 1) - 1));
        }
        double[] ends = {colors.middle() - colors.reach(), colors.middle() + colors.reach()};
        String[] texts = Ticks.texts(ends, 3);
        double right = figure.width() - PredictionFigure.PAD - Legend.textWidth(texts[1], size) - 4;
        double top = PredictionFigure.PAD;
        double baseline = top + size * 0.8;
        double left = right - BAR_WIDTH;
        marks.add(new Mark.Raster(pixels, BAR_PIXELS, 1, left, top, BAR_WIDTH, Legend.BAR, true));
        marks.add(Legend.text(texts[0], left - 5, baseline, Mark.Label.Anchor.END, size, theme.mutedInk()));
        marks.add(Legend.text(texts[1], right + 5, baseline, Mark.Label.Anchor.START, size, theme.mutedInk()));
    }
}
