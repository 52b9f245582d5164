package org.fallline.autodiff;

import static org.fallline.autodiff.OpCase.ANY;

import java.util.List;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;

/** The operations of {@link Layouts}. */
final class LayoutCases {
    static final List<OpRow> ROWS =
            List.of(new OpRow(reshape(Shape.of(2, 3), Shape.of(3, 2)), "v1 (3, 2) = reshape(a)", random -> {
                Shape shape = RandomShapes.any(random);
                return reshape(shape, random.nextBoolean() ? Shape.of(shape.size()) : Shape.of(1, shape.size(), 1));
            }));

    private LayoutCases() {}

    private static OpCase reshape(Shape from, Shape to) {
        return OpCase.of("Layouts.reshape", from, ANY, a -> Layouts.reshape(a, to), Tensor::toArray);
    }
}
