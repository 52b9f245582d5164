package org.fallline.web.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.fallline.autodiff.Activations;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.autodiff.ParameterLayout;
import org.fallline.autodiff.Reductions;
import org.fallline.emit.EmittedShader;
import org.fallline.emit.EmittedSurface;
import org.fallline.emit.Emitter;
import org.fallline.emit.ShaderEmitter;
import org.fallline.landscape.Window;
import org.fallline.math.Real;
import org.fallline.nn.BatchNormalization;
import org.fallline.nn.Dense;
import org.fallline.nn.Layer;
import org.fallline.nn.LayerNormalization;
import org.fallline.nn.Loss;
import org.fallline.nn.Losses;
import org.fallline.nn.Model;
import org.fallline.nn.Pass;
import org.fallline.nn.Regularization;
import org.fallline.problem.Interval;
import org.fallline.problem.Problem;
import org.fallline.survey.Derivatives;
import org.fallline.survey.Slice;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;
import org.fallline.web.platform.Browser;

/**
 * Computes the same grids on every rung of the ladder, in a worker, and prints how far each is from the program: for the problems that
 * its arguments name, or for all.
 *
 * <pre>
 * line = name TAB rung TAB deviation       greatest relative deviation of a loss
 *      | name TAB rung TAB "-" TAB reason  the rung is not there
 *      | "ladder" TAB name TAB reason      what the ladder has settled on
 * </pre>
 */
public final class RungsPage {
    private static final int SIDE = 9;
    private static final double LONGEST_COMPILE = 20_000;

    private record Case(String name, ParameterLayout layout, Function<List<Node>, Node> loss) {}

    private RungsPage() {}

    public static void main(String[] args) {
        List<String> asked = List.of(args);
        List<Case> cases = new ArrayList<>(cases());
        cases.removeIf(each -> !asked.isEmpty() && !asked.contains(each.name()));
        cases.forEach(RungsPage::compare);
        for (Case each : cases) {
            if (each.name().equals("2-32-32-1") || each.name().equals("batch normalization")) {
                climb(each);
            }
        }
    }

