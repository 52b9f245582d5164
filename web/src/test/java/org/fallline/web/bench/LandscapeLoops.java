package org.fallline.web.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.autodiff.ParameterLayout;
import org.fallline.autodiff.ValueAndGradient;
import org.fallline.emit.EmittedSurface;
import org.fallline.emit.Emitter;
import org.fallline.math.Key;
import org.fallline.nn.Dense;
import org.fallline.nn.Layer;
import org.fallline.nn.Model;
import org.fallline.nn.Pass;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;
import org.fallline.web.worker.EmittedModule;
import org.teavm.jso.JSExport;
import org.teavm.jso.typedarrays.Float64Array;
import org.teavm.jso.typedarrays.Int8Array;

/**
 * The landscape of a network as exports of the engine in WebAssembly: {@link #choose} one, then {@link #emit} it, then evaluate it
 * over {@code [−1, 1]²} of a plane.
 */
public final class LandscapeLoops {
    private static ParameterLayout layout = ParameterLayout.scalars(List.of());
    private static Function<List<Node>, Node> loss = parameters -> Ops.constant(0);
    private static double[] data = {};
    private static double[][] plane = {};
    private static EmittedSurface surface = new EmittedSurface(new byte[0], 0);

    private LandscapeLoops() {}

    public static void main(String[] args) {}

    /** Chooses a network with one output, the mean squared error of random examples, and a random plane. */
    @JSExport
    public static void choose(String widths, String activation, int examples) {
        List<Integer> sizes = EngineLoops.widths(widths);
        List<Layer> layers = new ArrayList<>();
        for (int i = 1; i < sizes.size(); i++) {
            layers.add(Dense.of(sizes.get(i), i == sizes.size() - 1 ? "linear" : activation));
        }
        Model model = new Model(sizes.get(0), layers);
        layout = model.parameters();
        int size = layout.size();
        double[] x = numbers(0, examples * sizes.get(0));
        double[] y = numbers(1, examples);
        Tensor inputs = Tensor.of(Shape.of(examples, sizes.get(0)), x, 0);
        Tensor targets = Tensor.of(Shape.of(examples, 1), y, 0);
        loss = parameters -> Ops.meanSquaredError(
                model.predict(parameters, Ops.literal(inputs), Pass.measuring()), Ops.literal(targets));
        plane = new double[][] {model.initial(Key.of(2)), numbers(3, size), numbers(4, size)};
        data = new double[x.length + y.length];
        System.arraycopy(x, 0, data, 0, x.length);
        System.arraycopy(y, 0, data, x.length, y.length);
    }

    private static double[] numbers(int key, int count) {
        Key random = Key.of(key);
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = 2 * random.uniform(i) - 1;
        }
        return numbers;
    }

    /** The numbers of all inputs, then of all targets. */
    @JSExport
    public static Float64Array examples() {
        return Float64Array.copyFromJavaArray(data);
    }

    /** The plane's origin, 0, or one of its directions, 1 and 2. */
    @JSExport
    public static Float64Array plane(int row) {
        return Float64Array.copyFromJavaArray(plane[row]);
    }

    /** Makes the module anew, and returns it. */
    @JSExport
    public static Int8Array emit(boolean fused) {
        Emitter.Emission emission = Emitter.emit(layout, loss, fused);
        EmittedSurface made = emission.surface();
        if (made == null) {
            throw new IllegalStateException(emission.reason());
        }
        surface = made;
        return Int8Array.copyFromJavaArray(surface.module());
    }

    /** Where points are written and losses are read, and how many points a call takes. */
    @JSExport
    public static Float64Array offsets() {
        return Float64Array.copyFromJavaArray(new double[] {
            surface.planeOffset(), surface.pointsOffset(), surface.resultsOffset(), EmittedSurface.CAPACITY
        });
    }

    /** The losses over the grid by the module last made, as the engine's worker evaluates it. */
    @JSExport
    public static Float64Array emitted(int side) {
        EmittedModule module = new EmittedModule(surface);
        module.setPlane(plane[0], plane[1], plane[2]);
        double[] u = new double[side * side];
        double[] v = new double[side * side];
        for (int i = 0; i < u.length; i++) {
            u[i] = coordinate(i % side, side);
            v[i] = coordinate(i / side, side);
        }
        return Float64Array.copyFromJavaArray(module.evaluate(u, v));
    }

    /** The losses over the grid by the compiled program, in double precision. */
    @JSExport
    public static Float64Array program(int side) {
        ValueAndGradient compiled = ValueAndGradient.of(layout, loss);
        double[] params = new double[layout.size()];
        double[] losses = new double[side * side];
        for (int i = 0; i < losses.length; i++) {
            double u = coordinate(i % side, side);
            double v = coordinate(i / side, side);
            for (int p = 0; p < params.length; p++) {
                params[p] = plane[0][p] + u * plane[1][p] + v * plane[2][p];
            }
            losses[i] = compiled.value(params);
        }
        return Float64Array.copyFromJavaArray(losses);
    }

    private static double coordinate(int index, int side) {
        return -1 + 2.0 * index / (side - 1);
    }
}
