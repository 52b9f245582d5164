package org.fallline.web.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.fallline.catalogue.Choice;
import org.fallline.data.Dataset;
import org.fallline.data.Datasets;
import org.fallline.data.Features;
import org.fallline.data.Generator;
import org.fallline.problem.ExamplesSpec;
import org.fallline.problem.ProblemSpec;
import org.fallline.web.words.Phrase;
import org.fallline.web.words.Words;

/**
 * Choosing what a network learns from. Where the problem is no network, nothing changes.
 *
 * <p>An intent throws an {@code IllegalArgumentException} where the examples are none, saying where.
 */
public final class DataIntents {
    private DataIntents() {}

    /** Learns another dataset, of as many examples, dealt out in the same way. */
    public static Intent dataset(String name) {
        Choice<Generator> chosen = Choice.of(Datasets.CATALOGUE, name);
        return examples(
                Phrase.of("intent.dataset"), spec -> spec.withSource(new ExamplesSpec.Generated(chosen, size(spec))));
    }

    /** Another setting of the dataset, such as its noise. */
    public static Intent setting(String setting, double value) {
        return generated(
                Phrase.of("intent.dataSetting", Phrase.ofEngine("engine.setting." + setting, setting)),
                source -> new ExamplesSpec.Generated(source.generator().with(setting, value), source.size()));
    }

    /** Another number of examples. */
    public static Intent size(int size) {
        return generated(Phrase.of("intent.size"), source -> new ExamplesSpec.Generated(source.generator(), size));
    }

    /** Keeps another share of the examples to test with. */
    public static Intent testShare(double share) {
        return examples(Phrase.of("intent.testShare"), spec -> new ExamplesSpec(spec.source(), share, spec.seed()));
    }

    /** Draws other examples, and deals them out otherwise. */
    public static Intent seed(int seed) {
        return examples(Phrase.of("intent.dataSeed"), spec -> new ExamplesSpec(spec.source(), spec.testShare(), seed));
    }

    /** Gives the network a feature, or takes it away; one stays. */
    public static Intent feature(String name, boolean given) {
        return NetworkIntents.change(Phrase.of("intent.features"), spec -> {
            Dataset data = spec.examples().dataset();
            List<String> before = features(spec, data);
            List<String> features = new ArrayList<>();
            for (String feature : Features.available(data)) {
                if (feature.equals(name) ? given : before.contains(feature)) {
                    features.add(feature);
                }
            }
            boolean all = features.equals(data.inputs());
            return features.isEmpty()
                    ? spec
                    : new ProblemSpec.Network(
                            spec.examples(), all ? List.of() : features, spec.layers(), spec.loss(), spec.batchSize());
        });
    }

    /** The features that a network is given, by name. */
    public static List<String> features(ProblemSpec.Network spec, Dataset data) {
        return spec.features().isEmpty() ? data.inputs() : spec.features();
    }

    /** Learns from a table; a problem that is no network becomes one. */
    public static Intent table(String csv) {
        return table(Phrase.of("intent.table"), csv);
    }

    static Intent table(Phrase label, String csv) {
        return new Intent(label, state -> {
            ExamplesSpec.Csv source = new ExamplesSpec.Csv(csv, List.of());
            if (csv.length() > ExamplesSpec.MAX_CSV) {
                throw new IllegalArgumentException(Words.say("error.longTable", csv.length(), ExamplesSpec.MAX_CSV));
            }
            ProblemSpec.Network network = state.experiment().problem() instanceof ProblemSpec.Network present
                    ? present
                    : ProblemIntents.CIRCLE;
            ProblemSpec.Network fitted = Fitting.on(network, network.examples().withSource(source));
            return state.experiment().problem() instanceof ProblemSpec.Network
                    ? Renewal.of(state, fitted)
                    : ProblemIntents.choose(fitted).apply(state);
        });
    }

    /** Predicts other columns of the table. */
    public static Intent targets(List<String> targets) {
        return examples(
                Phrase.of("intent.targets"),
                spec -> spec.source() instanceof ExamplesSpec.Csv csv
                        ? spec.withSource(new ExamplesSpec.Csv(csv.csv(), targets))
                        : spec);
    }

    private static int size(ExamplesSpec spec) {
        return spec.source() instanceof ExamplesSpec.Generated generated ? generated.size() : ExamplesSpec.DEFAULT_SIZE;
    }

    private static Intent generated(Phrase label, UnaryOperator<ExamplesSpec.Generated> change) {
        return examples(
                label,
                spec -> spec.source() instanceof ExamplesSpec.Generated generated
                        ? spec.withSource(change.apply(generated))
                        : spec);
    }

    private static Intent examples(Phrase label, UnaryOperator<ExamplesSpec> change) {
        return NetworkIntents.change(label, spec -> Fitting.on(spec, change.apply(spec.examples())));
    }
}
