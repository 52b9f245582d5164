package org.fallline.web.model;

import java.util.ArrayList;
import java.util.List;
import org.fallline.catalogue.Choice;
import org.fallline.data.Dataset;
import org.fallline.data.Features;
import org.fallline.nn.Activations;
import org.fallline.nn.Dense;
import org.fallline.nn.Layer;
import org.fallline.nn.Loss;
import org.fallline.nn.Losses;
import org.fallline.problem.ExamplesSpec;
import org.fallline.problem.ProblemSpec;

/** Makes the parts of a network suit each other after one of them was chosen. */
final class Fitting {
    private Fitting() {}

    /**
     * The network on other examples: its features are those of the examples that it had, all inputs if there are none; its loss
     * and its last layer change where they could not tell what these examples have to be told.
     */
    static ProblemSpec.Network on(ProblemSpec.Network spec, ExamplesSpec examples) {
        Dataset data = examples.dataset();
        List<String> available = Features.available(data);
        List<String> features = new ArrayList<>();
        for (String feature : spec.features()) {
            if (available.contains(feature)) {
                features.add(feature);
            }
        }
        boolean was = isClassified(spec.examples());
        boolean sameKind = was == data.isClassified();
        Choice<Loss> loss = suits(spec.loss(), data) ? spec.loss() : usual(data);
        ProblemSpec.Network changed = new ProblemSpec.Network(examples, features, spec.layers(), loss, 0);
        Dense last = last(spec.layers());
        boolean fits = sameKind && loss.equals(spec.loss()) && last.units() == units(data, loss.make());
        ProblemSpec.Network fitted = fits ? changed : headed(changed);
        int train = fitted.learning(0).split().train().size();
        return new ProblemSpec.Network(
                examples, features, fitted.layers(), loss, spec.batchSize() >= train ? 0 : spec.batchSize());
    }

    /** Whether examples are of classes; texts that are no examples are not. */
    private static boolean isClassified(ExamplesSpec examples) {
        try {
            return examples.dataset().isClassified();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The network with a last layer of as many units as its examples need, and an activation that suits its loss. */
    static ProblemSpec.Network headed(ProblemSpec.Network spec) {
        Dataset data = spec.examples().dataset();
        Loss loss = spec.loss().make();
        Dense last = last(spec.layers());
        String activation = activation(data, spec.loss(), last);
        Dense head = last.withUnits(units(data, loss));
        if (!activation.equals(last.activation().name())) {
            head = head.with(Choice.of(Activations.CATALOGUE, activation));
        }
        List<Layer> layers = new ArrayList<>(spec.layers());
        layers.set(layers.size() - 1, head);
        return new ProblemSpec.Network(spec.examples(), spec.features(), layers, spec.loss(), spec.batchSize());
    }

    private static Dense last(List<Layer> layers) {
        return layers.get(layers.size() - 1) instanceof Dense dense ? dense : Dense.of(1, "linear");
    }

    private static int units(Dataset data, Loss loss) {
        if (!data.isClassified()) {
            return data.targets().size();
        }
        int classes = data.classes().size();
        return classes <= 2 && loss.target() != Loss.Target.DISTRIBUTION ? 1 : classes;
    }

    private static String activation(Dataset data, Choice<Loss> loss, Dense last) {
        boolean logits = loss.values().has("fromLogits") && loss.values().flag("fromLogits");
        String own = last.activation().name();
        return switch (loss.make().target()) {
            case PROBABILITY -> logits ? "linear" : "sigmoid";
            case DISTRIBUTION -> logits ? "linear" : "softmax";
            case SIGN -> own.equals("linear") ? own : "tanh";
            case QUANTITY -> {
                boolean says = !own.equals("softmax") && !own.equals("linear");
                yield !data.isClassified() ? "linear" : says ? own : "tanh";
            }
        };
    }

    private static boolean suits(Choice<Loss> loss, Dataset data) {
        Loss.Target target = loss.make().target();
        if (!data.isClassified()) {
            return target == Loss.Target.QUANTITY;
        }
        return data.classes().size() <= 2 || target == Loss.Target.DISTRIBUTION;
    }

    private static Choice<Loss> usual(Dataset data) {
        return Choice.of(
                Losses.CATALOGUE,
                data.isClassified() && data.classes().size() > 2 ? "categoricalCrossentropy" : "meanSquaredError");
    }
}
