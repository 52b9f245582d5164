package org.fallline.web.view;

import java.util.List;
import java.util.Objects;
import org.fallline.experiment.Trajectory;
import org.fallline.problem.ProblemSpec;
import org.fallline.scene.HistogramsFigure;
import org.fallline.scene.Scene;
import org.fallline.scene.Theme;
import org.fallline.web.model.Model;
import org.fallline.web.platform.Html;
import org.fallline.web.words.Words;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/** How weights and biases of the inspected optimizer are distributed, or their gradients. */
final class HistogramsView implements Figure {
    private static final String WEIGHTS = "weights";
    private static final String GRADIENTS = "gradients";

    private final Model model;
    private final HTMLElement shown;

    /** What the picture depends on. A trajectory is compared by identity. */
    private record Key(Trajectory walk, int step, String shown) {}

    HistogramsView(Model model, Runnable changed) {
        this.model = model;
        this.shown = Html.select(
                Words.say("histograms.of"),
                changed,
                Html.option(WEIGHTS, Words.say("histograms.weights")),
                Html.option(GRADIENTS, Words.say("histograms.gradients")));
    }

    @Override
    public String name() {
        return "histograms";
    }

    @Override
    public String title() {
        return Words.say("histograms.title");
    }

    @Override
    public boolean fits() {
        return model.experiment().problem() instanceof ProblemSpec.Network;
    }

    @Override
    public List<HTMLElement> controls() {
        return List.of(shown);
    }

    @Override
    public double height(double width) {
        return HistogramsFigure.height(width, model.problem().layout().names().size());
    }

    @Override
    public @Nullable Object key() {
        Trajectory walk = model.inspectedWalk();
        return walk == null ? null : new Key(walk, model.state().step(), Html.value(shown));
    }

    @Override
    public Scene scene(double width, double height, Theme theme) {
        Trajectory walk = Objects.requireNonNull(model.inspectedWalk());
        int step = Math.min(model.state().step(), walk.length() - 1);
        boolean gradients = Html.value(shown).equals(GRADIENTS);
        return new HistogramsFigure(
                        theme,
                        width,
                        height,
                        model.problem().layout(),
                        Words.say(gradients ? "histograms.theGradients" : "histograms.theWeights"),
                        step,
                        gradients ? walk.gradient(step) : walk.params(step),
                        gradients ? walk.gradient(0) : walk.params(0))
                .scene();
    }
}
