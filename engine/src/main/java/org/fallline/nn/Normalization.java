package org.fallline.nn;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.catalogue.Setting;

/** What normalization over an example and over a batch have in common. */
public final class Normalization {
    /** What keeps the divisor above 0. */
    public static final Setting EPSILON =
            new Setting("epsilon", "Epsilon", "ε", Setting.Kind.LOGARITHMIC, 1e-12, 1, 1e-7, 0.1, 1e-3);

    private Normalization() {}

    static List<Parameter> parameters(int inputs) {
        return List.of(Parameter.filled("γ", inputs, 1), Parameter.filled("β", inputs, 0));
    }

    static Node apply(Node x, Node mean, Node variance, double epsilon, List<Node> parameters) {
        Node deviation = Ops.sqrt(Ops.add(variance, Ops.constant(epsilon)));
        Node normal = Ops.divide(Ops.subtract(x, mean), deviation);
        return Ops.add(Ops.multiply(normal, parameters.get(0)), parameters.get(1));
    }
}
