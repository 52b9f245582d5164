package org.fallline.scene;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Progress;
import org.fallline.diagram.Drawing.Place;
import org.fallline.diagram.Folding.Vertex;
import org.fallline.landscape.Ticks;
import org.fallline.math.Decimal;
import org.fallline.math.Real;
import org.fallline.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** The boxes of a computation's figure: what is computed, its value, and the derivative of the loss by it once it has flowed. */
final class ComputationBoxes {
    private static final int DIGITS = 4;
    private static final double CORNER = 7;
    private static final int CORNER_POINTS = 5;
    private static final double CELL = 10;
    private static final double PALE = 0.38;

    /** How far a sheet of a pile looks out above the one before. */
    private static final double SHEET = 4;

    private final ComputationFigure figure;
    private final ComputationPlan plan;
    private final Progress progress;
    private final Theme theme;

    ComputationBoxes(ComputationFigure figure) {
        this.figure = figure;
        this.plan = figure.plan();
        this.progress = figure.progress();
        this.theme = figure.theme();
    }

    void paint(List<Mark> marks) {
        for (int i = 0; i < plan.folding().vertices().size(); i++) {
            paint(i, plan.folding().vertices().get(i), plan.drawing().places().get(i), marks);
        }
    }

    private void paint(int number, Vertex vertex, Place place, List<Mark> marks) {
        double x = plan.left() + place.x();
        double y = ComputationPlan.TOP + place.y();
        boolean isLeaf = vertex.result().inputs().isEmpty();
        boolean isComputed = vertex.nodes().stream().allMatch(progress::isComputed);
        boolean isLit = progress.current() != null && vertex.nodes().contains(progress.current());
        double opacity = isComputed || isLit ? 1 : PALE;
        double corner = isLeaf ? place.height() / 2 : CORNER;
        corner = isLeaf && ComputationPlan.isMapped(vertex.result()) ? 2 * CORNER : Real.min(corner, 2 * CORNER);
        int fill = isLeaf ? theme.plotBackground() : theme.background();
        int ink = isLit || number == figure.pointed()
                ? theme.ink()
                : Color.withOpacity(theme.mutedInk(), isComputed ? 0.75 : 0.4);
        for (int sheet = vertex.isFolded() ? 2 : 0; sheet >= 0; sheet--) {
            double in = sheet * SHEET;
            double[][] shape = rounded(x + in, y - in, place.width() - 2 * in, place.height(), corner);
            marks.add(new Mark.Area(shape[0], shape[1], fill));
            double width = isLit ? 2.5 : number == figure.pointed() ? 1.75 : 1;
            marks.add(new Mark.Line(shape[0], shape[1], true, ink, sheet == 0 ? width : 1, new double[0]));
        }
        title(vertex, x, y, place.width(), opacity, marks);
        Tensor value =
                isComputed ? progress.explanation().value(vertex.result()).tensor() : null;
        Tensor derivative = progress.derivative(vertex.result());
        if (ComputationPlan.isMapped(vertex.result())) {
            maps(vertex, value, derivative, x, y, place.width(), marks);
        } else {
            numbers(vertex.result(), value, derivative, x, y, place.width(), marks);
        }
    }

    private void title(Vertex vertex, double x, double y, double width, double opacity, List<Mark> marks) {
        int color = Color.withOpacity(theme.ink(), opacity);
        double baseline = y + ComputationPlan.TITLE - 6;
        marks.add(new Mark.Label(
                Decimal.typeset(plan.title(vertex)),
                x + width / 2,
                baseline,
                Mark.Label.Anchor.MIDDLE,
                ComputationPlan.FONT,
                vertex.isFolded() || vertex.result().inputs().isEmpty(),
                color,
                Color.TRANSPARENT));
        double line = y + ComputationPlan.TITLE;
        marks.add(Mark.Line.segment(x + 1, line, x + width - 1, line, theme.gridLine(), 1));
    }

