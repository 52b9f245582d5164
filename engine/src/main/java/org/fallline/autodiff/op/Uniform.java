package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Op;
import org.fallline.autodiff.Ops;
import org.fallline.math.Key;
import org.fallline.tensor.Shape;

/**
 * Uniformly distributed numbers in [0, 1), the same for the same key and count: element i of n is number
 * {@code n · count + i} of the key's, so that each count has numbers of its own until 2³² are used up. The input is the
 * count, a whole number, such as a training step's; no derivative flows to it. A count that is none from 0 to below 2³¹
 * − 1 is refused when it is met.
 *
 * <p>Source of the idea: TensorFlow API, {@code tf.random.stateless_uniform}.
 */
public record Uniform(Key key, Shape target) implements Op {
    @Override
    public String name() {
        return "uniform";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Arity.check(this, inputs, 1);
        if (!inputs.get(0).equals(Shape.SCALAR)) {
            throw new IllegalArgumentException("uniform: the count has the shape " + inputs.get(0) + ", expected ()");
        }
        return target;
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        int n = target.size();
        // Wraps around, as the key's counter does.
        int first = Indexing.index(name(), memory[in[0]], Integer.MAX_VALUE) * n;
        for (int i = 0; i < n; i++) {
            memory[out + i] = key.uniform(first + i);
        }
    }

    @Override
    public boolean isDifferentiable(int input) {
        return false;
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Ops.zerosLike(y.input(0)));
    }
}
