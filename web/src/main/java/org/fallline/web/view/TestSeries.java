package org.fallline.web.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fallline.experiment.Trajectory;
import org.fallline.problem.ProblemSpec;
import org.fallline.scene.Series;
import org.fallline.study.TestLosses;
import org.fallline.web.model.Model;
import org.fallline.web.worker.Studied;
import org.fallline.web.worker.Studies;

/** The losses of the test examples by step, of all walks: asked for once the walks are there, shown as they come. */
final class TestSeries {
    private final Model model;
    private final Studies studies;
    private final Runnable changed;
    private List<Trajectory> walks = List.of();
    private List<int[]> steps = List.of();
    private List<Series> series = List.of();

    /** Nothing is asked yet; {@code changed} is called when there is more to be seen. */
    TestSeries(Model model, Studies studies, Runnable changed) {
        this.model = model;
        this.studies = studies;
        this.changed = changed;
    }

    /** What is known of the present walks, one series a walk or fewer; the same list until there is more. */
    List<Series> series() {
        List<Trajectory> present = model.trajectories();
        if (walks != present) {
            walks = present;
            series = List.of();
            if (model.experiment().problem() instanceof ProblemSpec.Network network
                    && network.examples().testShare() > 0) {
                ask();
            }
        }
        return series;
    }

    private void ask() {
        List<Trajectory> asked = walks;
        List<int[]> at = new ArrayList<>();
        int total = 0;
        for (Trajectory walk : asked) {
            at.add(TestLosses.steps(walk));
            total += at.get(at.size() - 1).length * walk.dimension();
        }
        double[] params = new double[total];
        int used = 0;
        for (int i = 0; i < asked.size(); i++) {
            double[] own = TestLosses.params(asked.get(i), at.get(i));
            System.arraycopy(own, 0, params, used, own.length);
            used += own.length;
        }
        steps = at;
        studies.testLosses(model.experiment(), params, answer -> {
            if (walks == asked) {
                take(answer);
            }
        });
    }

    private void take(Studied answer) {
        List<Series> known = new ArrayList<>();
        int from = 0;
        for (int[] at : steps) {
            int count = Math.min(at.length, answer.numbers().length - from);
            if (count > 0) {
                known.add(
                        Series.of(Arrays.copyOf(at, count), Arrays.copyOfRange(answer.numbers(), from, from + count)));
            }
            from += at.length;
        }
        series = known;
        changed.run();
    }
}
