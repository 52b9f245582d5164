package org.fallline.web.view;

import java.util.List;
import java.util.Objects;
import org.fallline.autodiff.ParameterLayout;
import org.fallline.experiment.Trajectory;
import org.fallline.probe.LayerGradients;
import org.fallline.scene.LayersFigure;
import org.fallline.scene.Scene;
import org.fallline.scene.Theme;
import org.fallline.web.model.Model;
import org.fallline.web.platform.Html;
import org.fallline.web.words.Words;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/** How long the gradient is layer by layer, along the walk of the inspected optimizer. */
final class LayersView implements Figure {
    private static final int SAMPLES = 120;
    private static final int MOST_PARAMETERS = 40;
    private static final String NORM = "norm";
    private static final String RELATIVE = "relative";

    private final Model model;
    private final HTMLElement measure;
    private @Nullable Trajectory known;
    private @Nullable LayerGradients history;

    /** What the picture depends on. A trajectory is compared by identity. */
    private record Key(Trajectory walk, int step, int steps, String measure) {}

    LayersView(Model model, Runnable changed) {
        this.model = model;
        this.measure = Html.select(
                Words.say("layers.measure"),
                changed,
                Html.option(NORM, Words.say("layers.norm")),
                Html.option(RELATIVE, Words.say("layers.relative")));
    }

    @Override
    public String name() {
        return "layers";
    }

    @Override
    public String title() {
        return Words.say("layers.title");
    }

    @Override
    public boolean fits() {
        int count = model.problem().layout().names().size();
        return count > 1 && count <= MOST_PARAMETERS;
    }

    @Override
    public List<HTMLElement> controls() {
        return List.of(measure);
    }

    @Override
    public @Nullable Object key() {
        Trajectory walk = model.inspectedWalk();
        return walk == null
                ? null
                : new Key(walk, model.state().step(), model.experiment().steps(), Html.value(measure));
    }

    @Override
    public Scene scene(double width, double height, Theme theme) {
        Trajectory walk = Objects.requireNonNull(model.inspectedWalk());
        ParameterLayout layout = model.problem().layout();
        LayerGradients past = history;
        if (walk != known || past == null) {
            past = LayerGradients.of(walk, layout, SAMPLES);
            history = past;
            known = walk;
        }
        int step = Math.min(model.state().step(), walk.length() - 1);
        return LayersFigure.of(
                        theme,
                        width,
                        height,
                        layout,
                        past,
                        Html.value(measure).equals(RELATIVE),
                        Math.max(1, model.experiment().steps()),
                        step,
                        walk.gradient(step),
                        walk.params(step))
                .scene();
    }
}
