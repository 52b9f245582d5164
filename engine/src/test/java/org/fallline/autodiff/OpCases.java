package org.fallline.autodiff;

import java.util.List;
import java.util.stream.Stream;

/** Every operation there is: a row an op, and one more for each way its shapes can meet. */
final class OpCases {
    static final List<OpRow> ROWS = Stream.of(
                    ElementwiseCases.ROWS,
                    ProductCases.ROWS,
                    ReductionCases.ROWS,
                    LayoutCases.ROWS,
                    ActivationCases.ROWS)
            .flatMap(List::stream)
            .toList();

    private OpCases() {}
}
