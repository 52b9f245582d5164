package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Layouts;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Op;
import org.fallline.tensor.Shape;

/**
 * Running sums along an axis: {@code yᵢ = x₀ + … + xᵢ}; exclusive of xᵢ, beginning with 0; or in reverse, {@code yᵢ = xᵢ + … + xₙ₋₁}.
 * After a NaN, or after ∞ and −∞, all is NaN. Derivative: the running sums of ȳ in the other direction. Source: TensorFlow API,
 * {@code tf.math.cumsum}.
 *
 * @param axis from 0 on
 */
public record CumSum(int axis, boolean exclusive, boolean reverse) implements Op {
    @Override
    public String name() {
        return "cumsum";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Arity.check(this, inputs, 1);
        if (axis >= inputs.get(0).rank()) {
            throw new IllegalArgumentException("cumsum: there is no axis " + axis + " in the shape " + inputs.get(0));
        }
        return inputs.get(0);
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        int inner = shapes[1].stride(axis);
        int block = shapes[1].extent(axis) * inner;
        int step = reverse ? -inner : inner;
        for (int done = 0, size = shapes[1].size(); done < size; done += block) {
            int first = done + (reverse ? block - inner : 0);
            for (int i = 0; i < inner; i++) {
                int x = in[0] + first + i;
                int y = out + first + i;
                double sum = 0;
                for (int k = 0; k < block; k += inner) {
                    double next = sum + memory[x];
                    memory[y] = exclusive ? sum : next;
                    sum = next;
                    x += step;
                    y += step;
                }
            }
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(Layouts.cumsum(yBar, axis, exclusive, !reverse));
    }
}
