package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.tensor.Shape;

/**
 * {@code a} where the condition is not 0, else {@code b}, element by element, for three equal shapes; NaN is not 0. Derivatives:
 * ȳ to the one that was taken and 0 to the other; none flows to the condition.
 *
 * <p>The zero given to the branch that was not taken meets that branch's own derivative: 0 · ∞ is NaN. A branch whose derivative
 * is not finite where it is not taken must be kept from there by a second {@code where} on its argument, as
 * {@link Power} does. Source: TensorFlow API, {@code tf.where}.
 */
public record Where() implements Elementwise {
    @Override
    public String name() {
        return "where";
    }

    @Override
    public int arity() {
        return 3;
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        int condition = in[0];
        int a = in[1];
        int b = in[2];
        for (int i = 0, n = shapes[3].size(); i < n; i++) {
            memory[out + i] = memory[condition + i] != 0 ? memory[a + i] : memory[b + i];
        }
    }

    @Override
    public boolean isDifferentiable(int input) {
        return input != 0;
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        Node condition = y.input(0);
        Node zeros = Ops.zerosLike(yBar);
        return List.of(zeros, Ops.where(condition, yBar, zeros), Ops.where(condition, zeros, yBar));
    }
}
