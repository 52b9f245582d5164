package org.fallline.scene;

import java.util.List;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.Layer;
import org.fallline.experiment.Run;
import org.fallline.experiment.Trajectory;
import org.fallline.landscape.Window;
import org.fallline.math.Real;
import org.fallline.survey.Derivatives;
import org.fallline.survey.Exploration;
import org.fallline.survey.Findings;
import org.fallline.survey.Slice;
import org.fallline.survey.Standing;
import org.jspecify.annotations.Nullable;

/**
 * An experiment as one scene that does not move: its landscape with every path on it.
 *
 * <p>Time stands at the view's step. At step 0 nothing has moved yet, which makes a poor still, so there the whole of each
 * walk is shown.
 */
public final class Still {
    /** What is asked, while a picture is being made, whether it may go on; if not, it throws. */
    public interface Allowance {
        /** Whatever it costs. */
        Allowance UNLIMITED = new Allowance() {
            @Override
            public void requireTime() {}

            @Override
            public void requireRoom(long numbers) {}
        };

        /** Asked again and again: may it take longer? */
        void requireTime();

        /** Asked once: may so many numbers be kept? */
        void requireRoom(long numbers);
    }

    private Still() {}

    /**
     * The scene of an experiment.
     *
     * @param experiment what is shown
     * @param width in CSS pixels, 200 or more
     * @param height in CSS pixels, 150 or more
     * @param theme its colours
     * @param allowance what it may cost: its exceptions go through
     * @return the scene
     */
    public static Scene of(Experiment experiment, double width, double height, Theme theme, Allowance allowance) {
        int step = experiment.view().step();
        return of(
                experiment,
                step == 0 ? experiment.steps() : step,
                width,
                height,
                theme,
                Terrain.USUAL_DETAIL,
                allowance);
    }

    /**
     * The scene of an experiment at a step, be it the start.
     *
     * @param detail pixels a side of its colours, as of a {@link Terrain}
     */
    public static Scene of(
            Experiment experiment,
            int step,
            double width,
            double height,
            Theme theme,
            int detail,
            Allowance allowance) {
        Run run = Run.of(experiment);
        List<Trajectory> walks = walks(experiment, run, allowance);
        Derivatives derivatives =
                new Derivatives(experiment.problem().problem(experiment.seed()), allowance::requireTime);
        Overview overview = Overview.of(experiment, derivatives, walks, allowance::requireTime);
        Picture picture = overview.picture();
        List<Shadow> shadows =
                walks.stream().map(walk -> new Shadow(walk, overview.slice())).toList();
        Layers layers = new Layers(experiment.view().look().layers(), derivatives, allowance);
        Facts facts = picture.facts(
                layers.findings(overview.slice(), overview.window()),
                shadows,
                step,
                layers.standing(place(walks, experiment, step)));
        Relief relief = overview.relief(theme, Real.min(width, height), detail);
        return picture.chart(
                        relief, shadows, step, facts, experiment.view().look().camera(), width, height)
                .scene();
    }

    /** Where the walk that the cut goes through has come to. */
    private static double[] place(List<Trajectory> walks, Experiment experiment, int step) {
        Trajectory walk = walks.get(experiment.view().cut().walker());
        return walk.params(Math.min(step, walk.length() - 1));
    }

    /** What the layers of a picture need to be known, within an allowance. */
    private record Layers(List<Layer> layers, Derivatives derivatives, Allowance allowance) {
        @Nullable Findings findings(Slice slice, Window window) {
            if (!layers.contains(Layer.FIELD) && !layers.contains(Layer.CRITICAL)) {
                return null;
            }
            Exploration exploration = new Exploration(derivatives, slice, window);
            while (exploration.advance()) {
                allowance.requireTime();
            }
            return exploration.findings();
        }

        @Nullable Standing standing(double[] params) {
            if (!layers.contains(Layer.NEWTON)) {
                return null;
            }
            allowance.requireTime();
            return Standing.at(derivatives, params);
        }
    }

    private static List<Trajectory> walks(Experiment experiment, Run run, Allowance allowance) {
        int optimizers = experiment.optimizers().size();
        allowance.requireRoom(
                (long) optimizers * (experiment.steps() + 1) * run.function().size());
        return run.trajectories(allowance::requireTime);
    }
}
