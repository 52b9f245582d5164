package org.fallline.web.view;

import java.util.List;
import java.util.Objects;
import org.fallline.experiment.OptimizerSpec;
import org.fallline.scene.RangeFigure;
import org.fallline.scene.Scene;
import org.fallline.scene.Theme;
import org.fallline.study.RangeFindings;
import org.fallline.web.model.Model;
import org.fallline.web.model.OptimizerIntents;
import org.fallline.web.words.Words;
import org.fallline.web.worker.Studied;
import org.fallline.web.worker.Studies;
import org.jspecify.annotations.Nullable;

/** The learning-rate range test of the inspected optimizer; pressing takes the rate. */
final class RangeView implements Figure {
    private final Model model;
    private final Studies studies;
    private final StudyAnswer<Question> answer;
    private @Nullable RangeFigure figure;

    /** What the test depends on: its optimizer has no rate of its own. */
    private record Question(int problem, OptimizerSpec spec, List<Double> start) {}

    /** What the picture depends on. */
    private record Key(Studied answer, int optimizer, double rate) {}

    RangeView(Model model, Studies studies, Runnable changed) {
        this.model = model;
        this.studies = studies;
        this.answer = new StudyAnswer<>(changed);
    }

    @Override
    public String name() {
        return "range-test";
    }

    @Override
    public String title() {
        return Words.say("range.title");
    }

    @Override
    public boolean fits() {
        return model.inspected().values().has("learningRate");
    }

    private OptimizerSpec atStart() {
        return model.experiment().optimizers().get(model.state().inspected()).unchanging();
    }

    @Override
    public @Nullable Object key() {
        Question question = new Question(
                model.problemNumber(),
                atStart().with("learningRate", 1),
                model.experiment().start());
        int optimizer = model.state().inspected();
        Studied known = answer.to(question, receiver -> studies.range(model.experiment(), optimizer, receiver));
        return known == null
                ? null
                : new Key(known, model.state().inspected(), model.inspected().number("learningRate"));
    }

    @Override
    public Scene scene(double width, double height, Theme theme) {
        Studied known = Objects.requireNonNull(answer.last());
        RangeFigure made = new RangeFigure(
                theme,
                width,
                height,
                model.inspected().label(),
                model.state().inspected(),
                RangeFindings.of(known.numbers()),
                known.isDone(),
                model.inspected().number("learningRate"));
        figure = made;
        return made.scene();
    }

    @Override
    public boolean isPointed() {
        return true;
    }

    @Override
    public void press(double x, double y) {
        RangeFigure present = figure;
        if (present != null && present.plot().contains(x, y)) {
            model.dispatch(OptimizerIntents.set(model.state().inspected(), "learningRate", present.rateAt(x)));
        }
    }
}
