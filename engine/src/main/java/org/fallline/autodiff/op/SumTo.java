package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.tensor.Shape;

/**
 * Sums a tensor over the axes that broadcasting from the target shape would repeat: {@code (2, 3) → (3)}; 0 for none,
 * else as {@link Sum}. The transpose of {@link BroadcastTo}, which is its derivative. Source: TensorFlow API,
 * {@code tf.math.reduce_sum}.
 */
public record SumTo(Shape target) implements Reduction {
    @Override
    public String name() {
        return "sumTo";
    }

    @Override
    public double ofNone() {
        return 0;
    }

    @Override
    public void takeAll(double[] memory, int from, int n, int to) {
        double sum = memory[to];
        for (int i = from, end = from + n; i < end; i++) {
            sum += memory[i];
        }
        memory[to] = sum;
    }

    @Override
    public void takeEach(double[] memory, int from, int n, int to) {
        for (int i = 0; i < n; i++) {
            memory[to + i] += memory[from + i];
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.broadcastTo(yBar, y.input(0).shape()));
    }
}
