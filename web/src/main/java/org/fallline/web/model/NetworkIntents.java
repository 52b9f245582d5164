package org.fallline.web.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.fallline.catalogue.Choice;
import org.fallline.nn.Activation;
import org.fallline.nn.Dense;
import org.fallline.nn.Dropout;
import org.fallline.nn.Initializer;
import org.fallline.nn.Layer;
import org.fallline.nn.Loss;
import org.fallline.nn.Losses;
import org.fallline.nn.Regularization;
import org.fallline.problem.ProblemSpec;
import org.fallline.web.words.Phrase;

/**
 * Building a network. Each change keeps what it can of the experiment and goes back to step 0; where the problem is no network,
 * nothing changes.
 *
 * <p>An intent throws an {@code IllegalArgumentException} where the network would not fit together, saying why.
 */
public final class NetworkIntents {
    /** The most units that the page offers; a spec may have more. */
    public static final int MOST_UNITS = 64;

    /** The most layers with units that the page offers; a spec may have more. */
    public static final int MOST_LAYERS = 8;

    private static final int NEW_UNITS = 4;
    private static final String NEW_ACTIVATION = "tanh";

    private NetworkIntents() {}

    /** Another number of units. */
    public static Intent units(int layer, int units) {
        return dense(Phrase.of("intent.units", layer + 1), layer, dense -> dense.withUnits(units));
    }

    /** Another activation. */
    public static Intent activation(int layer, Choice<Activation> activation) {
        return dense(Phrase.of("intent.activation"), layer, dense -> dense.with(activation));
    }

    /** Weights that begin otherwise. */
    public static Intent initializer(int layer, Choice<Initializer> initializer) {
        return dense(Phrase.of("intent.initializer"), layer, dense -> dense.withInitializer(initializer));
    }

    /** Another price on weights. */
    public static Intent regularization(int layer, Regularization regularization) {
        return dense(Phrase.of("intent.regularization"), layer, dense -> dense.with(regularization));
    }

    /** A layer keeps the weights that it begins with, or learns them. */
    public static Intent freeze(int layer, boolean frozen) {
        return dense(
                Phrase.of(frozen ? "intent.freeze" : "intent.unfreeze"), layer, dense -> dense.withTrainable(!frozen));
    }

    /** Drops a share of what comes out of a layer; none for 0. */
    public static Intent dropout(int layer, double rate) {
        return layers(Phrase.of("intent.dropout"), layers -> {
            boolean has = dropoutAfter(layers, layer) > 0
                    || (layer + 1 < layers.size() && layers.get(layer + 1) instanceof Dropout);
            if (has) {
                layers.remove(layer + 1);
            }
            if (rate > 0) {
                layers.add(layer + 1, new Dropout(rate));
            }
        });
    }

    /** The share of a layer's outputs that is dropped. */
    public static double dropoutAfter(List<Layer> layers, int layer) {
        return layer + 1 < layers.size() && layers.get(layer + 1) instanceof Dropout dropout ? dropout.rate() : 0;
    }

    /** One more hidden layer before the last, like the hidden layer before it. */
    public static Intent add() {
        return layers(Phrase.of("intent.addLayer"), layers -> {
            Dense added = Dense.of(NEW_UNITS, NEW_ACTIVATION);
            for (Layer layer : layers.subList(0, layers.size() - 1)) {
                added = layer instanceof Dense dense ? dense.withTrainable(true) : added;
            }
            layers.add(layers.size() - 1, added);
        });
    }

    /** One layer fewer, with the dropout behind it; the last one stays. */
    public static Intent remove(int layer) {
        return layers(Phrase.of("intent.removeLayer"), layers -> {
            if (layer < layers.size() - 1) {
                layers.remove(layer);
                if (layers.get(layer) instanceof Dropout) {
                    layers.remove(layer);
                }
            }
        });
    }

    /** Another loss, and a last layer that suits it. */
    public static Intent loss(String name) {
        Choice<Loss> loss = Choice.of(Losses.CATALOGUE, name);
        return change(
                Phrase.of("intent.loss"),
                spec -> Fitting.headed(new ProblemSpec.Network(
                        spec.examples(), spec.features(), spec.layers(), loss, spec.batchSize())));
    }

    /** Another setting of the loss. */
    public static Intent lossSetting(String setting, double value) {
        return change(
                Phrase.of("intent.loss"),
                spec -> Fitting.headed(new ProblemSpec.Network(
                        spec.examples(),
                        spec.features(),
                        spec.layers(),
                        spec.loss().with(setting, value),
                        spec.batchSize())));
    }

    /** How many examples a step sees; 0 for all. */
    public static Intent batchSize(int size) {
        return change(
                Phrase.of("intent.batchSize"),
                spec -> new ProblemSpec.Network(spec.examples(), spec.features(), spec.layers(), spec.loss(), size)
                        .withoutDefaults());
    }

    private static Intent dense(Phrase label, int layer, UnaryOperator<Dense> change) {
        return layers(label, layers -> {
            if (layers.get(layer) instanceof Dense dense) {
                layers.set(layer, change.apply(dense));
            }
        });
    }

    private interface Rebuilding {
        void change(List<Layer> layers);
    }

    private static Intent layers(Phrase label, Rebuilding rebuilding) {
        return change(label, spec -> {
            List<Layer> layers = new ArrayList<>(spec.layers());
            rebuilding.change(layers);
            return new ProblemSpec.Network(spec.examples(), spec.features(), layers, spec.loss(), spec.batchSize());
        });
    }

    /** An intent that changes the network, if there is one. */
    static Intent change(Phrase label, UnaryOperator<ProblemSpec.Network> change) {
        return new Intent(
                label,
                state -> state.experiment().problem() instanceof ProblemSpec.Network network
                        ? Renewal.of(state, change.apply(network))
                        : state);
    }
}
