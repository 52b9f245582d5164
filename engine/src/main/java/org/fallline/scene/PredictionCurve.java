package org.fallline.scene;

import java.util.ArrayList;
import java.util.List;
import org.fallline.landscape.Grid;
import org.fallline.landscape.Window;
import org.fallline.say.Say;

/** The marks of predictions along the only input: a curve an output, through the examples. */
final class PredictionCurve {
    private static final double MARGIN = 0.1;

    private final PredictionFigure figure;
    private final Theme theme;
    private final double size;
    private final List<PredictionFigure.Example> examples;

    PredictionCurve(PredictionFigure figure) {
        this.figure = figure;
        this.theme = figure.theme();
        this.size = figure.fontSize();
        this.examples = figure.examples();
    }

    void paint(List<Mark> marks) {
        PlotArea plot = place(window());
        marks.add(Mark.Area.rectangle(plot.left(), plot.top(), plot.width(), plot.height(), theme.plotBackground()));
        AxisTicks heights = Axes.leftTicks(plot.window(), plot.height(), size);
        for (double tick : heights.at()) {
            marks.add(Mark.Line.segment(plot.left(), plot.y(tick), plot.right(), plot.y(tick), theme.gridLine(), 1));
        }
        int input = figure.fit().axes().get(0);
        for (int output = 0; output < figure.outputs(); output++) {
            for (PredictionFigure.Example example : examples) {
                double x = plot.x(example.inputs()[input]);
                double y = plot.y(example.target()[output]);
                if (plot.contains(x, y)) {
                    figure.dot(x, y, Color.withOpacity(color(output), 0.75), example.isTest(), marks);
                }
            }
        }
        Clip clip = new Clip(plot);
        int count = figure.rows().columns();
        for (int output = 0; output < figure.outputs(); output++) {
            double[] values = figure.response().outputs(figure.last(), output);
            double[] x = new double[count];
            double[] y = new double[count];
            for (int i = 0; i < count; i++) {
                x[i] = plot.x(Grid.along(plot.window().uMin(), plot.window().uMax(), i, count));
                y[i] = plot.y(values[i]);
            }
            for (Clip.Piece piece : clip.pieces(x, y, count)) {
                marks.add(Mark.Line.open(piece.x(), piece.y(), theme.plotBackground(), 5));
                marks.add(Mark.Line.open(piece.x(), piece.y(), color(output), 2.5));
            }
        }
        Axes.frame(plot, theme, marks);
        Axes.bottom(plot, Axes.bottomTicks(plot.window(), plot.width(), size), figure.axis(0), size, theme, marks);
        Axes.left(plot, heights, size, theme, marks);
        marks.add(Legend.text(
                name() + heights.base(),
                PredictionFigure.PAD,
                plot.top() - 7,
                Mark.Label.Anchor.START,
                size,
                theme.ink()));
        List<Legend.Entry> key = new ArrayList<>(figure.key());
        if (figure.outputs() > 1) {
            for (int output = 0; output < figure.outputs(); output++) {
                key.add(output, Legend.Entry.stroke(name(output), color(output)));
            }
        }
        double left = PredictionFigure.PAD + Legend.textWidth(name() + heights.base(), size) + 2 * size;
        List<List<Legend.Entry>> rows = Legend.rows(key, figure.width() - left - PredictionFigure.PAD, size);
        if (!rows.isEmpty()) {
            Legend.names(rows.get(0), left, plot.top() - 7, size, theme, marks);
        }
    }

    private String name() {
        return "↑ " + (figure.outputs() == 1 ? name(0) : Say.of("prediction.several", "predictions"));
    }

    private String name(int output) {
        List<String> classes = figure.fit().classes();
        List<String> targets = figure.fit().examples().train().targets();
        return classes.size() == figure.outputs() ? classes.get(output) : targets.get(output % targets.size());
    }

    private int color(int output) {
        return figure.outputs() == 1 ? theme.sign(1) : theme.optimizer(output);
    }

    /**
     * As high as what is to be predicted needs, and zero too if it is near, since many a model begins with it: a prediction that
     * leaves the picture is on its way.
     */
    private Window window() {
        Window inputs = figure.rows().window();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (PredictionFigure.Example example : examples) {
            for (double target : example.target()) {
                low = target < low ? target : low;
                high = target > high ? target : high;
            }
        }
        double range = high - low;
        low = low > 0 && low < range ? 0 : low;
        high = high < 0 && -high < range ? 0 : high;
        return new Window(inputs.uMin(), inputs.uMax(), Spread.low(low, high, MARGIN), Spread.high(low, high, MARGIN));
    }

    private PlotArea place(Window window) {
        double top = PredictionFigure.PAD + size + 6;
        double left =
                Axes.leftMargin(Axes.leftTicks(window, figure.height(), size).texts(), size);
        return new PlotArea(
                window,
                left,
                top,
                figure.width() - left - PredictionFigure.PAD,
                figure.height() - top - Axes.bottomMargin(window.uMin(), window.uMax(), size));
    }
}
