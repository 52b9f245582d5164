package org.fallline.scene;

import org.fallline.landscape.Grid;
import org.fallline.landscape.LossScale;
import org.fallline.landscape.RankScale;
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
        facts(text, figure);
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
            LossScale scale = figure.terrain().scale();
            text.append(
                    scale instanceof LossScale.Log
                            ? ", coloured on a logarithmic scale."
                            : scale instanceof RankScale ? ", coloured by rank." : ", coloured on a linear scale.");
        }
        if (holes > 0) {
            int percent = (int) (100.0 * holes / grid.values().length + 0.5);
            text.append(" It is undefined or infinite on ")
                    .append(percent < 1 ? "less than 1" : Integer.toString(percent))
                    .append(" % of the window.");
        }
    }

    private static void facts(StringBuilder text, LandscapeFigure figure) {
        for (CriticalMark point : figure.facts().critical()) {
            text.append(" A ").append(point.kind().label()).append(" was found at ");
            point(text, figure, point.u(), point.v());
            text.append(", loss ").append(number(point.loss()));
            for (int i = 0; i < point.eigenvalues().size(); i++) {
                text.append(i == 0 ? ", Hessian eigenvalues " : ", ");
                text.append(number(point.eigenvalues().get(i)));
            }
            text.append('.');
        }
        if (figure.facts().field() != null) {
            text.append(" Small arrows show the field of directions.");
        }
        for (StepArrow arrow : figure.facts().arrows()) {
            if (arrow.du() == 0 && arrow.dv() == 0) {
                continue;
            }
            text.append(" The arrow “").append(arrow.name()).append("” leads from ");
            point(text, figure, arrow.u(), arrow.v());
            text.append(" to ");
            point(text, figure, arrow.u() + arrow.du(), arrow.v() + arrow.dv());
            boolean ends = figure.terrain().window().contains(arrow.u() + arrow.du(), arrow.v() + arrow.dv());
            text.append(ends ? "." : ", outside the picture.");
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
        double own = path.loss(step);
        if (path.isOffPlane(step)) {
            text.append("; this is its shadow: the state itself is ")
                    .append(number(path.distances()[step]))
                    .append(" away from the plane");
            text.append(Double.isNaN(own) ? "" : ", with a loss of " + number(own));
            text.append(Double.isFinite(loss) ? ", and the shadow's is about " + Ticks.text(loss, 2) : "");
        } else if (!Double.isNaN(own)) {
            text.append(", with a loss of ").append(number(own));
        } else if (Double.isFinite(loss)) {
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
