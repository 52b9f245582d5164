package org.fallline.nn;

import static org.fallline.autodiff.Activations.elu;
import static org.fallline.autodiff.Activations.gelu;
import static org.fallline.autodiff.Activations.leakyRelu;
import static org.fallline.autodiff.Activations.selu;
import static org.fallline.autodiff.Activations.softmax;
import static org.fallline.autodiff.Activations.swish;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.catalogue.Catalogue;
import org.fallline.catalogue.Entry;
import org.fallline.catalogue.Setting;
import org.fallline.catalogue.Values;

/** The activations; each entry is all there is to one. Defaults are Keras's. */
public final class Activations {
    private static final boolean NON_NEGATIVE = true;
    private static final boolean SIGNED = false;

    /** In the order of the menu. */
    public static final Catalogue<Activation> CATALOGUE = new Catalogue<>(
            "activation",
            List.of(
                    plain("linear", "Linear", "x", "Widrow & Hoff, Adaptive switching circuits, 1960", SIGNED, x -> x),
                    plain(
                            "tanh",
                            "Tanh",
                            "(eˣ − e⁻ˣ) / (eˣ + e⁻ˣ)",
                            "LeCun et al., Efficient BackProp, 1998",
                            SIGNED,
                            Ops::tanh),
                    plain(
                            "sigmoid",
                            "Sigmoid",
                            "1 / (1 + e⁻ˣ)",
                            "Rumelhart, Hinton & Williams, Nature 323, 1986",
                            NON_NEGATIVE,
                            Ops::sigmoid),
                    plain("relu", "ReLU", "max(x, 0)", "Nair & Hinton, ICML 2010", NON_NEGATIVE, Ops::relu),
                    entry(
                            "leakyRelu",
                            "Leaky ReLU",
                            "x where x > 0, else α·x",
                            "Maas, Hannun & Ng, ICML 2013",
                            List.of(slope("negativeSlope", "Negative slope", 0.2)),
                            values -> x -> leakyRelu(x, values.number("negativeSlope"))),
                    entry(
                            "elu",
                            "ELU",
                            "x where x > 0, else α·(eˣ − 1)",
                            "Clevert, Unterthiner & Hochreiter, ICLR 2016",
                            List.of(slope("alpha", "Alpha", 1)),
                            values -> x -> elu(x, values.number("alpha"))),
                    plain(
                            "selu",
                            "SELU",
                            "λ·elu(x, α), λ ≈ 1.0507, α ≈ 1.6733",
                            "Klambauer et al., Self-normalizing neural networks, NIPS 2017",
                            SIGNED,
                            x -> selu(x)),
                    plain(
                            "gelu",
                            "GELU",
                            "x·Φ(x), Φ the normal distribution",
                            "Hendrycks & Gimpel, Gaussian error linear units, 2016",
                            SIGNED,
                            x -> gelu(x)),
                    plain(
                            "swish",
                            "Swish",
                            "x·sigmoid(x)",
                            "Ramachandran, Zoph & Le, Searching for activation functions, 2017",
                            SIGNED,
                            x -> swish(x, 1)),
                    plain(
                            "softplus",
                            "Softplus",
                            "log(1 + eˣ)",
                            "Dugas et al., NIPS 2000",
                            NON_NEGATIVE,
                            Ops::softplus),
                    plain(
                            "softmax",
                            "Softmax",
                            "eˣ / Σ eˣ over the units",
                            "Bridle, Probabilistic interpretation of feedforward classification network outputs, 1990",
                            NON_NEGATIVE,
                            x -> softmax(x, -1))));

    private Activations() {}

    private static Entry<Activation> plain(
            String name,
            String label,
            String formula,
            String source,
            boolean isNonNegative,
            UnaryOperator<Node> function) {
        return new Entry<>(name, label, formula, source, List.of(), values -> new Activation(isNonNegative, function));
    }

    private static Entry<Activation> entry(
            String name,
            String label,
            String formula,
            String source,
            List<Setting> settings,
            Function<Values, UnaryOperator<Node>> maker) {
        return new Entry<>(
                name, label, formula, source, settings, values -> new Activation(SIGNED, maker.apply(values)));
    }

    private static Setting slope(String name, String label, double initial) {
        return new Setting(name, label, "α", Setting.Kind.LINEAR, 0, 100, 0, 2, initial);
    }
}
