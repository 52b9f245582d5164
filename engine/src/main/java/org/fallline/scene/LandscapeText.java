package org.fallline.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.fallline.landscape.Grid;
import org.fallline.landscape.LossScale;
import org.fallline.landscape.RankScale;
import org.fallline.landscape.Ticks;
import org.fallline.landscape.Window;
import org.fallline.say.Say;
import org.fallline.survey.Findings;

/** What a landscape figure shows, in words. */
final class LandscapeText {
    /** Of eigenvalues and of what is not read off the picture. */
    private static final int USUAL_DIGITS = 4;

    private final LandscapeFigure figure;
    private final Digits digits;
    private final List<String> sentences = new ArrayList<>();

    private LandscapeText(LandscapeFigure figure) {
        this.figure = figure;
        this.digits = Digits.of(figure.terrain().window(), figure.terrain().grid());
    }

    static String describe(LandscapeFigure figure) {
        return new LandscapeText(figure).describe();
    }

    private String describe() {
        Window window = figure.terrain().window();
        String u = range(figure.uName(), window.uMin(), window.uMax(), digits.u());
        sentences.add(
                figure.hasSecondAxis()
                        ? Say.of(
                                "landscape.over",
                                "Loss landscape over {0} and {1}.",
                                u,
                                range(figure.vName(), window.vMin(), window.vMax(), digits.v()))
                        : Say.of("landscape.overOne", "Loss landscape over {0}.", u));
        losses();
        LandscapeFigure.Point start = figure.start();
        if (start != null) {
            sentences.add(Say.of("landscape.start", "Start at {0}.", point(start.u(), start.v())));
        }
        if (!figure.minima().isEmpty()) {
            sentences.add(Say.of(
                    "landscape.minima",
                    "{0|A known minimum is|Known minima are} at {1}.",
                    figure.minima().size(),
                    figure.minima().stream()
                            .map(minimum -> point(minimum.u(), minimum.v()))
                            .collect(Collectors.joining("; "))));
        }
        facts();
        figure.paths().forEach(path -> sentences.add(path(path)));
        return String.join(" ", sentences);
    }

    private void losses() {
        Grid grid = figure.terrain().grid();
        int holes = grid.values().length - grid.finiteCount();
        if (grid.finiteCount() == 0) {
            sentences.add(Say.of("loss.nowhere", "The loss is undefined or infinite at every sample."));
            return;
        }
        if (grid.min() == grid.max()) {
            sentences.add(Say.of("loss.constant", "The loss is {0} everywhere.", loss(grid.min())));
        } else {
            int lowest = indexOf(grid, grid.min());
            LossScale scale = figure.terrain().scale();
            String coloured = scale instanceof LossScale.Log
                    ? Say.of("landscape.logarithmic", "coloured on a logarithmic scale")
                    : scale instanceof RankScale
                            ? Say.of("landscape.rank", "coloured by rank")
                            : Say.of("landscape.linear", "coloured on a linear scale");
            sentences.add(Say.of(
                    "landscape.losses",
                    "The loss ranges from {0} near {1} to {2}, {3}.",
                    loss(grid.min()),
                    point(grid.u(lowest % grid.columns()), grid.v(lowest / grid.columns())),
                    loss(grid.max()),
                    coloured));
        }
        if (holes > 0) {
            int percent = (int) (100.0 * holes / grid.values().length + 0.5);
            sentences.add(
                    percent < 1
                            ? Say.of(
                                    "landscape.fewHoles", "It is undefined or infinite on less than 1 % of the window.")
                            : Say.of(
                                    "landscape.holes", "It is undefined or infinite on {0} % of the window.", percent));
        }
    }

    private void facts() {
        for (CriticalMark point : figure.facts().critical()) {
            String values =
                    point.eigenvalues().stream().map(LandscapeText::number).collect(Collectors.joining(", "));
            String at = point(point.u(), point.v());
            sentences.add(
                    values.isEmpty()
                            ? Say.of(
                                    "landscape.point",
                                    "A {0} was found at {1}, loss {2}.",
                                    Findings.name(point.kind()),
                                    at,
                                    loss(point.loss()))
                            : Say.of(
                                    "landscape.critical",
                                    "A {0} was found at {1}, loss {2}, Hessian eigenvalues {3}.",
                                    Findings.name(point.kind()),
                                    at,
                                    loss(point.loss()),
                                    values));
        }
        if (figure.facts().field() != null) {
            sentences.add(Say.of("landscape.field", "Small arrows show the field of directions."));
        }
        for (StepArrow arrow : figure.facts().arrows()) {
            if (arrow.du() == 0 && arrow.dv() == 0) {
                continue;
            }
            double u = arrow.u() + arrow.du();
            double v = arrow.v() + arrow.dv();
            String from = point(arrow.u(), arrow.v());
            sentences.add(
                    figure.terrain().window().contains(u, v)
                            ? Say.of(
                                    "arrow.leads",
                                    "The arrow “{0}” leads from {1} to {2}.",
                                    arrow.name(),
                                    from,
                                    point(u, v))
                            : Say.of(
                                    "arrow.leadsOut",
                                    "The arrow “{0}” leads from {1} to {2}, outside the picture.",
                                    arrow.name(),
                                    from,
                                    point(u, v)));
        }
    }

    private String path(LandscapeFigure.Path path) {
        int step = path.current();
        double u = path.u()[step];
        double v = path.v()[step];
        StringBuilder text = new StringBuilder(Say.of(
                "walk.at", "{0}: at step {1} of {2} at {3}", path.name(), step, path.u().length - 1, point(u, v)));
        if (!figure.terrain().window().contains(u, v)) {
            text.append(Say.of("walk.outside", ", outside the picture"));
        }
        double loss = figure.terrain().grid().interpolate(u, v);
        double own = path.loss(step);
        if (path.isOffPlane(step)) {
            text.append(Say.of(
                    "walk.shadow",
                    "; this is its shadow: the state itself is {0} away from the plane",
                    number(path.distance(step))));
            text.append(Double.isNaN(own) ? "" : Say.of("walk.loss", ", with a loss of {0}", loss(own)));
            text.append(
                    Double.isFinite(loss)
                            ? Say.of("walk.shadowLoss", ", and the shadow's is about {0}", about(loss))
                            : "");
        } else if (!Double.isNaN(own)) {
            text.append(Say.of("walk.loss", ", with a loss of {0}", loss(own)));
        } else if (Double.isFinite(loss)) {
            // Of more than two parameters the map knows two: it need not be the loss of the state itself.
            text.append(Say.of("walk.mapLoss", ", where the map shows a loss of about {0}", about(loss)));
        }
        return text.append(
                        path.endedEarly() && step == path.u().length - 1
                                ? Say.of("walk.stopped", "; the run stopped early there.")
                                : ".")
                .toString();
    }

    private static String range(String name, double min, double max, int shown) {
        return Say.of("axis.range", "{0} from {1} to {2}", name, Digits.text(min, shown), Digits.text(max, shown));
    }

    private String point(double u, double v) {
        String across = figure.uName() + " = " + Digits.text(u, digits.u());
        return figure.hasSecondAxis() ? across + ", " + figure.vName() + " = " + Digits.text(v, digits.v()) : across;
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
