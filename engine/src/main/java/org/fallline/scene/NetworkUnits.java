package org.fallline.scene;

import java.util.List;
import org.fallline.probe.Backflow;
import org.fallline.probe.Response;
import org.fallline.probe.UnitErrors;
import org.fallline.probe.Wiring;

/** The units of a network's figure: each a small map of what it gives, with the mark of its bias; below them what their layer is. */
final class NetworkUnits {
    /** A unit of fewer CSS px shows what it gives on average. */
    private static final double SMALLEST_MAP = 11;

    /** Pixels a side of a map. */
    private static final int DETAIL = 16;

    private static final double BIAS = 6;

    private final NetworkFigure figure;
    private final NetworkPlaces places;
    private final Theme theme;
    private final Response response;

    NetworkUnits(NetworkFigure figure, NetworkPlaces places) {
        this.figure = figure;
        this.places = places;
        this.theme = figure.theme();
        this.response = figure.response();
    }

    void paint(List<Mark> marks) {
        List<Wiring.Column> columns = figure.wiring().columns();
        for (int column = 0; column < columns.size(); column++) {
            units(column, marks);
            text(column, marks);
        }
    }

    private void units(int column, List<Mark> marks) {
        Wiring.Column of = figure.wiring().columns().get(column);
        double size = places.size(column);
        double[][] outputs = new double[of.units()][];
        for (int unit = 0; unit < outputs.length; unit++) {
            outputs[unit] = column == 0 ? response.input(unit) : response.outputs(column - 1, unit);
        }
        double shared = column == 0 ? 0 : largest(outputs);
        for (int unit = 0; unit < outputs.length; unit++) {
            double largest = column == 0 ? largest(new double[][] {outputs[unit]}) : shared;
            double x = places.x(column) - size / 2;
            double y = places.y(column, unit) - size / 2;
            if (response.rows().rows() > 1 && size >= SMALLEST_MAP) {
                marks.add(map(outputs[unit], largest, x, y, size));
            } else {
                marks.add(Mark.Area.rectangle(x, y, size, size, theme.sign(mean(outputs[unit]) / largest)));
                if (response.rows().rows() == 1 && size >= SMALLEST_MAP) {
                    curve(outputs[unit], largest, x, y, size, marks);
                }
            }
            outline(of, unit, x, y, size, marks);
            if (column > 0) {
                error(column, unit, x, y, size, marks);
            }
            if (column == 0) {
                name(unit, x, y + size / 2, marks);
            }
        }
    }

    private static double largest(double[][] outputs) {
        double largest = 0;
        for (double[] of : outputs) {
            for (double output : of) {
                double magnitude = Math.abs(output);
                largest = magnitude > largest && magnitude < Double.POSITIVE_INFINITY ? magnitude : largest;
            }
        }
        return largest > 0 ? largest : 1;
    }

    /** The mean over the examples to train with. */
    private double mean(double[] outputs) {
        int from = response.rows().lattice();
        double sum = 0;
        for (int i = from; i < from + response.rows().train(); i++) {
            sum += outputs[i];
        }
        return sum / response.rows().train();
    }

    private Mark.Raster map(double[] outputs, double largest, double x, double y, double size) {
        int columns = response.rows().columns();
        int rows = response.rows().rows();
        int[] pixels = new int[DETAIL * DETAIL];
        for (int row = 0; row < DETAIL; row++) {
            // A pixel's middle, in samples; rows of a raster go down, those of the lattice up.
            int from = (int) ((rows - 1) * (DETAIL - row - 0.5) / DETAIL + 0.5);
            for (int column = 0; column < DETAIL; column++) {
                int at = (int) ((columns - 1) * (column + 0.5) / DETAIL + 0.5);
                pixels[row * DETAIL + column] = theme.sign(outputs[from * columns + at] / largest);
            }
        }
        return new Mark.Raster(pixels, DETAIL, DETAIL, x, y, size, size, true);
    }