    // What is computed

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (String activation :
                List.of("tanh", "relu", "sigmoid", "softplus", "elu", "selu", "gelu", "swish", "leakyRelu")) {
            cases.add(network(activation, 53, "meanSquaredError", 2, layer(5, activation), layer(1, "linear")));
        }
        for (String loss : List.of("meanAbsoluteError", "huber", "logCosh")) {
            cases.add(network(loss, 53, loss, 2, layer(4, "tanh"), layer(1, "linear")));
        }
        cases.add(network("hinge", 53, "hinge", 2, layer(4, "tanh"), layer(1, "linear")));
        cases.add(network("binaryCrossentropy", 53, "binaryCrossentropy", 2, layer(4, "tanh"), layer(1, "sigmoid")));
        cases.add(network("softmax", 53, "categoricalCrossentropy", 2, layer(6, "tanh"), layer(3, "softmax")));
        cases.add(network("klDivergence", 53, "klDivergence", 2, layer(6, "tanh"), layer(3, "softmax")));
        cases.add(
                network("2-8-8-1", 500, "meanSquaredError", 2, layer(8, "tanh"), layer(8, "tanh"), layer(1, "linear")));
        cases.add(network(
                "2-32-32-1", 500, "meanSquaredError", 2, layer(32, "tanh"), layer(32, "tanh"), layer(1, "linear")));
        cases.add(network("regression", 20_000, "meanSquaredError", 3, layer(2, "linear")));
        cases.add(network(
                "layer normalization",
                50,
                "meanSquaredError",
                20,
                layer(10, "tanh"),
                new LayerNormalization(1e-3),
                layer(1, "linear")));
        cases.add(network(
                "regularization",
                50,
                "meanSquaredError",
                3,
                Dense.of(20, "tanh").with(new Regularization(0.01, 0.02)),
                layer(1, "linear")));
        cases.add(network(
                "batch normalization",
                500,
                "meanSquaredError",
                2,
                layer(32, "tanh"),
                new BatchNormalization(1e-3),
                layer(32, "tanh"),
                layer(1, "linear")));
        cases.add(logits());
        cases.add(columns());
        return cases;
    }

    private static Layer layer(int units, String activation) {
        return Dense.of(units, activation);
    }

    private static Case network(String name, int examples, String loss, int inputs, Layer... layers) {
        Model model = new Model(inputs, List.of(layers));
        Loss made = entry(loss);
        Tensor x = numbers(1, examples, inputs);
        Tensor y = targets(made, examples, model.outputs());
        return new Case(name, model.parameters(), parameters -> {
            Node prediction = model.predict(parameters, Ops.literal(x), Pass.measuring());
            Node mean = made.apply(Ops.literal(y), prediction);
            Node penalty = model.penalty(parameters);
            return penalty == null ? mean : Ops.add(mean, penalty);
        });
    }

    private static Case logits() {
        Model model = new Model(2, List.of(layer(6, "tanh"), layer(3, "linear")));
        Tensor x = numbers(1, 54, 2);
        Tensor y = targets(entry("categoricalCrossentropy"), 54, 3);
        return new Case("logits", model.parameters(), p -> {
            Node z = model.predict(p, Ops.literal(x), Pass.measuring());
            return Ops.negate(
                    Ops.mean(Reductions.sum(Ops.multiply(Ops.literal(y), Activations.logSoftmax(z, -1)), -1)));
        });
    }

    /** A formula of columns: a maximum over the rows, powers and sines. */
    private static Case columns() {
        Tensor x = numbers(3, 17);
        Tensor y = numbers(4, 17);
        return new Case("columns", ParameterLayout.scalars(List.of("a", "b", "c")), p -> {
            Node wave = Ops.multiply(p.get(0), Ops.sin(Ops.multiply(p.get(1), Ops.literal(x))));
            Node error = Ops.subtract(Ops.add(wave, p.get(2)), Ops.literal(y));
            return Ops.add(Ops.sum(Ops.power(error, Ops.constant(4))), Reductions.max(Ops.abs(error)));
        });
    }

    private static Loss entry(String name) {
        return Losses.CATALOGUE.entries().stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow()
                .make();
    }

    private static Tensor targets(Loss loss, int examples, int units) {
        Tensor numbers = numbers(2, examples, units);
        double[] values = new double[examples * units];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (loss.target()) {
                case QUANTITY -> numbers.at(i);
                case SIGN -> numbers.at(i) > 0 ? 1 : -1;
                case PROBABILITY -> numbers.at(i) > 0 ? 1 : 0;
                case DISTRIBUTION -> i % units == i / units % units ? 1 : 0;
            };
        }
        return Tensor.of(numbers.shape(), values, 0);
    }

    /** Numbers from −1 to 1 without a pattern. */
    private static Tensor numbers(int seed, int... extents) {
        Shape shape = Shape.of(extents);
        double[] values = new double[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Real.sin(seed + 1.7 * i * i + 3.1 * i);
        }
        return Tensor.of(shape, values, 0);
    }

    private static double[] direction(int seed, int size) {
        Tensor numbers = numbers(seed, size);
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = numbers.at(i);
        }
        return values;
    }

    private static Slice slice(int size, Window window) {
        return Slice.of(
                direction(5, size),
                direction(6, size),
                direction(7, size),
                new Slice.Legend("u", "v", window, false, ""));
    }

    private static Problem problem(Case of) {
        int size = of.layout().size();
        List<Double> start = new ArrayList<>();
        List<Interval> domain = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            start.add(0.0);
            domain.add(new Interval(-1, 1));
        }
        return new Problem(of.layout(), of.loss(), start, domain, List.of(), 0.1);
    }

    // How far it is off

    private static void compare(Case of) {
        Window window = new Window(-0.7, 0.9, -0.8, 0.6);
        Slice slice = slice(of.layout().size(), window);
        ProgramRung program = new ProgramRung(new Derivatives(problem(of)));
        double[] exact = program.losses(slice, window, SIDE, SIDE, 0, SIDE);
        for (boolean fused : new boolean[] {false, true}) {
            String rung = fused ? "fused" : "strict";
            Emitter.Emission emission = Emitter.emit(of.layout(), of.loss(), fused);
            EmittedSurface surface = emission.surface();
            if (surface == null || !EmittedModule.isSupported(fused)) {
                missing(of, rung, surface == null ? emission.reason() : "the browser has no such vectors");
            } else {
                deviation(of, rung, new EmittedRung(new EmittedModule(surface)), slice, window, exact);
            }
        }
        ShaderEmitter.Emission emission = ShaderEmitter.emit(of.layout(), of.loss());
        EmittedShader shader = emission.shader();
        if (shader == null) {
            missing(of, "shader", emission.reason());
            return;
        }
        ShaderCanvas canvas = ShaderCanvas.compile(shader);
        if (finish(canvas) == ShaderCanvas.State.READY) {
            deviation(of, "shader", new ShaderRung(shader, canvas, program), slice, window, exact);
        }
        if (!canvas.reason().isEmpty()) {
            missing(of, "shader", canvas.reason());
        }
    }

    private static ShaderCanvas.State finish(ShaderCanvas canvas) {
        double begin = Browser.now();
        while (canvas.state() == ShaderCanvas.State.COMPILING) {
            if (Browser.now() - begin > LONGEST_COMPILE) {
                throw new IllegalStateException("a shader was not compiled in " + LONGEST_COMPILE + " ms");
            }
        }
        return canvas.state();
    }

    private static void missing(Case of, String rung, String reason) {
        System.out.println(of.name() + "\t" + rung + "\t-\t" + reason.replace('\n', ' '));
    }

    private static void deviation(Case of, String rung, Rung fast, Slice slice, Window window, double[] exact) {
        // In two pieces, as workers do.
        double[] lower = fast.losses(slice, window, SIDE, SIDE, 0, 4);
        double[] upper = fast.losses(slice, window, SIDE, SIDE, 4, SIDE);
        double greatest = 0;
        for (int i = 0; i < exact.length; i++) {
            double loss = i < lower.length ? lower[i] : upper[i - lower.length];
            double deviation = Math.abs(loss - exact[i]) / Math.abs(exact[i]);
            // A NaN counts as the greatest.
            greatest = deviation <= greatest ? greatest : deviation;
        }
        System.out.println(of.name() + "\t" + rung + "\t" + greatest);
    }

    /** Asks for level after level until the ladder has settled. */
    private static void climb(Case of) {
        Window window = new Window(-1, 1, -1, 1);
        Slice slice = slice(of.layout().size(), window);
        Problem problem = problem(of);
        Ladder ladder = new Ladder(new ProgramRung(new Derivatives(problem)), problem, new Trials());
        double begin = Browser.now();
        while (ladder.why().equals("no shader yet") && Browser.now() - begin < LONGEST_COMPILE) {
            ladder.losses(slice, window, 65, 65, 0, 4);
        }
        System.out.println("ladder\t" + of.name() + "\t" + ladder.why().replace('\n', ' '));
    }
}
