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
import org.jspecify.annotations.Nullable;

/** What the page offers to descend, in groups, each with what it teaches. */
public final class Gallery {
    /** The item of a formula that the visitor types. */
    public static final Item FORMULA = new Item(
            "formula", "Your own formula", "Type any function of any number of variables.", "formula.svg", null);

    /** The first group: the model of the chapter. */
    private static final Item TINY = new Item(
            "linear",
            "Tiny model: xW + b",
            "Two weights and a bias, small enough to work by hand.",
            "linear.png",
            ProblemIntents.TINY);

    /** Something to descend; {@code spec} is null for a formula that is still to be typed. */
    public record Item(
            String name,
            String label,
            String lesson,
            String thumbnail,
            @Nullable ProblemSpec spec) {}

    /** Items of a kind. */
    public record Group(String label, List<Item> items) {
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
                entry.label(),
                entry.lesson(),
                entry.name() + ".png",
                new ProblemSpec.Function(entry.name(), "", Map.of()));
    }

    private static List<Group> made() {
        List<Item> functions = TestFunctions.CATALOGUE.entries().stream()
                .map(Gallery::function)
                .toList();
        return List.of(
                new Group("The chapter's model", List.of(TINY)),
                new Group("Functions of two variables and more", functions),
                new Group(
                        "Linear models on data",
                        List.of(
                                network(
                                        "line",
                                        "Line through points",
                                        "Linear regression: slope and intercept.",
                                        List.of()),
                                network("plane", "Plane through points", "Linear regression of two inputs.", List.of()),
                                network(
                                        "gaussians",
                                        "Two clouds, one unit",
                                        "A linear classifier: a line between two classes.",
                                        "tanh",
                                        List.of()))),
                new Group(
                        "Networks on data",
                        List.of(
                                network("circle", "Circle", "A ring told from what it surrounds.", tanh(4, 2)),
                                network("xor", "Exclusive or", "What no line can tell apart.", tanh(4, 2)),
                                network("moons", "Moons", "Two classes that reach into each other.", tanh(8)),
                                network(
                                        "spiral",
                                        "Spiral",
                                        "The playground's hardest: wide layers, patience.",
                                        tanh(8, 8)),
                                network("checkerboard", "Checkerboard", "Many borders, many units.", tanh(12, 8)),
                                network("sine", "Sine", "A curve fitted by bends.", tanh(8)),
                                network("step", "Step function", "A jump that smooth units approach.", tanh(4)),
                                network(
                                        "multiGaussian",
                                        "Multi-Gaussian",
                                        "Hills and hollows over a plane.",
                                        tanh(8, 4)))),
                new Group("Your own", List.of(FORMULA)));
    }

    private static List<Layer> tanh(int... units) {
        List<Layer> layers = new ArrayList<>();
        for (int count : units) {
            layers.add(Dense.of(count, "tanh"));
        }
        return layers;
    }

    private static Item network(String dataset, String label, String lesson, List<Layer> hidden) {
        boolean isRegression = Choice.of(Datasets.CATALOGUE, dataset)
                .make()
                .generate(1, Key.of(0))
                .classes()
                .isEmpty();
        return network(dataset, label, lesson, isRegression ? "linear" : "tanh", hidden);
    }

    private static Item network(String dataset, String label, String lesson, String last, List<Layer> hidden) {
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
        return new Item((hidden.isEmpty() ? "linear-" : "network-") + dataset, label, lesson, dataset + ".svg", spec);
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
            return new Item("table", "Network on a table", "", "table.svg", spec);
        }
    }
}
