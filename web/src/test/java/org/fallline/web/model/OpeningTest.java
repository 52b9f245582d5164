package org.fallline.web.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.Run;
import org.fallline.experiment.Trajectory;
import org.junit.jupiter.api.Test;

class OpeningTest {
    /** Himmelblau's minima, to four digits (D. Himmelblau, Applied Nonlinear Programming, 1972), by the optimizer that finds each. */
    private static final double[][] VALLEYS = {{-2.805, 3.131}, {3.584, -1.848}, {3, 2}};

    @Test
    void threeOptimizers_fromOneStart_findThreeValleys() {
        Experiment opening = Opening.experiment();
        List<Trajectory> walks = Run.of(opening).trajectories();
        assertEquals(3, walks.size());
        for (int i = 0; i < walks.size(); i++) {
            double[] end = walks.get(i).params(opening.steps());
            assertEquals(VALLEYS[i][0], end[0], 0.01);
            assertEquals(VALLEYS[i][1], end[1], 0.01);
        }
    }
}
