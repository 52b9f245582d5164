package org.fallline.data;

import java.util.List;
import org.fallline.catalogue.Entry;
import org.fallline.catalogue.Setting;
import org.fallline.math.Real;

/**
 * Datasets of two classes in the plane; each entry is all there is to one.
 *
 * <p>Of an odd number of examples, the second half has one more. Noise that moves a point before it is told its class, as
 * TensorFlow Playground's does, mislabels points near the border and leaves the points where they were.
 */
final class Classification {
    private static final double PI = 0x1.921fb54442d18p1;
    private static final String PLAYGROUND = "Smilkov & Carter, TensorFlow Playground, 2016, dataset.ts";

    /** In the order of the menu. */
    static final List<Entry<Generator>> ENTRIES =
            List.of(circle(), xor(), gaussians(), spiral(), moons(), checkerboard());

    private Classification() {}

    /** The noise of TensorFlow Playground, whose slider goes to 0.5. */
    static Setting noise() {
        return noise(0);
    }

    static Setting noise(double initial) {
        return new Setting("noise", "Noise", "σ", Setting.Kind.LINEAR, 0, 10, 0, 0.5, initial);
    }

    /** A disc of radius 2.5 within a ring from 3.5 to 5. */
    private static Entry<Generator> circle() {
        double radius = 5;
        List<String> classes = List.of("outside", "inside");
        return new Entry<>(
                "circle",
                "Circle",
                "inside if |(x, y) + ε| < 2.5; radius uniform in [0, 2.5] or [3.5, 5], ε uniform in [−5σ, 5σ]²",
                PLAYGROUND,
                List.of(noise()),
                values -> (n, key) -> new Points(n, key).classified(classes, (i, draws, row) -> {
                    boolean inner = i < n / 2;
                    double r = inner ? draws.uniform(0, 0, 0.5 * radius) : draws.uniform(0, 0.7 * radius, radius);
                    double angle = draws.uniform(1, 0, 2 * PI);
                    row[0] = r * Real.sin(angle);
                    row[1] = r * Real.cos(angle);
                    double noise = radius * values.number("noise");
                    double moved = Real.hypot(
                            row[0] + draws.uniform(2, -noise, noise), row[1] + draws.uniform(3, -noise, noise));
                    row[2] = moved < 0.5 * radius ? 1 : 0;
                }));
    }

    /** Four squares, of which those across the origin belong together. */
    private static Entry<Generator> xor() {
        double padding = 0.3;
        return new Entry<>(
                "xor",
                "Exclusive or",
                "equal if (x + ε)·(y + δ) ≥ 0; x, y uniform in [−5, 5], moved by 0.3 off the axes; ε, δ uniform in [−5σ, 5σ]",
                PLAYGROUND,
                List.of(noise()),
                values -> (n, key) -> new Points(n, key).classified(List.of("unequal", "equal"), (i, draws, row) -> {
                    for (int axis = 0; axis < 2; axis++) {
                        double at = draws.uniform(axis, -5, 5);
                        row[axis] = at > 0 ? at + padding : at - padding;
                    }
                    double noise = 5 * values.number("noise");
                    double product =
                            (row[0] + draws.uniform(2, -noise, noise)) * (row[1] + draws.uniform(3, -noise, noise));
                    row[2] = product >= 0 ? 1 : 0;
                }));
    }

    /** Two round clouds. */
    private static Entry<Generator> gaussians() {
        return new Entry<>(
                "gaussians",
                "Gaussians",
                "(x, y) normal around (2, 2) or (−2, −2), of variance 0.5 + 7σ along each axis",
                PLAYGROUND,
                List.of(noise()),
                values -> (n, key) -> new Points(n, key).classified(List.of("lower", "upper"), (i, draws, row) -> {
                    boolean upper = i < n / 2;
                    double deviation = Math.sqrt(0.5 + 7 * values.number("noise"));
                    row[0] = draws.normal(0, upper ? 2 : -2, deviation);
                    row[1] = draws.normal(1, upper ? 2 : -2, deviation);
                    row[2] = upper ? 1 : 0;
                }));
    }

    /** Two arms that wind around each other, evenly spaced from the origin outwards. */
    private static Entry<Generator> spiral() {
        return new Entry<>(
                "spiral",
                "Spiral",
                "(x, y) = r·(sin t, cos t) + ε, r = 5i/n, t = 3.5π·i/n, plus π on the second arm; ε uniform in [−σ, σ]²",
                PLAYGROUND,
                List.of(noise()),
                values -> (n, key) -> new Points(n, key).classified(List.of("second", "first"), (i, draws, row) -> {
                    int half = n / 2;
                    boolean first = i < half;
                    double along = first ? (double) i / half : (double) (i - half) / (n - half);
                    double t = 3.5 * PI * along + (first ? 0 : PI);
                    double noise = values.number("noise");
                    row[0] = 5 * along * Real.sin(t) + draws.uniform(0, -noise, noise);
                    row[1] = 5 * along * Real.cos(t) + draws.uniform(1, -noise, noise);
                    row[2] = first ? 1 : 0;
                }));
    }

    /** Two half circles that reach into each other, evenly spaced from end to end. */
    private static Entry<Generator> moons() {
        return new Entry<>(
                "moons",
                "Moons",
                "(cos t, sin t) or (1 − cos t, ½ − sin t), t evenly from 0 to π, plus normal noise of deviation σ",
                "Pedregosa et al., Scikit-learn, JMLR 12, 2011, make_moons",
                List.of(noise(0.1)),
                values -> (n, key) -> new Points(n, key).classified(List.of("outer", "inner"), (i, draws, row) -> {
                    int half = n / 2;
                    boolean outer = i < half;
                    double t = PI * (outer ? evenly(i, half) : evenly(i - half, n - half));
                    double noise = values.number("noise");
                    double x = outer ? Real.cos(t) : 1 - Real.cos(t);
                    double y = outer ? Real.sin(t) : 0.5 - Real.sin(t);
                    row[0] = draws.normal(0, x, noise);
                    row[1] = draws.normal(1, y, noise);
                    row[2] = outer ? 0 : 1;
                }));
    }

    /** From 0 for the first of some to 1 for the last. */
    private static double evenly(int index, int of) {
        return of == 1 ? 0 : (double) index / (of - 1);
    }

    /** Sixteen squares of two colours. */
    private static Entry<Generator> checkerboard() {
        double width = 2.5;
        return new Entry<>(
                "checkerboard",
                "Checkerboard",
                "light if ⌊(x + ε)/2.5⌋ + ⌊(y + δ)/2.5⌋ is even; x, y uniform in [−5, 5], ε, δ uniform in [−5σ, 5σ]",
                "Ho & Kleinberg, Building projectable classifiers of arbitrary complexity, ICPR 1996",
                List.of(noise()),
                values -> (n, key) -> new Points(n, key).classified(List.of("dark", "light"), (i, draws, row) -> {
                    row[0] = draws.uniform(0, -5, 5);
                    row[1] = draws.uniform(1, -5, 5);
                    double noise = 5 * values.number("noise");
                    double square = Math.floor((row[0] + draws.uniform(2, -noise, noise)) / width)
                            + Math.floor((row[1] + draws.uniform(3, -noise, noise)) / width);
                    row[2] = square % 2 == 0 ? 1 : 0;
                }));
    }
}
