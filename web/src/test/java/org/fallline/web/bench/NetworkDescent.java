package org.fallline.web.bench;

import java.util.ArrayList;
import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.autodiff.ParameterLayout;
import org.fallline.autodiff.ValueAndGradient;
import org.fallline.math.Key;
import org.fallline.math.Real;
import org.fallline.tensor.Shape;

/**
 * Gradient descent of a fully connected network with tanh after every layer, on the mean squared error of batches. A count is
 * a count of passes over all points, batch after batch in their order.
 *
 * <pre>
 * a⁰ = x,   aˡ = tanh(aˡ⁻¹ Wˡ + bˡ),   loss = mean((aᴸ − y)²)      shapes: x (batch, 2), Wˡ (in, out), bˡ (out)
 * </pre>
 */
final class NetworkDescent implements Loop {
    static final double LEARNING_RATE = 0.03;

    private static final Key KEY = Key.of(3);
    private static final double TWO_PI = 0x1.921fb54442d18p2;

    private final int batches;
    private final int batch;
    private final double[] x;
    private final double[] y;
    private final double[] start;
    private final double[] params;
    private final double[] gradient;
    private final ValueAndGradient function;

    /**
     * A network at its start.
     *
     * @param widths of the layers, inputs first: 2, then what is between, then 1
     * @param points how many there are; a multiple of {@code batch}
     */
    NetworkDescent(List<Integer> widths, int points, int batch) {
        this.batches = points / batch;
        this.batch = batch;
        this.x = new double[2 * points];
        this.y = new double[points];
        circle(x, y);
        ParameterLayout layout = layout(widths);
        this.start = glorot(widths, layout);
        this.params = new double[start.length];
        this.gradient = new double[start.length];
        ParameterLayout data = new ParameterLayout(List.of("x", "y"), List.of(Shape.of(batch, 2), Shape.of(batch, 1)));
        this.function = ValueAndGradient.of(layout, data, NetworkDescent::loss);
    }

    /** The points: x₁, x₂ of each. */
    double[] x() {
        return x;
    }

    /** What each point should give: 1 in the disc, −1 in the ring. */
    double[] y() {
        return y;
    }

    /** The parameters at the start: each layer's weights (in, out), row-major, then its biases. */
    double[] start() {
        return start;
    }

    @Override
    public void run(int count) {
        System.arraycopy(start, 0, params, 0, params.length);
        for (int step = 0; step < count * batches; step++) {
            load(step % batches);
            function.valueAndGradient(params, gradient);
            for (int i = 0; i < params.length; i++) {
                params[i] -= LEARNING_RATE * gradient[i];
            }
        }
    }

    @Override
    public void forward(int count) {
        for (int step = 0; step < count * batches; step++) {
            load(step % batches);
            function.value(start);
        }
    }

    @Override
    public void gradient(int count) {
        for (int step = 0; step < count * batches; step++) {
            load(step % batches);
            function.valueAndGradient(start, gradient);
        }
    }

    @Override
    public double loss() {
        double sum = 0;
        for (int i = 0; i < batches; i++) {
            load(i);
            sum += function.value(params);
        }
        return sum / batches;
    }

    private void load(int index) {
        double[] data = function.data();
        System.arraycopy(x, 2 * index * batch, data, 0, 2 * batch);
        System.arraycopy(y, index * batch, data, 2 * batch, batch);
    }

    /** The nodes are W¹, b¹, …, Wᴸ, bᴸ, x, y. */
    private static Node loss(List<Node> nodes) {
        int layers = nodes.size() / 2 - 1;
        Node activation = nodes.get(2 * layers);
        for (int i = 0; i < layers; i++) {
            activation = Ops.tanh(Ops.add(Ops.matmul(activation, nodes.get(2 * i)), nodes.get(2 * i + 1)));
        }
        return Ops.meanSquaredError(activation, nodes.get(2 * layers + 1));
    }

    private static ParameterLayout layout(List<Integer> widths) {
        List<String> names = new ArrayList<>();
        List<Shape> shapes = new ArrayList<>();
        for (int i = 1; i < widths.size(); i++) {
            names.add("W" + i);
            shapes.add(Shape.of(widths.get(i - 1), widths.get(i)));
            names.add("b" + i);
            shapes.add(Shape.of(widths.get(i)));
        }
        return new ParameterLayout(names, shapes);
    }

    /** Weights uniform within ±√(6 / (in + out)), by Glorot and Bengio 2010, formula 16; biases 0. */
    private static double[] glorot(List<Integer> widths, ParameterLayout layout) {
        double[] params = new double[layout.size()];
        for (int i = 1; i < widths.size(); i++) {
            int from = layout.offset(2 * i - 2);
            double limit = Math.sqrt(6.0 / (widths.get(i - 1) + widths.get(i)));
            for (int k = from; k < layout.offset(2 * i - 1); k++) {
                params[k] = limit * (2 * KEY.uniform(k) - 1);
            }
        }
        return params;
    }

    /** By turns a point of the disc and one of the ring around it; the radii are those of TensorFlow Playground's circle. */
    private static void circle(double[] x, double[] y) {
        for (int i = 0; i < y.length; i++) {
            boolean inside = i % 2 == 0;
            double radius = inside
                    ? 2.5 * KEY.split(0).uniform(i)
                    : 3.5 + 1.5 * KEY.split(0).uniform(i);
            double angle = TWO_PI * KEY.split(1).uniform(i);
            x[2 * i] = radius * Real.cos(angle);
            x[2 * i + 1] = radius * Real.sin(angle);
            y[i] = inside ? 1 : -1;
        }
    }
}
