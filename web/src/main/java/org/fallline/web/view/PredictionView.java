package org.fallline.web.view;

import java.util.List;
import java.util.Objects;
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
final class PredictionView implements Figure {
    private final Model model;
    private final Responses responses;
    private final InspectedChoice whose;
    private @Nullable PredictionFigure figure;

    PredictionView(Model model, Responses responses) {
        this.model = model;
        this.responses = responses;
        this.whose = InspectedChoice.named(model, Words.say("prediction.whose"));
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
        PredictionFigure made = new PredictionFigure(theme, width, height, responses.response(), responses.step());
        figure = made;
        return made.ground();
    }

    @Override
    public @Nullable Object overKey() {
        return figure != null && figure.hasOverlay() ? model.problemNumber() : null;
    }

    @Override
    public Scene over() {
        return Objects.requireNonNull(figure, "the ground is painted first").overlay();
    }
}
