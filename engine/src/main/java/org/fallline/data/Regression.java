package org.fallline.data;

import java.util.List;
import org.fallline.catalogue.Entry;
import org.fallline.math.Real;

/** Datasets of a quantity over a line or a plane; each entry is all there is to one. */
final class Regression {
    private static final double TWO_PI = 0x1.921fb54442d18p2;
    private static final String PLAYGROUND = "Smilkov & Carter, TensorFlow Playground, 2016, dataset.ts";

    /** Half the side of TensorFlow Playground's square of examples. */
    private static final double RADIUS = 6;

    /** Centres x, y and signs of the bumps. */
    private static final double[][] BUMPS = {
        {-4, 2.5, 1}, {0, 2.5, -1}, {4, 2.5, 1}, {-4, -2.5, -1}, {0, -2.5, 1}, {4, -2.5, -1}
    };

    /** In the order of the menu. */
    static final List<Entry<Generator>> ENTRIES = List.of(
            curve(
                    "line",
                    "Line",
                    "y = 2x + 1 + ε, x uniform in [−1, 1]",
                    "Legendre, Nouvelles méthodes pour la détermination des orbites des comètes, 1805",
                    -1,
                    x -> 2 * x + 1),
            curve(
                    "sine",
                    "Sine",
                    "y = sin 2πx + ε, x uniform in [0, 1]",
                    "Bishop, Pattern Recognition and Machine Learning, 2006, figure 1.2",
                    0,
                    x -> Real.sin(TWO_PI * x)),
            curve(
                    "step",
                    "Step",
                    "y = −1 + ε where x < 0, else 1 + ε, x uniform in [−1, 1]",
                    "Heaviside, Electrical Papers, 1892",
                    -1,
                    x -> x < 0 ? -1 : 1),
            plane(),
            multiGaussian());

    private Regression() {}

    private interface Curve {
        double at(double x);
    }

    private static Entry<Generator> curve(
            String name, String label, String formula, String source, double from, Curve curve) {
        return new Entry<>(
                name,
                label,
                formula + ", ε normal of deviation σ",
                source,
                List.of(Classification.noise(0.1)),
                values -> (n, key) -> new Points(n, key).measured(List.of("x"), "y", (i, draws, row) -> {
                    row[0] = draws.uniform(0, from, 1);
                    row[1] = draws.normal(1, curve.at(row[0]), values.number("noise"));
                }));
    }

    private interface Surface {
        double at(double x, double y);
    }

    private static Entry<Generator> plane() {
        return surface("plane", "Plane", "z = ((x + ε) + (y + δ)) / 10", (x, y) -> (x + y) / 10);
    }

    private static Entry<Generator> multiGaussian() {
        return surface(
                "multiGaussian",
                "Multi-Gaussian",
                "z = ± max(0, 1 − |(x + ε, y + δ) − c| / 2) of the centre c nearest to the point among (−4, 2.5)+, (0, 2.5)−,"
                        + " (4, 2.5)+, (−4, −2.5)−, (0, −2.5)+, (4, −2.5)−",
                Regression::bumps);
    }

    /** Cones of height 1 and radius 2, which do not meet. */
    private static double bumps(double x, double y) {
        double sum = 0;
        for (double[] bump : BUMPS) {
            double height = 1 - Real.hypot(x - bump[0], y - bump[1]) / 2;
            sum += height > 0 ? bump[2] * height : 0;
        }
        return sum;
    }

    private static Entry<Generator> surface(String name, String label, String formula, Surface surface) {
        return new Entry<>(
                name,
                label,
                formula + "; x, y uniform in [−6, 6], ε, δ uniform in [−6σ, 6σ]",
                PLAYGROUND,
                List.of(Classification.noise()),
                values -> (n, key) -> new Points(n, key).measured(List.of("x", "y"), "z", (i, draws, row) -> {
                    row[0] = draws.uniform(0, -RADIUS, RADIUS);
                    row[1] = draws.uniform(1, -RADIUS, RADIUS);
                    double noise = RADIUS * values.number("noise");
                    row[2] = surface.at(
                            row[0] + draws.uniform(2, -noise, noise), row[1] + draws.uniform(3, -noise, noise));
                }));
    }
}
