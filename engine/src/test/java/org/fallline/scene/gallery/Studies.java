package org.fallline.scene.gallery;

import java.util.List;
import java.util.Map;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.OptimizerSpec;
import org.fallline.problem.ProblemSpec;
import org.fallline.scene.RangeFigure;
import org.fallline.scene.Scene;
import org.fallline.scene.SweepFigure;
import org.fallline.scene.Theme;
import org.fallline.study.RangeFindings;
import org.fallline.study.RangeTest;
import org.fallline.study.Study;
import org.fallline.study.Sweep;
import org.fallline.study.SweepPlan;

/** The gallery's figures of what other runs would do. */
final class Studies {
    private static final OptimizerSpec SGD = OptimizerSpec.of("sgd").with("learningRate", 0.05);

    private Studies() {}

    private static Experiment experiment() {
        return Experiment.of(new ProblemSpec.Function("", "x^2 / 2 + 4 y^2", Map.of()))
                .withStart(List.of(3.0, 1.0))
                .withSteps(40)
                .withOptimizers(List.of(SGD));
    }

    static Scene range(Theme theme) {
        Study test = new RangeTest(experiment(), 0);
        while (test.advance()) {}
        return new RangeFigure(
                        theme, Gallery.WIDTH, Gallery.HEIGHT, "SGD", 0, RangeFindings.of(test.numbers()), true, 0.05)
                .scene();
    }

    /** A sweep after so many pieces. */
    static Scene sweep(Theme theme, int pieces) {
        Study sweep = new Sweep(experiment(), 0);
        for (int i = 0; i < pieces && sweep.advance(); i++) {}
        return new SweepFigure(
                        theme,
                        Gallery.WIDTH,
                        Gallery.HEIGHT,
                        "SGD",
                        SweepPlan.of(SGD),
                        sweep.numbers(),
                        8.5,
                        40,
                        0.05,
                        0,
                        -1)
                .scene();
    }
}
