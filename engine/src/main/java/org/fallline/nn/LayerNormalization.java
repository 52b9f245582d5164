package org.fallline.nn;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Reductions;

/**
 * Layer normalization: {@code γ·(x − μ) / √(σ² + ε) + β}, where μ and σ² are the mean and the variance of one example's numbers;
 * γ is 1 and β is 0 before the first step.
 *
 * <p>Shapes: x (n, k), μ and σ² (n, 1), γ and β (k). The variance is the mean squared deviation. Source: J. L. Ba, J. R. Kiros,
 * G. E. Hinton, <i>Layer Normalization</i>, 2016; Keras 3 API, {@code keras.layers.LayerNormalization}.
 *
 * @param epsilon ε, above 0; Keras's default is 0.001
 */
public record LayerNormalization(double epsilon) implements Layer {
    public LayerNormalization {
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
        return Normalization.apply(
                x, Reductions.mean(x, true, -1), Reductions.variance(x, true, -1), epsilon, parameters);
    }

    @Override
    public String text() {
        return "layer normalization";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.layerNormalization(this);
    }
}
