package org.fallline.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.fallline.catalogue.Entry;
import org.fallline.catalogue.Setting;
import org.fallline.catalogue.Values;
import org.fallline.optim.Optimizer;
import org.fallline.optim.Optimizers;
import org.fallline.optim.Schedule;
import org.fallline.optim.Schedules;
import org.fallline.problem.Columns;
import org.fallline.problem.Interval;
import org.fallline.problem.ProblemSpec;
import org.fallline.problem.TestFunctions;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;

/** Experiments such as anybody could make. */
final class RandomExperiment {
    private static final List<String> FORMULAS =
            List.of("x^2 + y^2", "sin(θ) cos(φ)", "(a − b)² / c", "w", "x1 x2 + x3^2");

    private static final List<String> DATA_FORMULAS = List.of("mean((a x + b - y)^2)", "sum(|θ größe - y|) + w²", "k");

    private RandomExperiment() {}

    static Experiment of(Random random) {
        Experiment plain = Experiment.of(problem(random));
        int parameters = plain.start().size();
        int steps = random.nextInt(2000);
        List<Double> start = random.nextBoolean() ? plain.start() : numbers(random, parameters);
        List<OptimizerSpec> optimizers = new ArrayList<>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            optimizers.add(optimizer(random));
        }
        return new Experiment(
                text(random, Experiment.MAX_TITLE),
                text(random, Experiment.MAX_NOTES),
                random.nextBoolean() ? 0 : random.nextInt(),
                plain.problem(),
                start,
                steps,
                optimizers,
                new RandomView(random, parameters, optimizers.size(), steps).view());
    }

    private static ProblemSpec problem(Random random) {
        if (random.nextInt(3) == 0) {
            return RandomNetwork.of(random);
        }
        if (random.nextInt(3) == 0) {
            int n = 1 + random.nextInt(3);
            int k = 1 + random.nextInt(3);
            int m = 1 + random.nextInt(3);
            return new ProblemSpec.Linear(
                    tensor(random, n, k), tensor(random, n, m), tensor(random, k, m), tensor(random, m));
        }
        ProblemSpec.Function whole = switch (random.nextInt(3)) {
            case 0 ->
                new ProblemSpec.Function(
                        pick(random, TestFunctions.CATALOGUE.entries()).name(), "", Map.of());
            case 1 -> new ProblemSpec.Function("", pick(random, FORMULAS), Map.of());
            default -> new ProblemSpec.Function("", pick(random, DATA_FORMULAS), columns(random), Map.of());
        };
        Map<String, Interval> domain = new LinkedHashMap<>();
        for (String variable : whole.problem(0).layout().names()) {
            if (random.nextBoolean()) {
                domain.put(variable, Interval.around(random.nextGaussian(), 0.5 + random.nextInt(9)));
            }
        }
        return new ProblemSpec.Function(whole.name(), whole.formula(), whole.data(), domain);
    }

    private static Columns columns(Random random) {
        int rows = 1 + random.nextInt(5);
        return new Columns(Map.of("x", tensor(random, rows), "größe", tensor(random, rows), "y", tensor(random, rows)));
    }

    private static OptimizerSpec optimizer(Random random) {
        Entry<Optimizer> entry = pick(random, Optimizers.CATALOGUE.entries());
        OptimizerSpec plain = new OptimizerSpec(entry.name(), values(random, entry.settings()));
        if (random.nextBoolean()) {
            return plain;
        }
        Entry<Schedule> schedule = pick(random, Schedules.CATALOGUE.entries());
        if (random.nextBoolean()) {
            return plain.changed(1 + random.nextInt(9), "emaMomentum", random.nextDouble())
                    .changed(11 + random.nextInt(9), "learningRate", random.nextDouble())
                    .withOn(random.nextBoolean());
        }
        String clipping = pick(random, List.of("clipValue", "clipNorm", "globalClipNorm"));
        return plain.with(clipping, random.nextInt(3))
                .with("weightDecay", random.nextDouble())
                .with("emaMomentum", random.nextBoolean() ? 0 : random.nextDouble())
                .withSchedule(new ScheduleSpec(schedule.name(), values(random, schedule.settings())));
    }

    private static Values values(Random random, List<Setting> settings) {
        Values values = Values.initial(settings);
        for (Setting setting : settings) {
            double number = setting.least() + random.nextDouble() * (setting.most() - setting.least());
            boolean whole = setting.kind() == Setting.Kind.FLAG || setting.kind() == Setting.Kind.WHOLE;
            values = random.nextBoolean() ? values.with(setting.name(), whole ? Math.rint(number) : number) : values;
        }
        return values;
    }

    private static Tensor tensor(Random random, int... extents) {
        Shape shape = Shape.of(extents);
        return Tensor.of(
                shape,
                numbers(random, shape.size()).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray(),
                0);
    }

    private static List<Double> numbers(Random random, int n) {
        List<Double> numbers = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            numbers.add(random.nextBoolean() ? random.nextGaussian() : random.nextInt(9) * -0.5);
        }
        return numbers;
    }

    private static String text(Random random, int most) {
        StringBuilder out = new StringBuilder();
        List<String> parts = List.of("Descent ", "über", "谷", "😀", "\"", "\\", "\n", "\u0007", "</script>", "∂L/∂ŷ");
        for (int i = random.nextInt(random.nextInt(20) == 0 ? most / 10 : 4); i > 0; i--) {
            out.append(pick(random, parts));
        }
        return out.toString();
    }

    private static <T> T pick(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
