package org.fallline.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.fallline.landscape.Ticks;
import org.fallline.say.Say;

/** What a figure by step shows, in words. */
final class StepText {
    private static final int DIGITS = 4;

    private StepText() {}

    static String describe(StepFigure figure) {
        List<String> sentences = new ArrayList<>();
        String quantity = capitalized(figure.quantity());
        sentences.add(
                figure.isLogarithmic()
                        ? Say.of(
                                "step.overLogarithmic",
                                "{0} over steps 0 to {1}, on a logarithmic scale.",
                                quantity,
                                figure.steps())
                        : Say.of("step.over", "{0} over steps 0 to {1}.", quantity, figure.steps()));
        if (figure.curves().isEmpty()) {
            sentences.add(Say.of("step.none", "There is no run yet."));
            return String.join(" ", sentences);
        }
        sentences.add(numbers(figure, figure.current()));
        lowest(sentences, figure);
        if (figure.pointed() != StepFigure.NOWHERE && figure.pointed() != figure.current()) {
            sentences.add(numbers(figure, figure.pointed()));
        }
        return String.join(" ", sentences);
    }

    private static String capitalized(String quantity) {
        return quantity.substring(0, 1).toUpperCase(Locale.ROOT) + quantity.substring(1);
    }

    private static String numbers(StepFigure figure, int step) {
        List<StepFigure.Curve> curves = figure.curves();
        String[] numbers = texts(curves.stream().mapToDouble(curve -> curve.at(step)));
        List<String> told = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            StepFigure.Curve curve = curves.get(i);
            String text = curve.name() + ' ' + numbers[i];
            Series test = curve.test();
            if (test != null) {
                text = Say.of("step.withTest", "{0} (test {1})", text, Ticks.text(test.at(step), DIGITS));
            }
            int last = curve.series().lastStep();
            if (curve.endedEarly() && step >= last) {
                text = Say.of("step.stopped", "{0} (stopped early at step {1})", text, last);
            }
            told.add(text);
        }
        return Say.of("step.at", "At step {0}: {1}.", step, String.join(", ", told));
    }

    /** Numbers as a reader compares them. */
    static String[] texts(DoubleStream numbers) {
        return Ticks.texts(numbers.toArray(), DIGITS);
    }

    private static void lowest(List<String> sentences, StepFigure figure) {
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
            sentences.add(Say.of("step.lowest", "{0} is lowest.", names.get(0)));
        }
    }
}
