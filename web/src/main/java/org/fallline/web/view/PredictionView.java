package org.fallline.web.view;

import java.util.List;
import org.fallline.problem.ProblemSpec;
import org.fallline.scene.PredictionFigure;
import org.fallline.scene.Scene;
import org.fallline.scene.Theme;
import org.fallline.web.model.Arrangement.Zone;
import org.fallline.web.model.Model;
import org.fallline.web.words.Words;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/** What the model of the inspected optimizer predicts, with the examples: a decision boundary, or a fit. */
record PredictionView(Model model, Responses responses, InspectedChoice whose) implements Figure {
    PredictionView(Model model, Responses responses) {
        this(model, responses, InspectedChoice.named(model, Words.say("prediction.whose")));
    }

    @Override
    public List<HTMLElement> controls() {
        return List.of(whose.element());
    }

    @Override
    public void showControls() {
        whose.show();
    }

    @Override
    public String name() {
        return "prediction";
    }

    @Override
    public String title() {
        return Words.say("prediction.title");
    }

    @Override
    public Zone zone() {
        return Zone.SIDE;
    }

    @Override
    public boolean isUsual() {
        return true;
    }

    @Override
    public boolean fits() {
        return !(model.experiment().problem() instanceof ProblemSpec.Function);
    }

    @Override
    public double height(double width) {
        return Math.max(240, Math.min(width, 420));
    }

    @Override
    public @Nullable Object key() {
        int answer = responses.ask();
        return answer == 0 ? null : answer;
    }

    @Override
    public Scene scene(double width, double height, Theme theme) {
        return new PredictionFigure(theme, width, height, responses.response(), responses.step()).scene();
    }
}
