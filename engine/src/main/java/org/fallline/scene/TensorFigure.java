package org.fallline.scene;

import java.util.ArrayList;
import java.util.List;
import org.fallline.landscape.Ticks;
import org.fallline.math.Real;
import org.fallline.say.Say;
import org.fallline.tensor.Tensor;

/**
 * A tensor opened: each number in a cell coloured by it, or the colours alone where there are too many; the last axis to the right,
 * all others down. Below it, what its numbers are like.
 *
 * @param width of the whole figure in CSS px, 120 or more
 * @param name of the tensor, as in {@code ∂L/∂W}
 */
public record TensorFigure(Theme theme, double width, String name, Tensor tensor) {
    private static final double FONT = 12;
    private static final double TITLE = 22;
    private static final double WIDEST_CELL = 68;
    private static final double WRITTEN_CELL = 48;
    private static final double CELL_HEIGHT = 24;
    private static final int MOST_WRITTEN_ROWS = 12;
    private static final double MAP_HEIGHT = 160;
    private static final int DIGITS = 4;

    public TensorFigure {
        if (!(width >= 120 && width < 1e5)) {
            throw new IllegalArgumentException("a figure of a tensor is 120 px wide at least");
        }
    }

    /** In CSS px. */
    public double height() {
        HeatMap map = new HeatMap(tensor);
        return TITLE + body(map) + FONT * 1.6 + 4;
    }

    private double body(HeatMap map) {
        return isWritten(map) ? map.rows() * CELL_HEIGHT : Real.min(MAP_HEIGHT, Real.max(14, map.rows() * 14.0));
    }

    private boolean isWritten(HeatMap map) {
        return map.rows() <= MOST_WRITTEN_ROWS && map.columns() * WRITTEN_CELL <= width;
    }

    /** The whole figure. */
    public Scene scene() {
        List<Mark> marks = new ArrayList<>();
        HeatMap map = new HeatMap(tensor);
        marks.add(new Mark.Label(
                name + " " + tensor.shape(),
                0.5,
                14,
                Mark.Label.Anchor.START,
                FONT,
                true,
                theme.ink(),
                Color.TRANSPARENT));
        double body = body(map);
        if (isWritten(map)) {
            cells(map, marks);
        } else {
            map.paint(0.5, TITLE, width - 1, body, width, theme, marks);
        }
        marks.add(Legend.text(
                facts(), 0.5, TITLE + body + FONT * 1.3, Mark.Label.Anchor.START, FONT - 1, theme.mutedInk()));
        return new Scene(width, height(), theme.background(), marks, this::describe);
    }

    private void cells(HeatMap map, List<Mark> marks) {
        double cell = Real.min(WIDEST_CELL, (width - 1) / Math.max(1, map.columns()));
        for (int row = 0; row < map.rows(); row++) {
            for (int column = 0; column < map.columns(); column++) {
                double number = map.at(row, column);
                double x = 0.5 + column * cell;
                double y = TITLE + row * CELL_HEIGHT;
                // Pale enough for the numbers on it.
                int fill = theme.sign(0.42 * number / map.largest());
                marks.add(Mark.Area.rectangle(x, y, cell - 1, CELL_HEIGHT - 1, fill));
                marks.add(Legend.text(
                        Ticks.text(number, cell < 56 ? 3 : DIGITS),
                        x + cell / 2,
                        y + CELL_HEIGHT / 2 + 4,
                        Mark.Label.Anchor.MIDDLE,
                        FONT - 0.5,
                        theme.ink()));
            }
        }
    }

    /** The least and the greatest number, and how long the tensor is as a vector. */
    private String facts() {
        int size = tensor.shape().size();
        if (size <= 1) {
            return "";
        }
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        double squares = 0;
        for (int i = 0; i < size; i++) {
            double number = tensor.at(i);
            least = number < least ? number : least;
            greatest = number > greatest ? number : greatest;
            squares += number * number;
        }
        return Say.of(
                "tensor.facts",
                "{0} to {1}, norm {2}",
                Ticks.text(least, DIGITS),
                Ticks.text(greatest, DIGITS),
                Ticks.text(Math.sqrt(squares), DIGITS));
    }

    private String describe() {
        String facts = facts();
        String text = Say.of("tensor.shape", "{0}, shape {1}: {2}", name, tensor.shape(), tensor.brief(DIGITS));
        return facts.isEmpty() ? text : text + "; " + facts;
    }
}
