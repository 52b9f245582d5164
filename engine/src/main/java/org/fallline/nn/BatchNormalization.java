package org.fallline.nn;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Reductions;

/**
 * Batch normalization: {@code γ·(x − μ) / √(σ² + ε) + β}, where μ and σ² are the mean and the variance of each unit over the
 * batch; γ is 1 and β is 0 before the first step.
 *
 * <p>Shapes: x (n, k), μ, σ², γ and β (k). The variance is the mean squared deviation.
 *
 * <p>For inference Keras uses moving averages over the batches seen, which estimate the mean and the variance of the whole
 * training set. Here they are computed of the whole training set, at the parameters at hand: see {@link Pass}.
 *
 * <p>Sources: S. Ioffe, C. Szegedy, <i>Batch Normalization</i>, ICML 2015, of which algorithm 2 takes the statistics of the
 * training set so; Y. Wu, J. Johnson, <i>Rethinking "Batch" in BatchNorm</i>, 2021, section 3; Keras 3 API, {@code
 * keras.layers.BatchNormalization}.
 *
 * @param epsilon ε, above 0; Keras's default is 0.001
 */
public record BatchNormalization(double epsilon) implements Layer {
    public BatchNormalization {
        Normalization.EPSILON.require(epsilon);
    }

    @Override
    public int units(int inputs) {
        return inputs;
    }

    @Override
    public List<Parameter> parameters(int inputs) {
        return Normalization.parameters(inputs);
    }

    @Override
    public Node apply(Node x, List<Node> parameters, Pass pass) {
        Node mean = pass.statistic(() -> Reductions.mean(x, 0));
        Node variance = pass.statistic(() -> Reductions.variance(x, 0));
        return Normalization.apply(x, mean, variance, epsilon, parameters);
    }

    @Override
    public String text() {
        return "batch normalization";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.batchNormalization(this);
    }
}
