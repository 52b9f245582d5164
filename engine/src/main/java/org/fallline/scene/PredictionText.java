package org.fallline.scene;

import java.util.List;
import org.fallline.landscape.Ticks;
import org.fallline.probe.Score;

/** What a figure of predictions shows, in words. */
final class PredictionText {
    private static final int DIGITS = 3;

    private PredictionText() {}

    static String describe(PredictionFigure figure) {
        StringBuilder text =
                new StringBuilder("What the model predicts at step ").append(Integer.toString(figure.step()));
        List<String> classes = figure.fit().classes();
        int inputs = figure.fit().axes().size();
        if (inputs == 1) {
            text.append(", along ").append(figure.axis(0)).append('.');
        } else if (inputs == 2) {
            text.append(", over ").append(figure.axis(0)).append(" and ").append(figure.axis(1));
            if (figure.outputs() == 1 && classes.size() == 2) {
                text.append(": orange where it tells ")
                        .append(classes.get(0))
                        .append(", blue where ")
                        .append(classes.get(1))
                        .append(", with a line between");
            }
            text.append('.');
        } else {
            text.append(", against what it should.");
        }
        score(text, figure, Score.training(figure.response()), "training");
        if (figure.rows().test() > 0) {
            score(text, figure, Score.test(figure.response()), "test");
        }
        return text.toString();
    }

    private static void score(StringBuilder text, PredictionFigure figure, Score score, String which) {
        if (figure.fit().classes().isEmpty()) {
            text.append(" Predictions for the ")
                    .append(Integer.toString(score.count()))
                    .append(' ')
                    .append(which)
                    .append(score.count() == 1 ? " example is" : " examples are")
                    .append(" off by ")
                    .append(Ticks.text(score.error(), DIGITS))
                    .append(" on average.");
        } else {
            text.append(' ')
                    .append(Integer.toString(score.right()))
                    .append(" of ")
                    .append(Integer.toString(score.count()))
                    .append(' ')
                    .append(which)
                    .append(" examples are told right.");
        }
    }
}
