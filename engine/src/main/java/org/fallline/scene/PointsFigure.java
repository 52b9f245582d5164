package org.fallline.scene;

import java.util.ArrayList;
import java.util.List;
import org.fallline.math.Decimal;
import org.fallline.problem.Interval;
import org.fallline.say.Say;
import org.jspecify.annotations.Nullable;

/**
 * Points of a plane, coloured by their kind, over a grid with its axes: examples as somebody puts them.
 *
 * @param width of the figure in CSS px
 * @param height of the figure in CSS px
 * @param horizontal what it shows from left to right
 * @param vertical what it shows from bottom to top
 * @param kinds what points there can be; each is told of, unless they are more than a listener can keep apart
 * @param points in the order of painting
 * @param cursor where a visitor's keys are, or null
 */
public record PointsFigure(
        Theme theme,
        double width,
        double height,
        Interval horizontal,
        Interval vertical,
        List<Kind> kinds,
        List<Point> points,
        @Nullable Place cursor) {
    private static final double RADIUS = 4;
    private static final double CURSOR = 8;
    private static final int DIGITS = 4;

    /** Kinds that are told of one by one. */
    private static final int TOLD = 8;

    /** What some of the points have in common. */
    public record Kind(String name, int color) {}

    /** A point, of one of the kinds. */
    public record Point(double x, double y, Kind kind) {}

    /** Where no point need be. */
    public record Place(double x, double y) {}

    public PointsFigure {
        kinds = List.copyOf(kinds);
        points = List.copyOf(points);
    }

    /** The pixel column of a place. */
    public double column(double x) {
        return (x - horizontal.from()) / (horizontal.to() - horizontal.from()) * width;
    }

    /** The pixel row of a place. */
    public double row(double y) {
        return (vertical.to() - y) / (vertical.to() - vertical.from()) * height;
    }

    /** What is at a pixel column. */
    public double x(double column) {
        return horizontal.from() + column / width * (horizontal.to() - horizontal.from());
    }

    /** What is at a pixel row. */
    public double y(double row) {
        return vertical.to() - row / height * (vertical.to() - vertical.from());
    }

    /** The whole figure. */
    public Scene scene() {
        List<Mark> marks = new ArrayList<>();
        for (double x = Math.ceil(horizontal.from()); x <= horizontal.to(); x++) {
            marks.add(Mark.Line.segment(column(x), 0, column(x), height, theme.gridLine(), x == 0 ? 2 : 1));
        }
        for (double y = Math.ceil(vertical.from()); y <= vertical.to(); y++) {
            marks.add(Mark.Line.segment(0, row(y), width, row(y), theme.gridLine(), y == 0 ? 2 : 1));
        }
        for (Point point : points) {
            marks.add(new Mark.Dot(
                    column(point.x()), row(point.y()), RADIUS, point.kind().color(), theme.casing(), 1));
        }
        if (cursor != null) {
            double x = column(cursor.x());
            double y = row(cursor.y());
            marks.add(Mark.Line.segment(x - CURSOR, y, x + CURSOR, y, theme.ink(), 1.5));
            marks.add(Mark.Line.segment(x, y - CURSOR, x, y + CURSOR, theme.ink(), 1.5));
        }
        return new Scene(width, height, theme.plotBackground(), marks, this::words);
    }

    private String words() {
        List<String> ofKinds = new ArrayList<>();
        for (Kind kind : kinds) {
            long many =
                    points.stream().filter(point -> point.kind().equals(kind)).count();
            ofKinds.add(Say.of("points.ofKind", "{0} of {1}", many, kind.name()));
        }
        String all = kinds.size() > 1 && kinds.size() <= TOLD
                ? Say.of("points.kinds", "{0} {0|point|points}: {1}.", points.size(), String.join(", ", ofKinds))
                : Say.of("points.all", "{0} {0|point|points}.", points.size());
        return cursor == null
                ? all
                : all + " " + Say.of("points.cursor", "The cursor is at {0}.", place(cursor.x(), cursor.y()));
    }

    /** A place as a reader sees it. */
    public static String place(double x, double y) {
        return Decimal.typeset("(" + Decimal.text(x, DIGITS) + ", " + Decimal.text(y, DIGITS) + ")");
    }
}
