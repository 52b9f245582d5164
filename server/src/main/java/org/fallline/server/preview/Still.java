package org.fallline.server.preview;

import java.util.ArrayList;
import java.util.List;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.Run;
import org.fallline.experiment.Trajectory;
import org.fallline.landscape.Grid;
import org.fallline.landscape.Surface;
import org.fallline.scene.Picture;
import org.fallline.scene.Scene;
import org.fallline.scene.Terrain;
import org.fallline.scene.Theme;

/**
 * An experiment as one scene that does not move: its landscape with every path on it.
 *
 * <p>Time stands at the view's step. At step 0 nothing has moved yet, which makes a poor still, so there the whole of each
 * walk is shown.
 */
public final class Still {
    private Still() {}

    /**
     * The scene of an experiment.
     *
     * @param experiment what is shown
     * @param width in CSS pixels, 200 or more
     * @param height in CSS pixels, 150 or more
     * @param theme its colours
     * @param budget what it may cost
     * @return the scene
     * @throws Budget.Exceeded when it costs more
     */
    public static Scene of(Experiment experiment, double width, double height, Theme theme, Budget budget) {
        Picture picture = new Picture(experiment);
        Run run = Run.of(experiment);
        Surface surface = picture.surface(run.function());
        Surface bounded = (u, v) -> {
            budget.requireTime();
            return surface.at(u, v);
        };
        Grid grid = Grid.sample(bounded, picture.window(), Picture.SAMPLES, Picture.SAMPLES);
        Terrain terrain = picture.terrain(grid, theme, Math.min(width, height));
        List<Trajectory> walks = walks(experiment, run, budget);
        int step = experiment.view().step() == 0
                ? experiment.steps()
                : experiment.view().step();
        return picture.landscape(terrain, walks, step, width, height).scene();
    }

    private static List<Trajectory> walks(Experiment experiment, Run run, Budget budget) {
        int optimizers = experiment.optimizers().size();
        budget.requireRoom(
                (long) optimizers * (experiment.steps() + 1) * run.function().size());
        List<Trajectory> walks = new ArrayList<>();
        for (int i = 0; i < optimizers; i++) {
            walks.add(Trajectory.of(run.walkerAt(i, 0), experiment.steps(), budget::requireTime));
        }
        return walks;
    }
}
