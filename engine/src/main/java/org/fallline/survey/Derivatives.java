package org.fallline.survey;

import java.util.List;
import org.fallline.autodiff.Graph;
import org.fallline.autodiff.HessianVectorProduct;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.ValueAndGradient;
import org.fallline.autodiff.op.Constant;
import org.fallline.autodiff.op.Input;
import org.fallline.autodiff.op.MatMul;
import org.fallline.landscape.SymmetricOperator;
import org.fallline.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A problem's loss with its first and second derivatives, each compiled when it is first asked for.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class Derivatives {
    private final Problem problem;
    private final Runnable beforeEach;
    private @Nullable ValueAndGradient function;
    private @Nullable HessianVectorProduct second;

    public Derivatives(Problem problem) {
        this(problem, () -> {});
    }

    /**
     * The same for who may not wait for everything that is made of them.
     *
     * @param beforeEach called before each product with the Hessian at a point, where a caller may give up by throwing
     */
    public Derivatives(Problem problem, Runnable beforeEach) {
        this.problem = problem;
        this.beforeEach = beforeEach;
    }

    public Problem problem() {
        return problem;
    }

    /** The loss of all the data, and its gradient. */
    public ValueAndGradient function() {
        ValueAndGradient compiled = function;
        if (compiled == null) {
            compiled = problem.valueAndGradient();
            function = compiled;
        }
        return compiled;
    }

    /** The products of its Hessian with vectors. */
    public HessianVectorProduct second() {
        HessianVectorProduct compiled = second;
        if (compiled == null) {
            compiled = HessianVectorProduct.of(problem.layout(), problem.loss());
            second = compiled;
        }
        return compiled;
    }

    /** Its Hessian at some parameters, which are not modified. */
    SymmetricOperator hessianAt(double[] params) {
        return new HessianAt(second(), params, beforeEach);
    }

    /**
     * About how many multiplications one value of the loss takes: the same on every machine, so that what depends on it is the
     * same too. A gradient takes about three times as many, a product with the Hessian nine.
     */
    long work() {
        List<Node> inputs = problem.layout().inputs();
        Graph graph = Graph.of(inputs, List.of(problem.loss().apply(inputs)));
        long work = 0;
        for (Node node : graph.nodes()) {
            long size = node.shape().size();
            if (node.op() instanceof MatMul) {
                work += size
                        * (node.input(0).shape().size()
                                / Math.max(1, node.shape().extent(0)));
            } else if (!(node.op() instanceof Input || node.op() instanceof Constant)) {
                work += size;
            }
        }
        return work;
    }
}
