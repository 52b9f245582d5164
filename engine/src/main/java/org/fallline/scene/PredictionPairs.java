package org.fallline.scene;

import java.util.List;
import org.fallline.landscape.Window;
import org.fallline.say.Say;

/** The marks of predictions of more than two inputs: each example's against what it should be; right ones are on the diagonal. */
final class PredictionPairs {
    private static final double MARGIN = 0.08;

    private final PredictionFigure figure;
    private final Theme theme;
    private final double size;

    PredictionPairs(PredictionFigure figure) {
        this.figure = figure;
        this.theme = figure.theme();
        this.size = figure.fontSize();
    }

    void paint(List<Mark> marks) {
        List<PredictionFigure.Example> examples = figure.examples();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (PredictionFigure.Example example : examples) {
            for (int i = 0; i < example.target().length; i++) {
                for (double number : new double[] {example.target()[i], example.prediction()[i]}) {
                    low = number < low ? number : low;
                    high = number > high && number < Double.POSITIVE_INFINITY ? number : high;
                }
            }
        }
        double from = Spread.low(low, high, MARGIN);
        double to = Spread.high(low, high, MARGIN);
        Window window = new Window(from, to, from, to);
        double top = PredictionFigure.PAD + size + 6;
        double left =
                Axes.leftMargin(Axes.leftTicks(window, figure.height(), size).texts(), size);
        PlotArea plot = new PlotArea(
                window,
                left,
                top,
                figure.width() - left - PredictionFigure.PAD,
                figure.height() - top - Axes.bottomMargin(from, to, size));
        marks.add(Mark.Area.rectangle(plot.left(), plot.top(), plot.width(), plot.height(), theme.plotBackground()));
        marks.add(Mark.Line.segment(plot.left(), plot.bottom(), plot.right(), plot.top(), theme.mutedInk(), 1));
        for (PredictionFigure.Example example : examples) {
            for (int i = 0; i < example.target().length; i++) {
                double x = plot.x(example.target()[i]);
                double y = plot.y(example.prediction()[i]);
                if (plot.contains(x, y)) {
                    int color = example.target().length == 1 ? theme.sign(1) : theme.optimizer(i);
                    figure.dot(x, y, Color.withOpacity(color, 0.75), example.isTest(), marks);
                }
            }
        }
        Axes.frame(plot, theme, marks);
        Axes.bottom(
                plot,
                Axes.bottomTicks(window, plot.width(), size),
                Say.of("prediction.target", "target"),
                size,
                theme,
                marks);
        Axes.left(plot, Axes.leftTicks(window, plot.height(), size), size, theme, marks);
        double baseline = plot.top() - 7;
        String name = "↑ " + Say.of("prediction.one", "prediction");
        marks.add(Legend.text(name, PredictionFigure.PAD, baseline, Mark.Label.Anchor.START, size, theme.ink()));
        List<List<Legend.Entry>> rows = Legend.rows(figure.key(), figure.width(), size);
        if (!rows.isEmpty()) {
            double names = PredictionFigure.PAD + Legend.textWidth(name, size) + 2 * size;
            Legend.names(rows.get(0), names, baseline, size, theme, marks);
        }
    }
}
