package org.fallline.scene;

import org.fallline.landscape.Ticks;

/** What a profile shows, in words. */
final class ProfileText {
    private static final int DIGITS = 4;

    private ProfileText() {}

    static String describe(ProfileFigure figure) {
        ProfileFigure.Curve curve = figure.curve();
        StringBuilder text = new StringBuilder("Loss along ").append(figure.name());
        int shown = Digits.between(curve.from(), curve.to());
        text.append(" from ").append(Digits.text(curve.from(), shown));
        text.append(" to ").append(Digits.text(curve.to(), shown));
        text.append(". ").append(losses(figure));
        if (figure.start() != null) {
            text.append(" Start at ").append(figure.place(figure.start())).append('.');
        }
        for (int i = 0; i < figure.minima().size(); i++) {
            boolean one = figure.minima().size() == 1;
            text.append(i > 0 ? "; " : one ? " A known minimum is at " : " Known minima are at ");
            text.append(figure.place(figure.minima().get(i)));
        }
        text.append(figure.minima().isEmpty() ? "" : ".");
        facts(text, figure);
        ProfileCurve through = ProfileCurve.of(figure, figure.width());
        for (ProfileFigure.Walk walk : figure.walks()) {
            walk(text, figure, through, walk);
        }
        return text.toString();
    }

    /** What the figure says of a curve that is none; empty for others. */
    static String note(ProfileFigure figure) {
        String sentence = losses(figure);
        if (sentence.startsWith("The loss ranges")) {
            return sentence.indexOf("undefined") < 0 ? "" : "Undefined or infinite where there is no curve";
        }
        return sentence.substring(0, sentence.length() - 1);
    }

    private static String losses(ProfileFigure figure) {
        double[] losses = figure.curve().losses();
        int lowest = -1;
        int highest = -1;
        int holes = 0;
        for (int i = 0; i < losses.length; i++) {
            if (!Double.isFinite(losses[i])) {
                holes++;
                continue;
            }
            lowest = lowest < 0 || losses[i] < losses[lowest] ? i : lowest;
            highest = highest < 0 || losses[i] > losses[highest] ? i : highest;
        }
        if (lowest < 0) {
            return "The loss is undefined or infinite at every sample.";
        }
        if (losses[lowest] == losses[highest]) {
            return "The loss is " + number(losses[lowest]) + (holes > 0 ? " wherever it is defined." : " everywhere.");
        }
        int shown = Digits.between(losses[lowest], losses[highest]);
        String range = "The loss ranges from " + Digits.text(losses[lowest], shown) + " near "
                + figure.place(figure.curve().at(lowest)) + " to " + Digits.text(losses[highest], shown) + ".";
        return holes == 0 ? range : range + " It is undefined or infinite on part of the line.";
    }

    private static void facts(StringBuilder text, ProfileFigure figure) {
        for (CriticalMark point : figure.facts().critical()) {
            text.append(" A ").append(point.kind().label()).append(" was found at ");
            text.append(figure.place(point.u())).append(", loss ").append(number(point.loss()));
            for (double curvature : point.eigenvalues()) {
                text.append(", second derivative ").append(number(curvature));
            }
            text.append('.');
        }
        if (figure.facts().field() != null) {
            text.append(" Small arrows along the bottom show which way is down.");
        }
        for (StepArrow arrow : figure.facts().arrows()) {
            if (arrow.du() != 0) {
                double end = arrow.u() + arrow.du();
                text.append(" The arrow “").append(arrow.name()).append("” leads from ");
                text.append(figure.place(arrow.u())).append(" to ").append(figure.place(end));
                text.append(figure.curve().covers(end) ? "." : ", outside the picture.");
            }
        }
    }

    private static void walk(StringBuilder text, ProfileFigure figure, ProfileCurve curve, ProfileFigure.Walk walk) {
        int step = walk.current();
        double t = walk.t()[step];
        text.append(' ').append(walk.name()).append(": at step ").append(Integer.toString(step));
        text.append(" of ")
                .append(Integer.toString(walk.t().length - 1))
                .append(" at ")
                .append(figure.place(t));
        boolean outside = !figure.curve().covers(t);
        text.append(outside ? ", outside the picture" : "");
        double shadow = curve.loss(t);
        double own = walk.losses().length > 0 ? walk.losses()[step] : shadow;
        if (walk.isOffLine(step)) {
            text.append("; this is its shadow: the state itself is ").append(number(walk.distances()[step]));
            text.append(" away from the line");
            text.append(Double.isNaN(shadow) ? "" : ", and the shadow's loss is about " + Ticks.text(shadow, 2));
        }
        text.append(Double.isNaN(own) ? "" : ", with a loss of " + number(own));
        if (walk.slopes().length > 0) {
            text.append(" and a slope of ").append(number(walk.slopes()[step]));
        }
        boolean stuck = walk.endedEarly() && step == walk.t().length - 1;
        text.append(stuck ? "; the run stopped early there." : ".");
    }

    private static String number(double value) {
        return Ticks.text(value, DIGITS);
    }
}