    private void numbers(
            Node node,
            @Nullable Tensor value,
            @Nullable Tensor derivative,
            double x,
            double y,
            double width,
            List<Mark> marks) {
        double left = x + ComputationPlan.PAD;
        double room = width - 2 * ComputationPlan.PAD;
        double baseline = y + ComputationPlan.TITLE + ComputationPlan.LINE - 3;
        if (value != null) {
            marks.add(new Mark.Label(
                    // Bold letters are wider.
                    text(value, 1.08 * ComputationPlan.VALUE_FONT, room),
                    left,
                    baseline,
                    Mark.Label.Anchor.START,
                    ComputationPlan.VALUE_FONT,
                    true,
                    theme.ink(),
                    Color.TRANSPARENT));
        }
        if (derivative != null) {
            String more = progress.isPartial(node) ? " …" : "";
            double sign = Legend.textWidth("∂ " + more, ComputationPlan.FONT);
            String text = text(derivative, ComputationPlan.FONT, room - sign);
            marks.add(label("∂ " + text + more, left, baseline + ComputationPlan.LINE, sign(derivative)));
        }
    }

    private static Mark.Label label(String text, double x, double baseline, int color) {
        return new Mark.Label(
                text, x, baseline, Mark.Label.Anchor.START, ComputationPlan.FONT, false, color, Color.TRANSPARENT);
    }

    private int sign(Tensor numbers) {
        double sum = 0;
        for (int i = 0; i < numbers.shape().size(); i++) {
            sum += numbers.at(i);
        }
        return sum > 0 ? theme.sign(1) : sum < 0 ? theme.sign(-1) : theme.mutedInk();
    }

    /** A number or two, with as many digits as there is room for; with one if there is room for none. */
    private static String text(Tensor numbers, double font, double room) {
        int count = numbers.shape().size();
        double each = (room - Legend.textWidth(", ", font) * (count - 1)) / count;
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            String text = Legend.fitting(numbers.at(i), DIGITS, font, each);
            out.append(i == 0 ? "" : ", ").append(text.isEmpty() ? Ticks.text(numbers.at(i), 1) : text);
        }
        return out.toString();
    }

    private void maps(
            Vertex vertex,
            @Nullable Tensor value,
            @Nullable Tensor derivative,
            double x,
            double y,
            double width,
            List<Mark> marks) {
        double left = x + ComputationPlan.PAD;
        double right = x + width - ComputationPlan.PAD - ComputationPlan.MAP_WIDTH;
        double top = y + ComputationPlan.TITLE + 5;
        double baseline = top + ComputationPlan.MAP_HEIGHT + 14;
        marks.add(label(vertex.result().shape().toString(), left, baseline, theme.mutedInk()));
        if (value != null) {
            new HeatMap(value)
                    .paint(left, top, ComputationPlan.MAP_WIDTH, ComputationPlan.MAP_HEIGHT, CELL, theme, marks);
        }
        if (derivative != null) {
            HeatMap map = new HeatMap(derivative);
            map.paint(right, top, ComputationPlan.MAP_WIDTH, ComputationPlan.MAP_HEIGHT, CELL, theme, marks);
            String more = progress.isPartial(vertex.result()) ? " …" : "";
            marks.add(label("∂ " + Ticks.text(map.largest(), 2) + more, right, baseline, theme.mutedInk()));
        }
    }

    /** A rectangle with round corners, as a polygon. */
    private static double[][] rounded(double x, double y, double width, double height, double radius) {
        double[][] points = new double[2][4 * (CORNER_POINTS + 1)];
        double[] middleX = {x + width - radius, x + radius, x + radius, x + width - radius};
        double[] middleY = {y + height - radius, y + height - radius, y + radius, y + radius};
        int at = 0;
        for (int corner = 0; corner < 4; corner++) {
            for (int i = 0; i <= CORNER_POINTS; i++) {
                double angle = (corner + (double) i / CORNER_POINTS) * Math.PI / 2;
                points[0][at] = middleX[corner] + radius * Real.cos(angle);
                points[1][at++] = middleY[corner] + radius * Real.sin(angle);
            }
        }
        return points;
    }
}
