package org.fallline.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.fallline.catalogue.Catalogue;
import org.fallline.catalogue.Entry;
import org.fallline.math.Real;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;

/**
 * Features of examples whose inputs are x and y, or x alone: TensorFlow Playground's, by its names. Any column is a feature
 * of its own name.
 */
public final class Features {
    private static final String SOURCE = "Smilkov & Carter, TensorFlow Playground, 2016, state.ts";

    /** In the order of the menu. */
    public static final Catalogue<Feature> CATALOGUE = new Catalogue<>(
            "feature",
            List.of(
                    entry("x", "X", "x", List.of("x"), (x, y) -> x),
                    entry("y", "Y", "y", List.of("y"), (x, y) -> y),
                    entry("xSquared", "X squared", "x²", List.of("x"), (x, y) -> x * x),
                    entry("ySquared", "Y squared", "y²", List.of("y"), (x, y) -> y * y),
                    entry("xTimesY", "X times Y", "x·y", List.of("x", "y"), (x, y) -> x * y),
                    entry("sinX", "Sine of X", "sin x", List.of("x"), (x, y) -> Real.sin(x)),
                    entry("sinY", "Sine of Y", "sin y", List.of("y"), (x, y) -> Real.sin(y))));

    private Features() {}

    private static Entry<Feature> entry(
            String name, String label, String formula, List<String> columns, DoubleBinaryOperator value) {
        return new Entry<>(name, label, formula, SOURCE, List.of(), values -> new Feature(columns, value));
    }

    /**
     * The same examples with other inputs.
     *
     * @param names of columns of x, or of {@link #CATALOGUE} where the columns it needs are there
     * @throws IllegalArgumentException if there is no such feature of these examples, saying which there are
     */
    public static Dataset select(Dataset data, List<String> names) {
        int width = names.size();
        double[] values = new double[data.size() * width];
        for (int j = 0; j < width; j++) {
            Column column = column(data, names.get(j));
            for (int i = 0; i < data.size(); i++) {
                values[i * width + j] = column.at(i);
            }
        }
        Tensor x = Tensor.of(Shape.of(data.size(), width), values, 0);
        return new Dataset(names, x, data.targets(), data.y(), data.classes());
    }

    /** The names of all features that these examples have. */
    public static List<String> available(Dataset data) {
        List<String> names = new ArrayList<>(data.inputs());
        for (Entry<Feature> entry : CATALOGUE.entries()) {
            if (!names.contains(entry.name())
                    && data.inputs().containsAll(entry.make().columns())) {
                names.add(entry.name());
            }
        }
        return names;
    }

    private interface Column {
        double at(int example);
    }

    private static Column column(Dataset data, String name) {
        int width = data.inputs().size();
        int own = data.inputs().indexOf(name);
        if (own >= 0) {
            return example -> data.x().at(example * width + own);
        }
        Entry<Feature> entry = CATALOGUE.find(name);
        if (entry == null || !data.inputs().containsAll(entry.make().columns())) {
            throw new IllegalArgumentException("there is no feature \"" + name + "\" of these examples; there is "
                    + String.join(", ", available(data)));
        }
        Feature feature = entry.make();
        int x = data.inputs().indexOf("x");
        int y = data.inputs().indexOf("y");
        return example -> feature.value()
                .applyAsDouble(
                        x < 0 ? 0 : data.x().at(example * width + x),
                        y < 0 ? 0 : data.x().at(example * width + y));
    }
}
