package org.fallline.scene;

import org.fallline.landscape.Grid;
import org.fallline.landscape.LossScale;
import org.fallline.landscape.Ticks;
import org.fallline.landscape.Window;

/** What a landscape figure shows, in words. */
final class LandscapeText {
    private static final int DIGITS = 4;

    private LandscapeText() {}

    static String describe(LandscapeFigure figure) {
        Terrain terrain = figure.terrain();
        Window window = terrain.window();
        StringBuilder text = new StringBuilder("Loss landscape over ");
        range(text, figure.uName(), window.uMin(), window.uMax());
        if (figure.hasSecondAxis()) {
            text.append(" and ");
            range(text, figure.vName(), window.vMin(), window.vMax());
        }
        text.append(". ");
        losses(text, figure);
        LandscapeFigure.Point start = figure.start();
        if (start != null) {
            text.append(" Start at ");
            point(text, figure, start.u(), start.v());
            text.append('.');
        }
        if (!figure.minima().isEmpty()) {
            int count = figure.minima().size();
            text.append(count == 1 ? " A known minimum is at " : " Known minima are at ");
            for (int i = 0; i < count; i++) {
                text.append(i == 0 ? "" : "; ");
                point(
                        text,
                        figure,
                        figure.minima().get(i).u(),
                        figure.minima().get(i).v());
            }
            text.append('.');
        }
        for (LandscapeFigure.Path path : figure.paths()) {
            path(text, figure, path);
        }
        return text.toString();
    }

    private static void losses(StringBuilder text, LandscapeFigure figure) {
        Grid grid = figure.terrain().grid();
        int holes = grid.values().length - grid.finiteCount();
        if (grid.finiteCount() == 0) {
            text.append("The loss is undefined or infinite at every sample.");
            return;
        }
        if (grid.min() == grid.max()) {
            text.append("The loss is ").append(number(grid.min())).append(" everywhere.");
        } else {
            int lowest = indexOf(grid, grid.min());
            text.append("The loss ranges from ").append(number(grid.min())).append(" near ");
            point(text, figure, grid.u(lowest % grid.columns()), grid.v(lowest / grid.columns()));
            text.append(" to ").append(number(grid.max()));
            text.append(
                    figure.terrain().scale() instanceof LossScale.Log
                            ? ", coloured on a logarithmic scale."
                            : ", coloured on a linear scale.");
        }
        if (holes > 0) {
            int percent = (int) (100.0 * holes / grid.values().length + 0.5);
            text.append(" It is undefined or infinite on ")
                    .append(percent < 1 ? "less than 1" : Integer.toString(percent))
                    .append(" % of the window.");
        }
    }

    private static void path(StringBuilder text, LandscapeFigure figure, LandscapeFigure.Path path) {
        int step = path.current();
        double u = path.u()[step];
        double v = path.v()[step];
        text.append(' ')
                .append(path.name())
                .append(": at step ")
                .append(Integer.toString(step))
                .append(" of ");
        text.append(Integer.toString(path.u().length - 1)).append(" at ");
        point(text, figure, u, v);
        Window window = figure.terrain().window();
        if (!window.contains(u, v)) {
            text.append(", outside the picture");
        }
        double loss = figure.terrain().grid().interpolate(u, v);
        if (Double.isFinite(loss)) {
            // Of more than two parameters the map knows two: it need not be the loss of the state itself.
            text.append(", where the map shows a loss of about ").append(Ticks.text(loss, 2));
        }
        text.append(path.endedEarly() && step == path.u().length - 1 ? "; the run stopped early there." : ".");
    }

    private static void range(StringBuilder text, String name, double min, double max) {
        text.append(name).append(" from ").append(number(min)).append(" to ").append(number(max));
    }

    private static void point(StringBuilder text, LandscapeFigure figure, double u, double v) {
        text.append(figure.uName()).append(" = ").append(number(u));
        if (figure.hasSecondAxis()) {
            text.append(", ").append(figure.vName()).append(" = ").append(number(v));
        }
    }

    private static int indexOf(Grid grid, double value) {
        double[] values = grid.values();
        for (int i = 0; i < values.length; i++) {
            if (values[i] == value) {
                return i;
            }
        }
        return 0;
    }

    private static String number(double value) {
        return Ticks.text(value, DIGITS);
    }
}
