package org.fallline.autodiff;

import static org.fallline.autodiff.OpCase.ANY;
import static org.fallline.autodiff.OpRow.unary;

import java.util.ArrayList;
import java.util.List;
import org.fallline.autodiff.op.Identity;
import org.fallline.autodiff.op.Part;
import org.fallline.autodiff.op.Stack;
import org.fallline.tensor.Shape;

/** The operations of differentiation itself: what directs the flow of derivatives, and what puts Jacobians together. */
final class FlowCases {
    static final List<OpRow> ROWS = List.of(
            unary("identity", ANY, a -> Ops.apply(new Identity(), a), a -> a, "v1 (2, 3) = identity(a)"),
            unary(
                    "Autodiff.customGradient",
                    ANY,
                    a -> Autodiff.customGradient(
                            Ops.square(a), a, yBar -> Ops.multiply(yBar, Ops.multiply(Ops.constant(2), a))),
                    a -> a * a,
                    "v1 (2, 3) = square(a); v2 (2, 3) = customGradient(v1, a)"),
            new OpRow(stack(Shape.of(2, 3), 1), "v1 (2, 2, 3) = stack(a, b)", random -> {
                Shape shape = RandomShapes.any(random);
                return stack(shape, random.nextInt(shape.rank() + 1));
            }),
            new OpRow(part(Shape.of(2, 3), 0, 1), "v1 (3) = part(a)", random -> {
                Shape shape = Shape.of(1 + random.nextInt(3), 1 + random.nextInt(3), 1 + random.nextInt(3));
                int axis = random.nextInt(3);
                return part(shape, axis, random.nextInt(shape.extent(axis)));
            }));

    private FlowCases() {}

    private static OpCase stack(Shape shape, int axis) {
        return new OpCase(
                "stack", List.of(shape, shape), ANY, in -> Ops.apply(new Stack(axis), in.get(0), in.get(1)), in -> {
                    int block = 1;
                    for (int i = axis; i < shape.rank(); i++) {
                        block *= shape.extent(i);
                    }
                    double[] both = new double[2 * shape.size()];
                    for (int i = 0; i < shape.size(); i++) {
                        int at = i / block * 2 * block + i % block;
                        both[at] = in.get(0).at(i);
                        both[at + block] = in.get(1).at(i);
                    }
                    return both;
                });
    }

    private static OpCase part(Shape shape, int axis, int index) {
        return OpCase.of("part", shape, ANY, x -> Ops.apply(new Part(axis, index), x), x -> {
            List<Double> kept = new ArrayList<>();
            for (int i = 0; i < shape.size(); i++) {
                if (i / shape.stride(axis) % shape.extent(axis) == index) {
                    kept.add(x.at(i));
                }
            }
            return kept.stream().mapToDouble(Double::doubleValue).toArray();
        });
    }
}
