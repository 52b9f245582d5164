package org.fallline.scene;

import org.fallline.landscape.Grid;
import org.fallline.landscape.LossScale;
import org.fallline.landscape.RankScale;
import org.fallline.landscape.Ticks;
import org.fallline.landscape.Window;

/** What a landscape figure shows, in words. */
final class LandscapeText {
    /** Of eigenvalues and of what is not read off the picture. */
    private static final int USUAL_DIGITS = 4;

    private final LandscapeFigure figure;
    private final Digits digits;
    private final StringBuilder text = new StringBuilder("Loss landscape over ");

    private LandscapeText(LandscapeFigure figure) {
        this.figure = figure;
        this.digits = Digits.of(figure.terrain().window(), figure.terrain().grid());
    }

    static String describe(LandscapeFigure figure) {
        return new LandscapeText(figure).describe();
    }

    private String describe() {
        Window window = figure.terrain().window();
        range(figure.uName(), window.uMin(), window.uMax(), digits.u());
        if (figure.hasSecondAxis()) {
            text.append(" and ");
            range(figure.vName(), window.vMin(), window.vMax(), digits.v());
        }
        text.append(". ");
        losses();
        LandscapeFigure.Point start = figure.start();
        if (start != null) {
            text.append(" Start at ");
            point(start.u(), start.v());
            text.append('.');
        }
        if (!figure.minima().isEmpty()) {
            int count = figure.minima().size();
            text.append(count == 1 ? " A known minimum is at " : " Known minima are at ");
            for (int i = 0; i < count; i++) {
                text.append(i == 0 ? "" : "; ");
                point(figure.minima().get(i).u(), figure.minima().get(i).v());
            }
            text.append('.');
        }
        facts();
        for (LandscapeFigure.Path path : figure.paths()) {
            path(path);
        }
        return text.toString();
    }

    private void losses() {
        Grid grid = figure.terrain().grid();
        int holes = grid.values().length - grid.finiteCount();
        if (grid.finiteCount() == 0) {
            text.append("The loss is undefined or infinite at every sample.");
            return;
        }
        if (grid.min() == grid.max()) {
            text.append("The loss is ").append(loss(grid.min())).append(" everywhere.");
        } else {
            int lowest = indexOf(grid, grid.min());
            text.append("The loss ranges from ").append(loss(grid.min())).append(" near ");
            point(grid.u(lowest % grid.columns()), grid.v(lowest / grid.columns()));
            text.append(" to ").append(loss(grid.max()));
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

    private void facts() {
        for (CriticalMark point : figure.facts().critical()) {
            text.append(" A ").append(point.kind().label()).append(" was found at ");
            point(point.u(), point.v());
            text.append(", loss ").append(loss(point.loss()));
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
            point(arrow.u(), arrow.v());
            text.append(" to ");
            point(arrow.u() + arrow.du(), arrow.v() + arrow.dv());
            boolean ends = figure.terrain().window().contains(arrow.u() + arrow.du(), arrow.v() + arrow.dv());
            text.append(ends ? "." : ", outside the picture.");
        }
    }

    private void path(LandscapeFigure.Path path) {
        int step = path.current();
        double u = path.u()[step];
        double v = path.v()[step];
        text.append(' ')
                .append(path.name())
                .append(": at step ")
                .append(Integer.toString(step))
                .append(" of ");
        text.append(Integer.toString(path.u().length - 1)).append(" at ");
        point(u, v);
        Window window = figure.terrain().window();
        if (!window.contains(u, v)) {
            text.append(", outside the picture");
        }
        double loss = figure.terrain().grid().interpolate(u, v);
        double own = path.loss(step);
        if (path.isOffPlane(step)) {
            text.append("; this is its shadow: the state itself is ")
                    .append(number(path.distance(step)))
                    .append(" away from the plane");
            text.append(Double.isNaN(own) ? "" : ", with a loss of " + loss(own));
            text.append(Double.isFinite(loss) ? ", and the shadow's is about " + about(loss) : "");
        } else if (!Double.isNaN(own)) {
            text.append(", with a loss of ").append(loss(own));
        } else if (Double.isFinite(loss)) {
            // Of more than two parameters the map knows two: it need not be the loss of the state itself.
            text.append(", where the map shows a loss of about ").append(about(loss));
        }
        text.append(path.endedEarly() && step == path.u().length - 1 ? "; the run stopped early there." : ".");
    }

    private void range(String name, double min, double max, int shown) {
        text.append(name).append(" from ").append(Digits.text(min, shown));
        text.append(" to ").append(Digits.text(max, shown));
    }

    private void point(double u, double v) {
        text.append(figure.uName()).append(" = ").append(Digits.text(u, digits.u()));
        if (figure.hasSecondAxis()) {
            text.append(", ").append(figure.vName()).append(" = ").append(Digits.text(v, digits.v()));
        }
    }

    private String loss(double value) {
        return Digits.text(value, digits.loss());
    }

    /** A loss read off the map: two digits less than of one that is known. */
    private String about(double value) {
        return digits.loss() > USUAL_DIGITS ? Ticks.told(value, digits.loss() - 2) : Ticks.text(value, 2);
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
        return Ticks.text(value, USUAL_DIGITS);
    }
}
