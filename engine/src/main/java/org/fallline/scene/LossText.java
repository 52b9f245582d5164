package org.fallline.scene;

import java.util.ArrayList;
import java.util.List;
import org.fallline.landscape.Ticks;

/** What a loss figure shows, in words. */
final class LossText {
    private static final int DIGITS = 4;

    private LossText() {}

    static String describe(LossFigure figure) {
        StringBuilder text = new StringBuilder("Loss over steps 0 to ").append(Integer.toString(figure.steps()));
        text.append(figure.isLogarithmic() ? ", on a logarithmic scale." : ".");
        if (figure.curves().isEmpty()) {
            return text.append(" There is no run yet.").toString();
        }
        text.append(" At step ").append(Integer.toString(figure.current())).append(": ");
        String[] losses = Ticks.texts(
                figure.curves().stream()
                        .mapToDouble(curve -> curve.at(figure.current()))
                        .toArray(),
                DIGITS);
        for (int i = 0; i < losses.length; i++) {
            LossFigure.Curve curve = figure.curves().get(i);
            text.append(i == 0 ? "" : ", ").append(curve.name()).append(' ');
            text.append(losses[i]);
            if (curve.endedEarly() && figure.current() >= curve.losses().length - 1) {
                text.append(" (stopped early at step ")
                        .append(Integer.toString(curve.losses().length - 1))
                        .append(')');
            }
        }
        text.append('.');
        lowest(text, figure);
        return text.toString();
    }

    private static void lowest(StringBuilder text, LossFigure figure) {
        double best = Double.POSITIVE_INFINITY;
        List<String> names = new ArrayList<>();
        for (LossFigure.Curve curve : figure.curves()) {
            double loss = curve.at(figure.current());
            if (loss < best) {
                best = loss;
                names.clear();
            }
            if (loss == best) {
                names.add(curve.name());
            }
        }
        if (names.size() == 1 && figure.curves().size() > 1) {
            text.append(' ').append(names.get(0)).append(" is lowest.");
        }
    }
}
