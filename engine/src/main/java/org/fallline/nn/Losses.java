package org.fallline.nn;

import static org.fallline.autodiff.Activations.logSoftmax;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.autodiff.Reductions;
import org.fallline.catalogue.Catalogue;
import org.fallline.catalogue.Entry;
import org.fallline.catalogue.Setting;
import org.fallline.catalogue.Values;

/**
 * The losses; each entry is all there is to one. Names, formulas and defaults are Keras's: y is the target, ŷ the prediction,
 * and probabilities are clipped to [ε, 1 − ε], {@code ε = 1e-7}, before their logarithm is taken. Where clipping changes a
 * prediction, no derivative flows to it.
 */
public final class Losses {
    private static final double EPSILON = 1e-7;
    private static final double LN_2 = 0.6931471805599453;
    private static final String GAUSS = "Gauss, Theoria motus corporum coelestium, 1809";
    private static final String CROSS_ENTROPY = "Goodfellow, Bengio & Courville, Deep Learning, 2016, section 6.2";

    private static final Setting FROM_LOGITS = Setting.flag("fromLogits", "From logits", "");

    /** In the order of the menu. */
    public static final Catalogue<Loss> CATALOGUE = new Catalogue<>(
            "loss",
            List.of(
                    quantity(
                            "meanSquaredError",
                            "Mean squared error",
                            "mean((ŷ − y)²)",
                            GAUSS,
                            List.of(),
                            values -> (y, p) -> Ops.meanSquaredError(p, y)),
                    quantity(
                            "meanAbsoluteError",
                            "Mean absolute error",
                            "mean(|ŷ − y|)",
                            "Edgeworth, On observations relating to several quantities, 1887",
                            List.of(),
                            values -> (y, p) -> Ops.mean(Ops.abs(Ops.subtract(p, y)))),
                    quantity(
                            "huber",
                            "Huber",
                            "mean(e²/2 where |e| ≤ δ, else δ·|e| − δ²/2), e = ŷ − y",
                            "Huber, Annals of Mathematical Statistics 35, 1964",
                            List.of(new Setting(
                                    "delta", "Delta", "δ", Setting.Kind.LOGARITHMIC, 1e-6, 1e6, 0.01, 10, 1)),
                            values -> (y, p) -> huber(y, p, values.number("delta"))),
                    quantity(
                            "logCosh",
                            "Log-cosh",
                            "mean(e + softplus(−2e) − log 2) = mean(log cosh e), e = ŷ − y",
                            "Chollet et al., Keras 3 API, losses, 2023",
                            List.of(),
                            values -> Losses::logCosh),
                    new Entry<>(
                            "binaryCrossentropy",
                            "Binary cross-entropy",
                            "−mean(y·log ŷ + (1 − y)·log(1 − ŷ)); from logits, ŷ = sigmoid(z): mean(softplus(z) − y·z)",
                            CROSS_ENTROPY,
                            List.of(FROM_LOGITS),
                            values -> values.flag("fromLogits")
                                    ? new Loss(Loss.Target.PROBABILITY, 0, Losses::binaryFromLogits)
                                    : new Loss(Loss.Target.PROBABILITY, 0.5, Losses::binary)),
                    new Entry<>(
                            "categoricalCrossentropy",
                            "Categorical cross-entropy",
                            "−mean(Σ y·log(ŷ / Σŷ)), sums over the units; from logits, −mean(Σ y·logSoftmax(z))",
                            CROSS_ENTROPY,
                            List.of(FROM_LOGITS),
                            values -> new Loss(
                                    Loss.Target.DISTRIBUTION,
                                    0.5,
                                    values.flag("fromLogits") ? Losses::categoricalFromLogits : Losses::categorical)),
                    new Entry<>(
                            "klDivergence",
                            "Kullback–Leibler divergence",
                            "mean(Σ y·log(y / ŷ)), both clipped to [ε, 1], the sum over the units",
                            "Kullback & Leibler, Annals of Mathematical Statistics 22, 1951",
                            List.of(),
                            values -> new Loss(Loss.Target.DISTRIBUTION, 0.5, Losses::divergence)),
                    new Entry<>(
                            "hinge",
                            "Hinge",
                            "mean(max(1 − y·ŷ, 0)), y being −1 or 1",
                            "Cortes & Vapnik, Support-vector networks, 1995",
                            List.of(),
                            values -> new Loss(
                                    Loss.Target.SIGN,
                                    0,
                                    (y, p) -> Ops.mean(Ops.relu(Ops.subtract(Ops.constant(1), Ops.multiply(y, p))))))));

    private Losses() {}

    private static Entry<Loss> quantity(
            String name,
            String label,
            String formula,
            String source,
            List<Setting> settings,
            Function<Values, BinaryOperator<Node>> maker) {
        return new Entry<>(
                name,
                label,
                formula,
                source,
                settings,
                values -> new Loss(Loss.Target.QUANTITY, 0, maker.apply(values)));
    }

    private static Node huber(Node y, Node prediction, double delta) {
        Node size = Ops.abs(Ops.subtract(prediction, y));
        Node near = Ops.multiply(Ops.constant(0.5), Ops.square(size));
        Node far = Ops.multiply(Ops.constant(delta), Ops.subtract(size, Ops.constant(delta / 2)));
        return Ops.mean(Ops.where(Ops.lessEqual(size, Ops.constant(delta)), near, far));
    }

    private static Node logCosh(Node y, Node prediction) {
        Node error = Ops.subtract(prediction, y);
        Node growth = Ops.softplus(Ops.multiply(Ops.constant(-2), error));
        return Ops.mean(Ops.subtract(Ops.add(error, growth), Ops.constant(LN_2)));
    }

    private static Node binary(Node y, Node prediction) {
        Node p = Ops.clip(prediction, EPSILON, 1 - EPSILON);
        Node one = Ops.constant(1);
        Node yes = Ops.multiply(y, Ops.log(p));
        Node no = Ops.multiply(Ops.subtract(one, y), Ops.log(Ops.subtract(one, p)));
        return Ops.negate(Ops.mean(Ops.add(yes, no)));
    }

    private static Node binaryFromLogits(Node y, Node logits) {
        return Ops.mean(Ops.subtract(Ops.softplus(logits), Ops.multiply(y, logits)));
    }

    private static Node categorical(Node y, Node prediction) {
        Node p = Ops.divide(prediction, Reductions.sum(prediction, true, -1));
        return surprise(y, Ops.log(Ops.clip(p, EPSILON, 1 - EPSILON)));
    }

    private static Node categoricalFromLogits(Node y, Node logits) {
        return surprise(y, logSoftmax(logits, -1));
    }

    /** The mean over examples of −Σ y·log p. */
    private static Node surprise(Node y, Node logs) {
        return Ops.negate(Ops.mean(Reductions.sum(Ops.multiply(y, logs), -1)));
    }

    private static Node divergence(Node y, Node prediction) {
        Node target = Ops.clip(y, EPSILON, 1);
        Node ratio = Ops.divide(target, Ops.clip(prediction, EPSILON, 1));
        return Ops.mean(Reductions.sum(Ops.multiply(target, Ops.log(ratio)), -1));
    }
}
