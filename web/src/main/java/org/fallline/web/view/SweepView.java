package org.fallline.web.view;

import java.util.List;
import java.util.Objects;
import org.fallline.experiment.OptimizerSpec;
import org.fallline.experiment.Trajectory;
import org.fallline.scene.Scene;
import org.fallline.scene.SweepFigure;
import org.fallline.scene.Theme;
import org.fallline.study.SweepPlan;
import org.fallline.web.model.Intent;
import org.fallline.web.model.Model;
import org.fallline.web.model.OptimizerIntents;
import org.fallline.web.words.Phrase;
import org.fallline.web.words.Words;
import org.fallline.web.worker.Studied;
import org.fallline.web.worker.Studies;
import org.jspecify.annotations.Nullable;

/** The sweep of the inspected optimizer; pressing takes a pair of values. */
final class SweepView implements Figure {
    private static final int NOWHERE = -1;

    private final Model model;
    private final Studies studies;
    private final Runnable changed;
    private final StudyAnswer<Question> answer;
    private @Nullable SweepFigure figure;
    private int pointed = NOWHERE;

    /** What the sweep depends on: its optimizer has the first pair of values of the plan. */
    private record Question(int problem, OptimizerSpec spec, List<Double> start, int steps) {}

    /** What the picture depends on. */
    private record Key(Studied answer, OptimizerSpec spec, int pointed) {}

    SweepView(Model model, Studies studies, Runnable changed) {
        this.model = model;
        this.studies = studies;
        this.changed = changed;
        this.answer = new StudyAnswer<>(changed);
    }

    @Override
    public String name() {
        return "sweep";
    }

    @Override
    public String title() {
        return Words.say("sweep.title");
    }

    @Override
    public double height(double width) {
        return Math.max(220, Math.min(0.62 * width, 380));
    }

    @Override
    public boolean fits() {
        return model.inspected().values().has("learningRate");
    }

    @Override
    public @Nullable Object key() {
        OptimizerSpec own =
                model.experiment().optimizers().get(model.state().inspected()).unchanging();
        OptimizerSpec first = SweepPlan.of(own).spec(own, 0);
        Question question = new Question(
                model.problemNumber(),
                first,
                model.experiment().start(),
                model.experiment().steps());
        int optimizer = model.state().inspected();
        Studied known = answer.to(question, receiver -> studies.sweep(model.experiment(), optimizer, receiver));
        return known == null ? null : new Key(known, model.inspected(), pointed);
    }

    @Override
    public Scene scene(double width, double height, Theme theme) {
        SweepPlan plan = SweepPlan.of(model.inspected());
        Trajectory walk = model.inspectedWalk();
        OptimizerSpec spec = model.inspected();
        String second = plan.setting().name();
        SweepFigure made = new SweepFigure(
                theme,
                width,
                height,
                spec.label(),
                plan,
                Objects.requireNonNull(answer.last()).numbers(),
                walk == null ? Double.NaN : walk.loss(0),
                model.experiment().steps(),
                spec.number("learningRate"),
                spec.number(second),
                pointed);
        figure = made;
        return made.scene();
    }

    @Override
    public boolean isPointed() {
        return true;
    }

    @Override
    public void hover(double x, double y) {
        SweepFigure present = figure;
        int at = present == null || Double.isNaN(x) ? NOWHERE : present.descentAt(x, y);
        if (at != pointed) {
            pointed = at;
            changed.run();
        }
    }

    @Override
    public void press(double x, double y) {
        SweepFigure present = figure;
        int at = present == null ? NOWHERE : present.descentAt(x, y);
        if (present == null || at == NOWHERE) {
            return;
        }
        int optimizer = model.state().inspected();
        SweepPlan plan = present.plan();
        Intent rate = OptimizerIntents.set(
                optimizer, "learningRate", plan.rates().get(at % plan.rates().size()));
        Intent other = OptimizerIntents.set(
                optimizer,
                plan.setting().name(),
                plan.values().get(at / plan.rates().size()));
        model.dispatch(new Intent(Phrase.of("intent.sweep"), state -> other.apply(rate.apply(state))));
    }
}
