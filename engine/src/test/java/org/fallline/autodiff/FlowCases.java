package org.fallline.autodiff;

import static org.fallline.autodiff.OpCase.ANY;
import static org.fallline.autodiff.OpRow.unary;

import java.util.List;
import org.fallline.autodiff.op.Identity;

/** The operations of differentiation itself: what directs the flow of derivatives. */
final class FlowCases {
    static final List<OpRow> ROWS = List.of(
            unary("identity", ANY, a -> Ops.apply(new Identity(), a), a -> a, "v1 (2, 3) = identity(a)"),
            unary(
                    "Autodiff.customGradient",
                    ANY,
                    a -> Autodiff.customGradient(
                            Ops.square(a), a, yBar -> Ops.multiply(yBar, Ops.multiply(Ops.constant(2), a))),
                    a -> a * a,
                    "v1 (2, 3) = square(a); v2 (2, 3) = customGradient(v1, a)"));

    private FlowCases() {}
}