    /** What the unit gives along the only input. */
    private void curve(double[] outputs, double largest, double x, double y, double size, List<Mark> marks) {
        double[] px = new double[DETAIL + 1];
        double[] py = new double[DETAIL + 1];
        for (int i = 0; i <= DETAIL; i++) {
            double output = outputs[i * (response.rows().columns() - 1) / DETAIL];
            px[i] = x + size * i / DETAIL;
            py[i] = y + size * (0.5 - 0.42 * output / largest);
            if (!Double.isFinite(py[i])) {
                return;
            }
        }
        marks.add(Mark.Line.open(px, py, theme.ink(), 1.5));
    }

    private void outline(Wiring.Column of, int unit, double x, double y, double size, List<Mark> marks) {
        double[] cornersX = {x, x + size, x + size, x};
        double[] cornersY = {y, y, y + size, y + size};
        int bias = of.biases() == Wiring.NONE ? Wiring.NONE : of.biases() + unit;
        boolean isMarked = bias != Wiring.NONE && (bias == figure.marked() || bias == figure.pointed());
        int ink = isMarked ? theme.ink() : Color.withOpacity(theme.ink(), 0.45);
        marks.add(new Mark.Line(cornersX, cornersY, true, ink, isMarked ? 2.5 : 1, new double[0]));
        if (bias != Wiring.NONE && size >= SMALLEST_MAP) {
            double number = figure.shown()[bias];
            double share = number / figure.largest();
            double left = x - BIAS / 2;
            double top = y + size - BIAS / 2;
            int color = theme.sign(share > 1 ? 1 : share < -1 ? -1 : share);
            marks.add(Mark.Area.rectangle(left, top, BIAS, BIAS, color));
            double[] squareX = {left, left + BIAS, left + BIAS, left};
            double[] squareY = {top, top, top + BIAS, top + BIAS};
            marks.add(new Mark.Line(squareX, squareY, true, Color.withOpacity(theme.ink(), 0.6), 1, new double[0]));
        }
    }

    /** The error of a unit as a bar at its right, and a cross over one that passes nothing back, or next to nothing. */
    private void error(int column, int unit, double x, double y, double size, List<Mark> marks) {
        Backflow flow = figure.backflow();
        if (flow == null) {
            return;
        }
        double[] errors = flow.errors().get(column - 1);
        double largest = largest(new double[][] {errors});
        double share = Math.abs(errors[unit]) / largest;
        double length = size * (share <= 1 ? share : 1);
        int color = theme.sign(errors[unit] < 0 ? -1 : errors[unit] > 0 ? 1 : 0);
        marks.add(Mark.Area.rectangle(x + size + 2, y + size - length, 4, length, color));
        UnitErrors.Passing passing = flow.passing().get(column - 1).get(unit);
        if (passing != UnitErrors.Passing.OPEN) {
            stop(passing, x + size / 2, y + size / 2, size * 0.3, theme, marks);
        }
    }

    /** The sign of a unit that passes nothing back, a cross, or next to nothing, one stroke of it; so far from a middle. */
    static void stop(UnitErrors.Passing passing, double x, double y, double arm, Theme theme, List<Mark> marks) {
        for (boolean casing : new boolean[] {true, false}) {
            int ink = casing ? theme.casing() : theme.ink();
            double width = casing ? 5 : 2;
            marks.add(Mark.Line.segment(x - arm, y - arm, x + arm, y + arm, ink, width));
            if (passing == UnitErrors.Passing.DEAD) {
                marks.add(Mark.Line.segment(x - arm, y + arm, x + arm, y - arm, ink, width));
            }
        }
    }

    private void name(int unit, double left, double middle, List<Mark> marks) {
        double size = figure.fontSize();
        if (places.size(0) >= size * 0.8) {
            String name = NetworkPlaces.shortened(response.fit().inputNames().get(unit));
            marks.add(Legend.text(name, left - 6, middle + size * 0.35, Mark.Label.Anchor.END, size, theme.ink()));
        }
    }

    /** What a column is, unless it would run into its neighbours' texts. */
    private void text(int column, List<Mark> marks) {
        String text = figure.wiring().columns().get(column).text();
        double size = figure.fontSize();
        if (Legend.textWidth(text, size) > places.spacing() - 6) {
            text = Integer.toString(figure.wiring().columns().get(column).units());
        }
        marks.add(Legend.text(
                text, places.x(column), places.textBaseline(), Mark.Label.Anchor.MIDDLE, size, theme.mutedInk()));
    }
}
