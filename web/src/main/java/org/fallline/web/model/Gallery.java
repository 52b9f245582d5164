package org.fallline.web.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fallline.catalogue.Choice;
import org.fallline.catalogue.Entry;
import org.fallline.data.Datasets;
import org.fallline.math.Key;
import org.fallline.nn.Dense;
import org.fallline.nn.Layer;
import org.fallline.nn.Losses;
import org.fallline.problem.ExamplesSpec;
import org.fallline.problem.ProblemSpec;
import org.fallline.problem.TestFunction;
import org.fallline.problem.TestFunctions;
import org.fallline.web.words.Phrase;
import org.jspecify.annotations.Nullable;

/** What the page offers to descend, in groups, each with what it teaches. */
public final class Gallery {
    /** The item of a formula that the visitor types. */
    public static final Item FORMULA =
            new Item("formula", Phrase.of("item.formula"), Phrase.of("item.formulaLesson"), "formula.svg", null);

    /** The first group: the model of the chapter. */
    private static final Item TINY =
            new Item("linear", Phrase.of("item.tiny"), Phrase.of("item.tinyLesson"), "linear.png", ProblemIntents.TINY);

    /** Something to descend; {@code spec} is null for a formula that is still to be typed. */
    public record Item(
            String name,
            Phrase label,
            Phrase lesson,
            String thumbnail,
            @Nullable ProblemSpec spec) {}

    /** Items of a kind. */
    public record Group(Phrase label, List<Item> items) {
        public Group {
            items = List.copyOf(items);
        }
    }

    /** All groups, made when somebody wants to see them: the page that opens shows one item alone. */
    private static final class Groups {
        static final List<Group> ALL = made();
    }

    private Gallery() {}

    /** All groups, in the order of the page. */
    public static List<Group> groups() {
        return Groups.ALL;
    }

    private static Item function(Entry<TestFunction> entry) {
        return new Item(
                entry.name(),
                Phrase.ofEngine("engine.function." + entry.name(), entry.label()),
                Phrase.ofEngine("engine.lesson." + entry.name(), entry.lesson()),
                entry.name() + ".png",
                new ProblemSpec.Function(entry.name(), "", Map.of()));
    }

    private static List<Group> made() {
        List<Item> functions = TestFunctions.CATALOGUE.entries().stream()
                .map(Gallery::function)
                .toList();
        return List.of(
                new Group(Phrase.of("group.chapter"), List.of(TINY)),
                new Group(Phrase.of("group.functions"), functions),
                new Group(
                        Phrase.of("group.linear"),
                        List.of(
                                network("line", List.of()),
                                network("plane", List.of()),
                                network("gaussians", "tanh", List.of()))),
                new Group(
                        Phrase.of("group.networks"),
                        List.of(
                                network("circle", tanh(4, 2)),
                                network("xor", tanh(4, 2)),
                                network("moons", tanh(8)),
                                network("spiral", tanh(8, 8)),
                                network("checkerboard", tanh(12, 8)),
                                network("sine", tanh(8)),
                                network("step", tanh(4)),
                                network("multiGaussian", tanh(8, 4)))),
                new Group(Phrase.of("group.own"), List.of(FORMULA)));
    }

    private static List<Layer> tanh(int... units) {
        List<Layer> layers = new ArrayList<>();
        for (int count : units) {
            layers.add(Dense.of(count, "tanh"));
        }
        return layers;
    }

    private static Item network(String dataset, List<Layer> hidden) {
        boolean isRegression = Choice.of(Datasets.CATALOGUE, dataset)
                .make()
                .generate(1, Key.of(0))
                .classes()
                .isEmpty();
        return network(dataset, isRegression ? "linear" : "tanh", hidden);
    }

    private static Item network(String dataset, String last, List<Layer> hidden) {
        List<Layer> layers = new ArrayList<>(hidden);
        layers.add(Dense.of(1, last));
        ProblemSpec.Network spec = new ProblemSpec.Network(
                new ExamplesSpec(
                        new ExamplesSpec.Generated(Choice.of(Datasets.CATALOGUE, dataset), ExamplesSpec.DEFAULT_SIZE),
                        0,
                        0),
                List.of(),
                layers,
                Choice.of(Losses.CATALOGUE, "meanSquaredError"),
                0);
        return new Item(
                (hidden.isEmpty() ? "linear-" : "network-") + dataset,
                Phrase.of("item." + dataset),
                Phrase.of("item." + dataset + "Lesson"),
                dataset + ".svg",
                spec);
    }

    /** The item that a problem is: a network is that of its dataset, however its layers were changed. */
    public static Item of(ProblemSpec spec) {
        return spec.accept(new ItemOf());
    }

    private static Item item(String name) {
        for (Group group : groups()) {
            for (Item item : group.items()) {
                if (item.name().equals(name)) {
                    return item;
                }
            }
        }
        return FORMULA;
    }

    private static final class ItemOf implements ProblemSpec.Visitor<Item> {
        @Override
        public Item function(ProblemSpec.Function spec) {
            return spec.name().isEmpty() ? FORMULA : Gallery.function(TestFunctions.CATALOGUE.require(spec.name()));
        }

        @Override
        public Item linear(ProblemSpec.Linear spec) {
            return TINY;
        }

        @Override
        public Item network(ProblemSpec.Network spec) {
            if (spec.examples().source() instanceof ExamplesSpec.Generated generated) {
                String name = generated.generator().name();
                Item linear = item("linear-" + name);
                boolean fits = !linear.equals(FORMULA) && spec.layers().size() == 1;
                Item own = item("network-" + name);
                return fits || own.equals(FORMULA) ? (linear.equals(FORMULA) ? own : linear) : own;
            }
            return new Item("table", Phrase.of("item.table"), Phrase.NONE, "table.svg", spec);
        }
    }
}
