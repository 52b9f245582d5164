package org.fallline.web.view;

import java.util.List;
import java.util.Objects;
import org.fallline.experiment.OptimizerSpec;
import org.fallline.experiment.Trajectory;
import org.fallline.scene.Scene;
import org.fallline.scene.Series;
import org.fallline.scene.StepCharts;
import org.fallline.scene.StepFigure;
import org.fallline.scene.Theme;
import org.fallline.web.model.Model;
import org.fallline.web.model.TimeIntents;
import org.fallline.web.words.Words;
import org.jspecify.annotations.Nullable;

/** A quantity of all optimizers by step: pointing at a step tells its numbers in all such views, pressing goes there. */
final class StepView implements Figure {
    private final Model model;
    private final PointedStep pointed;
    private final String name;
    private final String title;
    private final boolean isUsual;
    private final StepCharts charts;
    /** What the quantity is of the test examples; null if it is not known of them. */
    private final @Nullable TestSeries tests;

    private @Nullable StepFigure figure;

    /** What the curves depend on. Trajectories are compared by identity. */
    private record Key(List<OptimizerSpec> optimizers, int steps, List<Trajectory> trajectories, List<Series> tests) {}

    /** The curves, and the steps of them that are told. */
    private record Told(@Nullable Object curves, int present, int pointed) {}

    private StepView(
            Model model,
            PointedStep pointed,
            String name,
            String title,
            boolean isUsual,
            StepCharts charts,
            @Nullable TestSeries tests) {
        this.model = model;
        this.pointed = pointed;
        this.name = name;
        this.title = title;
        this.isUsual = isUsual;
        this.charts = charts;
        this.tests = tests;
    }

    static StepView ofLosses(Model model, PointedStep pointed, TestSeries tests) {
        return new StepView(model, pointed, "losses", Words.say("losses.title"), true, StepCharts.ofLosses(), tests);
    }

    static StepView ofGradientNorms(Model model, PointedStep pointed) {
        return new StepView(
                model, pointed, "gradient-norms", Words.say("norms.title"), false, StepCharts.ofGradientNorms(), null);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean isUsual() {
        return isUsual;
    }

    @Override
    public @Nullable Object key() {
        List<Trajectory> trajectories = model.trajectories();
        return trajectories.isEmpty()
                ? null
                : new Key(model.experiment().optimizers(), model.experiment().steps(), trajectories, tests());
    }

    @Override
    public Object overKey() {
        return new Told(key(), model.state().step(), pointed.step());
    }

    private List<Series> tests() {
        return tests == null ? List.of() : tests.series();
    }

    @Override
    public Scene scene(double width, double height, Theme theme) {
        StepFigure shown = charts.figure(model.experiment(), theme, model.trajectories(), tests(), width, height);
        figure = shown;
        return shown.ground();
    }

    @Override
    public Scene over() {
        StepFigure shown = Objects.requireNonNull(figure, "the curves are painted first");
        return shown.at(model.state().step(), pointed.step()).overlay();
    }

    @Override
    public boolean isPointed() {
        return true;
    }

    @Override
    public void hover(double x, double y) {
        StepFigure shown = figure;
        if (shown != null) {
            pointed.point(Double.isNaN(x) ? StepFigure.NOWHERE : shown.stepAt(x));
        }
    }

    @Override
    public void press(double x, double y) {
        StepFigure shown = figure;
        if (shown != null && shown.stepAt(x) != model.state().step()) {
            model.dispatch(TimeIntents.goTo(shown.stepAt(x)));
        }
    }
}
