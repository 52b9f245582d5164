package org.fallline.web.view;

import java.util.Arrays;
import java.util.List;
import org.fallline.experiment.Cut;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.Layer;
import org.fallline.experiment.Trajectory;
import org.fallline.landscape.Window;
import org.fallline.problem.ProblemSpec;
import org.fallline.scene.Picture;
import org.fallline.survey.Slice;
import org.fallline.web.model.Model;
import org.fallline.web.worker.Inspector;
import org.fallline.web.worker.Landscape;
import org.jspecify.annotations.Nullable;

/** Asks for the facts that the layers of the landscape show: each once, and only when a layer is there to show it. */
final class Inquiry {
    private final Model model;
    private final Inspector inspector;
    private @Nullable Slice slice;
    private @Nullable Window window;
    private @Nullable ProblemSpec problem;
    private double[] params = {};

    Inquiry(Model model, Inspector inspector) {
        this.model = model;
        this.inspector = inspector;
    }

    /** Asks for what is loss and gradient at some parameters. */
    void point(double[] at) {
        inspector.point(model.experiment(), at);
    }

    /** Asks for what the present layers need and was not asked yet. */
    void ask() {
        List<Layer> layers = model.experiment().view().look().layers();
        if (layers.contains(Layer.FIELD) || layers.contains(Layer.CRITICAL)) {
            findings();
        }
        if (layers.contains(Layer.NEWTON)) {
            standing();
        }
    }

    private void findings() {
        Landscape landscape = model.landscape();
        if (landscape == null || !landscape.isFinal()) {
            return;
        }
        Window shown = landscape.grid().window();
        boolean current = shown.equals(Picture.window(model.experiment().view().cut(), landscape.slice()));
        if (current && (landscape.slice() != slice || !shown.equals(window))) {
            slice = landscape.slice();
            window = shown;
            inspector.findings(model.experiment(), landscape.slice(), shown);
        }
    }

    private void standing() {
        Experiment experiment = model.experiment();
        Cut cut = experiment.view().cut();
        Trajectory walk = model.trajectory(cut.walker());
        if (walk == null) {
            return;
        }
        double[] at = walk.params(Math.min(experiment.view().step(), walk.length() - 1));
        if (!Arrays.equals(at, params) || !experiment.problem().equals(problem)) {
            params = at;
            problem = experiment.problem();
            inspector.standing(experiment, at);
        }
    }
}
