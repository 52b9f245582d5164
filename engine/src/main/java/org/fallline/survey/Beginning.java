package org.fallline.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.fallline.experiment.Cut;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.Recording;
import org.fallline.experiment.Run;
import org.fallline.experiment.Trajectory;
import org.fallline.experiment.Waypoint;
import org.fallline.problem.Problem;

/**
 * The first steps of an experiment, for a first look at a slice that goes through its walks, before these are known.
 *
 * @param experiment with no more steps than were made; where its cut goes through later ones, it goes through one in proportion
 * @param walks one an optimizer, in order
 */
public record Beginning(Experiment experiment, List<Trajectory> walks) {
    /** Fewer do not span a plane. */
    private static final int LEAST_STEPS = 2;

    public Beginning {
        walks = List.copyOf(walks);
    }

    /**
     * Walks, all optimizers abreast.
     *
     * @param problem the experiment's
     * @param goesOn asked before each step but the first {@value #LEAST_STEPS} whether to make it
     */
    public static Beginning of(Experiment experiment, Problem problem, BooleanSupplier goesOn) {
        Run run = Run.of(experiment, problem);
        List<Recording> recordings = new ArrayList<>();
        for (int i = 0; i < experiment.optimizers().size(); i++) {
            boolean isOn = experiment.optimizers().get(i).on();
            recordings.add(new Recording(run.walkerAt(i, 0), isOn ? experiment.steps() : 0));
        }
        int steps = 0;
        while (steps < experiment.steps() && (steps < LEAST_STEPS || goesOn.getAsBoolean())) {
            recordings.stream().filter(Recording::goesOn).forEach(Recording::advance);
            steps++;
        }
        return new Beginning(
                shortened(experiment, steps),
                recordings.stream().map(Recording::trajectory).toList());
    }

    private static Experiment shortened(Experiment experiment, int steps) {
        int whole = Math.max(1, experiment.steps());
        Cut cut = experiment.view().cut();
        Cut sooner = cut.withPlane(cut.plane().withWaypoints(point -> sooner(point, steps, whole)))
                .withAnchor(cut.walker(), sooner(cut.anchor(), steps, whole))
                .withWindow(cut.window());
        return experiment
                .withView(experiment
                        .view()
                        .withCut(sooner)
                        .withStep(sooner(experiment.view().step(), steps, whole)))
                .withSteps(steps);
    }

    private static Waypoint sooner(Waypoint point, int steps, int whole) {
        return point instanceof Waypoint.Walked walked
                ? new Waypoint.Walked(walked.optimizer(), sooner(walked.step(), steps, whole))
                : point;
    }

    /** A step in proportion, rounded up: what is not the start stays so. */
    private static int sooner(int step, int steps, int whole) {
        return (int) (((long) step * steps + whole - 1) / whole);
    }
}
