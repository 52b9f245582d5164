package org.fallline.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.fallline.landscape.Ticks;

/** What a figure by step shows, in words. */
final class StepText {
    private static final int DIGITS = 4;

    private StepText() {}

    static String describe(StepFigure figure) {
        StringBuilder text = new StringBuilder(capitalized(figure.quantity()))
                .append(" over steps 0 to ")
                .append(Integer.toString(figure.steps()));
        text.append(figure.isLogarithmic() ? ", on a logarithmic scale." : ".");
        if (figure.curves().isEmpty()) {
            return text.append(" There is no run yet.").toString();
        }
        numbers(text, figure, figure.current());
        lowest(text, figure);
        if (figure.pointed() != StepFigure.NOWHERE && figure.pointed() != figure.current()) {
            numbers(text, figure, figure.pointed());
        }
        return text.toString();
    }

    private static String capitalized(String quantity) {
        return quantity.substring(0, 1).toUpperCase(Locale.ROOT) + quantity.substring(1);
    }

    private static void numbers(StringBuilder text, StepFigure figure, int step) {
        text.append(" At step ").append(Integer.toString(step)).append(": ");
        List<StepFigure.Curve> curves = figure.curves();
        String[] numbers = texts(curves.stream().mapToDouble(curve -> curve.at(step)));
        for (int i = 0; i < numbers.length; i++) {
            StepFigure.Curve curve = curves.get(i);
            text.append(i == 0 ? "" : ", ").append(curve.name()).append(' ').append(numbers[i]);
            Series test = curve.test();
            if (test != null) {
                text.append(" (test ").append(Ticks.text(test.at(step), DIGITS)).append(')');
            }
            if (curve.endedEarly() && step >= curve.series().lastStep()) {
                text.append(" (stopped early at step ")
                        .append(Integer.toString(curve.series().lastStep()))
                        .append(')');
            }
        }
        text.append('.');
    }

    /** Numbers as a reader compares them. */
    static String[] texts(DoubleStream numbers) {
        return Ticks.texts(numbers.toArray(), DIGITS);
    }

    private static void lowest(StringBuilder text, StepFigure figure) {
        double best = Double.POSITIVE_INFINITY;
        List<String> names = new ArrayList<>();
        for (StepFigure.Curve curve : figure.curves()) {
            double number = curve.at(figure.current());
            if (number < best) {
                best = number;
                names.clear();
            }
            if (number == best) {
                names.add(curve.name());
            }
        }
        if (names.size() == 1 && figure.curves().size() > 1) {
            text.append(' ').append(names.get(0)).append(" is lowest.");
        }
    }
}
