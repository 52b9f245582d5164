package org.fallline.nn;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.catalogue.Setting;
import org.fallline.math.Decimal;

/**
 * Dropout: in training each number is 0 with probability {@code rate} and otherwise divided by {@code 1 − rate}, so that its
 * mean stays; for inference nothing changes.
 *
 * <p>Source: N. Srivastava et al., <i>Dropout</i>, JMLR 15 (2014), in the inverted form of Keras's {@code keras.layers.Dropout}.
 *
 * @param rate from 0 to below 1
 */
public record Dropout(double rate) implements Layer {
    /** The rate. Keras has no default; this is what the paper found good for hidden units. */
    public static final Setting RATE =
            new Setting("rate", "Rate", "p", Setting.Kind.LINEAR, 0, Setting.BELOW_ONE, 0, 0.9, 0.5);

    public Dropout {
        RATE.require(rate);
    }

    @Override
    public int units(int inputs) {
        return inputs;
    }

    @Override
    public List<Parameter> parameters(int inputs) {
        return List.of();
    }

    @Override
    public Node apply(Node x, List<Node> parameters, Pass pass) {
        return pass.dropped(x);
    }

    @Override
    public String text() {
        return "dropout " + Decimal.text(rate);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropout(this);
    }
}
