package org.fallline.scene;

import java.util.List;
import org.fallline.math.Real;
import org.fallline.probe.Wiring;

/** Where the units of a network are in its figure: columns from left to right, each centred from top to bottom. */
final class NetworkPlaces {
    static final double PAD = 12;

    /** A unit is no larger than this, in CSS px. */
    private static final double LARGEST = 40;

    /** Of the distance of two units, so much is unit. */
    private static final double SHARE = 0.74;

    private final Wiring wiring;
    private final double top;
    private final double height;
    private final double left;
    private final double spacing;
    private final double[] sizes;

    NetworkPlaces(NetworkFigure figure) {
        this.wiring = figure.wiring();
        double font = figure.fontSize();
        this.top = PAD + font + 12;
        this.height = figure.height() - top - PAD - font * 1.4;
        double names = 0;
        for (String name : figure.response().fit().inputNames()) {
            names = Real.max(names, Legend.textWidth(shortened(name), font));
        }
        List<Wiring.Column> columns = wiring.columns();
        double across = figure.width() - 2 * PAD - names - 6;
        double most = Real.min(LARGEST, 0.42 * across / columns.size());
        this.sizes = columns.stream()
                .mapToDouble(column -> Real.max(2, Real.min(most, SHARE * height / column.units())))
                .toArray();
        double last = Real.max(sizes[sizes.length - 1], font * 4);
        this.left = PAD + names + 6 + sizes[0] / 2;
        this.spacing = (figure.width() - PAD - last / 2 - left) / (columns.size() - 1);
    }

    /** A name as there is room for it. */
    static String shortened(String name) {
        return name.length() > 10 ? name.substring(0, 9) + "…" : name;
    }

    double x(int column) {
        return left + column * spacing;
    }

    double y(int column, int unit) {
        int units = wiring.columns().get(column).units();
        double pitch = Real.min(height / units, sizes[column] / SHARE * 1.15);
        return top + height / 2 + (unit - (units - 1) / 2.0) * pitch;
    }

    /** The side of a unit. */
    double size(int column) {
        return sizes[column];
    }

    /** Where the text of a column stands. */
    double textBaseline() {
        return top + height + PAD + 4;
    }

    /** How far a column is from the next one. */
    double spacing() {
        return spacing;
    }

    /** The bias of the unit at a pixel; {@link NetworkFigure#NOTHING} where there is none. */
    int biasAt(double x, double y) {
        for (int column = 1; column < wiring.columns().size(); column++) {
            Wiring.Column of = wiring.columns().get(column);
            double reach = Real.max(size(column) / 2 + 2, 5);
            for (int unit = 0; unit < of.units() && Math.abs(x - x(column)) <= reach; unit++) {
                if (Math.abs(y - y(column, unit)) <= size(column) / 2 + 1) {
                    return of.biases() + unit;
                }
            }
        }
        return NetworkFigure.NOTHING;
    }

    /** The middle of an edge or a unit: where a parameter's numbers are told. */
    double[] middle(int parameter) {
        for (int column = 1; column < wiring.columns().size(); column++) {
            Wiring.Column of = wiring.columns().get(column);
            if (parameter >= of.biases() && parameter < of.biases() + of.units()) {
                return new double[] {x(column) + size(column) / 2, y(column, parameter - of.biases())};
            }
            int weights = wiring.columns().get(column - 1).units() * of.units();
            if (parameter >= of.weights() && parameter < of.weights() + weights) {
                int from = (parameter - of.weights()) / of.units();
                int to = (parameter - of.weights()) % of.units();
                return new double[] {(x(column - 1) + x(column)) / 2, (y(column - 1, from) + y(column, to)) / 2};
            }
        }
        return new double[] {left, top};
    }
}
