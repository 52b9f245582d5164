package org.fallline.scene;

import java.util.List;
import org.fallline.math.Real;
import org.fallline.say.Say;

/** The box that tells the numbers of the step pointed at, beside the rule there. */
final class StepReading {
    private static final double PAD = 7;
    private static final double GAP = 10;

    private final StepFigure figure;
    private final PlotArea plot;
    private final double size;

    StepReading(StepFigure figure, PlotArea plot, double size) {
        this.figure = figure;
        this.plot = plot;
        this.size = size;
    }

    void paint(StepLines lines, List<Mark> marks) {
        Theme theme = figure.theme();
        int step = figure.pointed();
        double rule = plot.x(step);
        double[] ends = {plot.top(), plot.bottom()};
        marks.add(new Mark.Line(new double[] {rule, rule}, ends, false, theme.ink(), 1, new double[] {3, 3}));
        List<StepFigure.Curve> curves = figure.curves();
        for (StepFigure.Curve curve : curves) {
            lines.dot(curve, Math.min(step, curve.series().lastStep()), false, marks);
        }
        String[] texts = StepText.texts(curves.stream().mapToDouble(curve -> curve.at(step)));
        String[] tests = StepText.texts(curves.stream().mapToDouble(curve -> {
            Series test = curve.test();
            return test == null ? 0 : test.at(step);
        }));
        String title = Say.of("step.title", "step {0}", step);
        double row = size * 1.4;
        int rows = Math.max(1, (int) ((plot.height() - 2 * PAD - row) / row));
        int columns = Math.max(1, (curves.size() + rows - 1) / rows);
        rows = Math.min(rows, curves.size());
        double column = 0;
        for (int i = 0; i < texts.length; i++) {
            if (curves.get(i).test() != null) {
                texts[i] = Say.of("step.andTest", "{0} · test {1}", texts[i], tests[i]);
            }
            column = Real.max(column, Legend.textWidth(texts[i], size) + 34);
        }
        double width = Real.max(columns * column, Legend.textWidth(title, size) + 6) + 2 * PAD - 6;
        double height = (rows + 1) * row + 2 * PAD - size * 0.4;
        boolean fitsRight = rule + GAP + width <= plot.right();
        double left = fitsRight ? rule + GAP : Real.max(plot.left() + 2, rule - GAP - width);
        double top = Real.max(2, Real.min(plot.top() + 6, plot.bottom() - height));
        marks.add(Mark.Area.rectangle(left, top, width, height, Color.withOpacity(theme.background(), 0.94)));
        marks.add(new Mark.Line(
                new double[] {left, left + width, left + width, left},
                new double[] {top, top, top + height, top + height},
                true,
                Color.withOpacity(theme.ink(), 0.25),
                1,
                new double[0]));
        double first = top + PAD + size * 0.85;
        marks.add(Legend.text(title, left + PAD, first, Mark.Label.Anchor.START, size, theme.mutedInk()));
        for (int i = 0; i < texts.length; i++) {
            int place = i / rows;
            double x = left + PAD + place * column;
            double baseline = first + (i % rows + 1) * row;
            double middle = baseline - size * 0.35;
            int color = theme.optimizer(curves.get(i).color());
            marks.add(Mark.Line.segment(x + 2, middle, x + 12, middle, color, 4));
            marks.add(Legend.text(texts[i], x + 20, baseline, Mark.Label.Anchor.START, size, theme.ink()));
        }
    }
}
