package org.fallline.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fallline.catalogue.Catalogue;
import org.fallline.catalogue.Choice;
import org.fallline.catalogue.Setting;
import org.fallline.data.Dataset;
import org.fallline.data.Datasets;
import org.fallline.data.Features;
import org.fallline.nn.Activations;
import org.fallline.nn.BatchNormalization;
import org.fallline.nn.Dense;
import org.fallline.nn.Dropout;
import org.fallline.nn.Initializers;
import org.fallline.nn.Layer;
import org.fallline.nn.LayerNormalization;
import org.fallline.nn.Loss;
import org.fallline.nn.Losses;
import org.fallline.nn.Regularization;
import org.fallline.problem.ExamplesSpec;
import org.fallline.problem.ProblemSpec;

/** Networks such as anybody could make. */
final class RandomNetwork {
    private static final String CSV = "width;height;kind\n1,5;2;a\n-2;0,25;b\n3;1;a\n0;0;b\n5;5;\"c;d\"\n1;2;b\n";

    private RandomNetwork() {}

    static ProblemSpec of(Random random) {
        ExamplesSpec.Source source = random.nextInt(4) == 0
                ? new ExamplesSpec.Csv(CSV, random.nextBoolean() ? List.of() : List.of("height"))
                : new ExamplesSpec.Generated(choice(random, Datasets.CATALOGUE), 10 + random.nextInt(30));
        ExamplesSpec examples =
                new ExamplesSpec(source, random.nextBoolean() ? 0 : 0.4 * random.nextDouble(), random.nextInt(3));
        Dataset data = examples.dataset();
        List<String> features = new ArrayList<>();
        for (String feature : Features.available(data)) {
            if (random.nextInt(3) == 0) {
                features.add(feature);
            }
        }
        Choice<Loss> loss = choice(random, Losses.CATALOGUE);
        while (!data.isClassified() && loss.make().target() != Loss.Target.QUANTITY) {
            loss = choice(random, Losses.CATALOGUE);
        }
        boolean single =
                data.classes().size() == 2 && loss.make().target() != Loss.Target.DISTRIBUTION && random.nextBoolean();
        List<Layer> layers = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            layers.add(layer(random));
        }
        // The last layer learns, or nothing might.
        layers.add(dense(
                        random,
                        single || !data.isClassified() ? 1 : data.classes().size())
                .withTrainable(true));
        int batch = random.nextBoolean() ? 0 : 1 + random.nextInt(3);
        // In the fewest words, as what was read is.
        return new ProblemSpec.Network(examples, features, layers, loss, batch).withoutDefaults();
    }

    private static Layer layer(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new Dropout(random.nextBoolean() ? 0.5 : random.nextDouble());
            case 1 -> new LayerNormalization(random.nextBoolean() ? 1e-3 : 0.5 * random.nextDouble() + 1e-6);
            case 2 -> new BatchNormalization(random.nextBoolean() ? 1e-3 : 0.5 * random.nextDouble() + 1e-6);
            default -> dense(random, 1 + random.nextInt(5));
        };
    }

    private static Dense dense(Random random, int units) {
        return new Dense(
                units,
                choice(random, Activations.CATALOGUE),
                choice(random, Initializers.CATALOGUE),
                random.nextBoolean()
                        ? Regularization.NONE
                        : new Regularization(random.nextInt(2) * 0.01, random.nextDouble()),
                random.nextInt(4) > 0);
    }

    private static <T> Choice<T> choice(Random random, Catalogue<T> catalogue) {
        Choice<T> choice = Choice.of(
                catalogue,
                catalogue
                        .entries()
                        .get(random.nextInt(catalogue.entries().size()))
                        .name());
        for (Setting setting : choice.entry().settings()) {
            double value = setting.kind() == Setting.Kind.FLAG
                    ? random.nextInt(2)
                    : setting.usualLeast() + random.nextDouble() * (setting.usualMost() - setting.usualLeast());
            choice = random.nextBoolean() ? choice.with(setting.name(), value) : choice;
        }
        return choice;
    }
}
