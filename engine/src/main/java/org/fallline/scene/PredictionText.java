package org.fallline.scene;

import java.util.List;
import org.fallline.landscape.Ticks;
import org.fallline.probe.Score;
import org.fallline.say.Say;

/** What a figure of predictions shows, in words. */
final class PredictionText {
    private static final int DIGITS = 3;

    private PredictionText() {}

    static String describe(PredictionFigure figure) {
        String text = predicted(figure) + " " + training(figure, Score.training(figure.response()));
        return figure.rows().test() > 0 ? text + " " + test(figure, Score.test(figure.response())) : text;
    }

    private static String predicted(PredictionFigure figure) {
        int step = figure.step();
        List<String> classes = figure.fit().classes();
        int inputs = figure.fit().axes().size();
        if (inputs == 1) {
            return Say.of("prediction.along", "What the model predicts at step {0}, along {1}.", step, figure.axis(0));
        }
        if (inputs != 2) {
            return Say.of("prediction.against", "What the model predicts at step {0}, against what it should.", step);
        }
        return figure.outputs() == 1 && classes.size() == 2
                ? Say.of(
                        "prediction.classes",
                        "What the model predicts at step {0}, over {1} and {2}: orange where it tells {3}, blue where"
                                + " {4}, with a line between.",
                        step,
                        figure.axis(0),
                        figure.axis(1),
                        classes.get(0),
                        classes.get(1))
                : Say.of(
                        "prediction.over",
                        "What the model predicts at step {0}, over {1} and {2}.",
                        step,
                        figure.axis(0),
                        figure.axis(1));
    }

    private static String training(PredictionFigure figure, Score score) {
        return figure.fit().classes().isEmpty()
                ? Say.of(
                        "prediction.trainingError",
                        "Predictions for the {0} training {0|example is|examples are} off by {1} on average.",
                        score.count(),
                        Ticks.text(score.error(), DIGITS))
                : Say.of(
                        "prediction.trainingRight",
                        "{0} of {1} training examples are told right.",
                        score.right(),
                        score.count());
    }

    private static String test(PredictionFigure figure, Score score) {
        return figure.fit().classes().isEmpty()
                ? Say.of(
                        "prediction.testError",
                        "Predictions for the {0} test {0|example is|examples are} off by {1} on average.",
                        score.count(),
                        Ticks.text(score.error(), DIGITS))
                : Say.of(
                        "prediction.testRight",
                        "{0} of {1} test examples are told right.",
                        score.right(),
                        score.count());
    }
}
