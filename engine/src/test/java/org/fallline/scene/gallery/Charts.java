package org.fallline.scene.gallery;

import java.util.List;
import org.fallline.scene.Scene;
import org.fallline.scene.Series;
import org.fallline.scene.StepFigure;
import org.fallline.scene.Theme;

/** The gallery's charts of what a run was. */
final class Charts {
    private Charts() {}

    /** Two runs, one of them with test examples; a step is pointed at. */
    static Scene steps(Theme theme) {
        double[] even = new double[61];
        double[] uneven = new double[61];
        int[] tested = new int[13];
        double[] test = new double[13];
        double share = 1;
        for (int i = 0; i < even.length; i++) {
            even[i] = 4 * share + 0.01;
            uneven[i] = 4 * share * share + (i % 7 == 3 ? 0.6 : 0.002 * (i % 5));
            if (i % 5 == 0) {
                tested[i / 5] = i;
                test[i / 5] = 4.5 * share + 0.05 + 0.0004 * i;
            }
            share *= 0.9;
        }
        return new StepFigure(
                        theme,
                        Gallery.WIDTH,
                        Gallery.HEIGHT,
                        "loss",
                        List.of(
                                new StepFigure.Curve("SGD", 0, Series.of(even), Series.of(tested, test), false),
                                new StepFigure.Curve("Momentum", 1, Series.of(uneven), false)),
                        60,
                        34,
                        17)
                .scene();
    }
}
