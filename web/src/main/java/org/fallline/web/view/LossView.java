package org.fallline.web.view;

import java.util.List;
import org.fallline.experiment.OptimizerSpec;
import org.fallline.experiment.Trajectory;
import org.fallline.scene.Picture;
import org.fallline.scene.Scene;
import org.fallline.scene.Theme;
import org.fallline.web.model.Model;
import org.jspecify.annotations.Nullable;

/** The losses of all optimizers by step. */
record LossView(Model model) implements Figure {
    /** What the picture depends on. Trajectories are compared by identity. */
    private record Key(List<OptimizerSpec> optimizers, int steps, List<Trajectory> trajectories, int step) {}

    @Override
    public String name() {
        return "losses";
    }

    @Override
    public String title() {
        return "Loss by step";
    }

    @Override
    public boolean isUsual() {
        return true;
    }

    @Override
    public @Nullable Object key() {
        List<Trajectory> trajectories = model.trajectories();
        return trajectories.isEmpty()
                ? null
                : new Key(
                        model.experiment().optimizers(),
                        model.experiment().steps(),
                        trajectories,
                        model.state().step());
    }

    @Override
    public Scene scene(double width, double height, Theme theme) {
        return Picture.losses(
                        model.experiment(),
                        theme,
                        model.trajectories(),
                        model.state().step(),
                        width,
                        height)
                .scene();
    }
}
