package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Notation;
import org.fallline.autodiff.Ops;
import org.fallline.math.Real;
import org.fallline.tensor.Shape;

/**
 * The greatest elements of a tensor along the axes that broadcasting from the target shape would repeat:
 * {@code (2, 3) → (2, 1)}; −∞ for none, NaN where one is NaN. Derivative: ȳ to the greatest element, in equal parts to
 * several that are equally great, as −0 and 0 are; NaN where the result is.
 *
 * <p>Source: TensorFlow API, {@code tf.math.reduce_max}, whose derivative splits ties in the same way.
 */
public record MaxTo(Shape target) implements Reduction {
    @Override
    public String name() {
        return "maxTo";
    }

    @Override
    public Notation notation() {
        return Notation.function("max");
    }

    @Override
    public double ofNone() {
        return Double.NEGATIVE_INFINITY;
    }

    @Override
    public void takeAll(double[] memory, int from, int n, int to) {
        double greatest = memory[to];
        for (int i = from, end = from + n; i < end; i++) {
            greatest = Real.max(greatest, memory[i]);
        }
        memory[to] = greatest;
    }

    @Override
    public void takeEach(double[] memory, int from, int n, int to) {
        for (int i = 0; i < n; i++) {
            memory[to + i] = Real.max(memory[to + i], memory[from + i]);
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        Node x = y.input(0);
        Node chosen = Ops.equal(x, y);
        Node share = Ops.divide(yBar, Ops.sumTo(chosen, target));
        return List.of(Ops.multiply(chosen, share));
    }
}
