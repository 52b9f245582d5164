package org.fallline.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fallline.autodiff.Moment;
import org.fallline.landscape.Window;

/** Views such as anybody could choose. */
final class RandomView {
    private final Random random;
    private final int parameters;
    private final int optimizers;
    private final int steps;

    RandomView(Random random, int parameters, int optimizers, int steps) {
        this.random = random;
        this.parameters = parameters;
        this.optimizers = optimizers;
        this.steps = steps;
    }

    View view() {
        PlaneSpec plane = parameters == 1 ? Cut.DEFAULT.plane() : plane();
        boolean isLine = parameters == 1 || plane instanceof PlaneSpec.Line;
        Window window = new Window(-1, 2, isLine ? -1 : random.nextGaussian() - 9, isLine ? 1 : random.nextGaussian());
        Cut cut = new Cut(
                plane,
                random.nextInt(optimizers),
                random.nextInt(steps + 1),
                random.nextBoolean(),
                random.nextBoolean() ? window : null);
        List<Layer> layers = new ArrayList<>();
        for (Layer layer : Layer.values()) {
            if (random.nextBoolean()) {
                layers.add(layer);
            }
        }
        Look look = new Look(
                pick(Look.Scale.values()),
                pick(Look.Colors.values()),
                random.nextBoolean(),
                pick(Look.Projection.values()),
                random.nextBoolean()
                        ? Camera.DEFAULT
                        : new Camera(random.nextDouble() * 360 - 180, 6 + random.nextInt(82), 2),
                layers);
        return new View(cut, look, random.nextInt(steps + 1), random.nextInt(optimizers), opened());
    }

    /** Every problem has an op, or its loss is a parameter; there is always a loss. */
    private Opened opened() {
        return new Opened(
                random.nextBoolean() ? Moment.LOSS : null,
                random.nextBoolean() ? List.of(random.nextInt(3), 3 + random.nextInt(3)) : null,
                "",
                random.nextBoolean(),
                pick(Edges.values()),
                random.nextInt(Opened.MOST_EXAMPLES + 1));
    }

    private PlaneSpec plane() {
        int right = random.nextInt(parameters);
        return switch (random.nextInt(6)) {
            case 0 -> new PlaneSpec.Axes(right, (right + 1) % parameters);
            case 1 -> new PlaneSpec.Random(random.nextInt());
            case 2 -> new PlaneSpec.Principal();
            case 3 -> new PlaneSpec.Curvature();
            case 4 -> new PlaneSpec.Points(point(), point(), point());
            default -> new PlaneSpec.Line(point(), point());
        };
    }

    private Waypoint point() {
        if (random.nextBoolean()) {
            return new Waypoint.Walked(random.nextInt(optimizers), random.nextInt(steps + 1));
        }
        return new Waypoint.Given(random.doubles(parameters, -9, 9).boxed().toList());
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
