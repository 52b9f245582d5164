package org.fallline.probe;

import java.util.ArrayList;
import java.util.List;
import org.fallline.autodiff.ParameterLayout;
import org.fallline.nn.Dense;
import org.fallline.nn.Layer;
import org.fallline.nn.Model;
import org.fallline.say.Say;

/**
 * A model as columns of units, each joined with all units of the column before it: its inputs, then its dense layers. What
 * stands between two of these has no unit of its own.
 *
 * @param columns the inputs first
 * @param names of all parameters, one a number
 */
public record Wiring(List<Column> columns, List<String> names) {
    /** The column has no parameters. */
    public static final int NONE = -1;

    /**
     * A column of units.
     *
     * @param text what it is, in few words
     * @param units how many
     * @param weights the parameter where its weights begin, one a unit of the column before and a unit of this one, this one's
     *     fastest; or {@link #NONE}
     * @param biases the parameter where its biases begin; or {@link #NONE}
     */
    public record Column(String text, int units, int weights, int biases) {}

    public Wiring {
        columns = List.copyOf(columns);
        names = List.copyOf(names);
    }

    public static Wiring of(Fit fit) {
        Model model = fit.model();
        ParameterLayout layout = model.parameters();
        List<Column> columns = new ArrayList<>();
        columns.add(
                new Column(Say.of("network.inputs", "{0|input|inputs}", model.inputs()), model.inputs(), NONE, NONE));
        int next = 0;
        int width = model.inputs();
        for (Layer layer : model.layers()) {
            int count = layer.parameters(width).size();
            width = layer.units(width);
            if (layer instanceof Dense) {
                columns.add(new Column(layer.text(), width, layout.offset(next), layout.offset(next + 1)));
            }
            next += count;
        }
        return new Wiring(columns, layout.elementNames());
    }

    /** The parameter that joins a unit with one of the column before. */
    public int weight(int column, int from, int to) {
        Column of = columns.get(column);
        return of.weights() + from * of.units() + to;
    }

    /** The most units of a column. */
    public int widest() {
        return columns.stream().mapToInt(Column::units).max().orElse(0);
    }
}
