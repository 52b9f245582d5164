package org.fallline.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.fallline.landscape.Ticks;
import org.fallline.say.Say;
import org.fallline.survey.Findings;

/** What a profile shows, in words. */
final class ProfileText {
    private static final int DIGITS = 4;

    private ProfileText() {}

    static String describe(ProfileFigure figure) {
        ProfileFigure.Curve curve = figure.curve();
        List<String> sentences = new ArrayList<>();
        int shown = Digits.between(curve.from(), curve.to());
        String line = Say.of(
                "axis.range",
                "{0} from {1} to {2}",
                figure.name(),
                Digits.text(curve.from(), shown),
                Digits.text(curve.to(), shown));
        sentences.add(Say.of("profile.along", "Loss along {0}.", line));
        losses(sentences, figure);
        if (figure.start() != null) {
            sentences.add(Say.of("landscape.start", "Start at {0}.", figure.place(figure.start())));
        }
        if (!figure.minima().isEmpty()) {
            sentences.add(Say.of(
                    "landscape.minima",
                    "{0|A known minimum is|Known minima are} at {1}.",
                    figure.minima().size(),
                    figure.minima().stream().map(figure::place).collect(Collectors.joining("; "))));
        }
        facts(sentences, figure);
        ProfileCurve through = ProfileCurve.of(figure, figure.width());
        figure.walks().forEach(walk -> sentences.add(walk(figure, through, walk)));
        return String.join(" ", sentences);
    }

    /** What the figure says of a curve that is none; empty for others. */
    static String note(ProfileFigure figure) {
        Extent extent = Extent.of(figure.curve().losses());
        if (extent.isNowhere()) {
            return Say.of("profile.nowhere", "The loss is undefined or infinite at every sample");
        }
        if (extent.isConstant()) {
            String loss = number(extent.min());
            return extent.hasHoles()
                    ? Say.of("profile.constantWhereDefined", "The loss is {0} wherever it is defined", loss)
                    : Say.of("profile.constant", "The loss is {0} everywhere", loss);
        }
        return extent.hasHoles() ? Say.of("profile.noCurve", "Undefined or infinite where there is no curve") : "";
    }

    /** Where the lowest and the highest of losses are, −1 if none is finite, and whether some are not. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Extent(double[] losses, int lowest, int highest, boolean hasHoles) {
        static Extent of(double[] losses) {
            int lowest = -1;
            int highest = -1;
            boolean hasHoles = false;
            for (int i = 0; i < losses.length; i++) {
                if (!Double.isFinite(losses[i])) {
                    hasHoles = true;
                    continue;
                }
                lowest = lowest < 0 || losses[i] < losses[lowest] ? i : lowest;
                highest = highest < 0 || losses[i] > losses[highest] ? i : highest;
            }
            return new Extent(losses, lowest, highest, hasHoles);
        }

        boolean isNowhere() {
            return lowest < 0;
        }

        boolean isConstant() {
            return min() == max();
        }

        double min() {
            return losses[lowest];
        }

        double max() {
            return losses[highest];
        }
    }

    private static void losses(List<String> sentences, ProfileFigure figure) {
        Extent extent = Extent.of(figure.curve().losses());
        if (extent.isNowhere()) {
            sentences.add(Say.of("loss.nowhere", "The loss is undefined or infinite at every sample."));
            return;
        }
        if (extent.isConstant()) {
            String loss = number(extent.min());
            sentences.add(
                    extent.hasHoles()
                            ? Say.of("loss.constantWhereDefined", "The loss is {0} wherever it is defined.", loss)
                            : Say.of("loss.constant", "The loss is {0} everywhere.", loss));
            return;
        }
        int shown = Digits.between(extent.min(), extent.max());
        sentences.add(Say.of(
                "profile.losses",
                "The loss ranges from {0} near {1} to {2}.",
                Digits.text(extent.min(), shown),
                figure.place(figure.curve().at(extent.lowest())),
                Digits.text(extent.max(), shown)));
        if (extent.hasHoles()) {
            sentences.add(Say.of("profile.holes", "It is undefined or infinite on part of the line."));
        }
    }

    private static void facts(List<String> sentences, ProfileFigure figure) {
        for (CriticalMark point : figure.facts().critical()) {
            String at = figure.place(point.u());
            String loss = number(point.loss());
            sentences.add(
                    point.eigenvalues().isEmpty()
                            ? Say.of(
                                    "landscape.point",
                                    "A {0} was found at {1}, loss {2}.",
                                    Findings.name(point.kind()),
                                    at,
                                    loss)
                            : Say.of(
                                    "profile.critical",
                                    "A {0} was found at {1}, loss {2}, second derivative {3}.",
                                    Findings.name(point.kind()),
                                    at,
                                    loss,
                                    number(point.eigenvalues().get(0))));
        }
        if (figure.facts().field() != null) {
            sentences.add(Say.of("profile.field", "Small arrows along the bottom show which way is down."));
        }
        for (StepArrow arrow : figure.facts().arrows()) {
            if (arrow.du() != 0) {
                double end = arrow.u() + arrow.du();
                String from = figure.place(arrow.u());
                String to = figure.place(end);
                sentences.add(
                        figure.curve().covers(end)
                                ? Say.of(
                                        "arrow.leads", "The arrow “{0}” leads from {1} to {2}.", arrow.name(), from, to)
                                : Say.of(
                                        "arrow.leadsOut",
                                        "The arrow “{0}” leads from {1} to {2}, outside the picture.",
                                        arrow.name(),
                                        from,
                                        to));
            }
        }
    }

    private static String walk(ProfileFigure figure, ProfileCurve curve, ProfileFigure.Walk walk) {
        int step = walk.current();
        double t = walk.t()[step];
        StringBuilder text = new StringBuilder(Say.of(
                "walk.at", "{0}: at step {1} of {2} at {3}", walk.name(), step, walk.t().length - 1, figure.place(t)));
        boolean outside = !figure.curve().covers(t);
        text.append(outside ? Say.of("walk.outside", ", outside the picture") : "");
        double shadow = curve.loss(t);
        double own = walk.losses().length > 0 ? walk.losses()[step] : shadow;
        if (walk.isOffLine(step)) {
            text.append(Say.of(
                    "walk.lineShadow",
                    "; this is its shadow: the state itself is {0} away from the line",
                    number(walk.distances()[step])));
            text.append(
                    Double.isNaN(shadow)
                            ? ""
                            : Say.of(
                                    "walk.lineShadowLoss",
                                    ", and the shadow's loss is about {0}",
                                    Ticks.text(shadow, 2)));
        }
        text.append(Double.isNaN(own) ? "" : Say.of("walk.loss", ", with a loss of {0}", number(own)));
        if (walk.slopes().length > 0) {
            text.append(' ').append(Say.of("walk.slope", "and a slope of {0}", number(walk.slopes()[step])));
        }
        boolean stuck = walk.endedEarly() && step == walk.t().length - 1;
        return text.append(stuck ? Say.of("walk.stopped", "; the run stopped early there.") : ".")
                .toString();
    }

    private static String number(double value) {
        return Ticks.text(value, DIGITS);
    }
}
