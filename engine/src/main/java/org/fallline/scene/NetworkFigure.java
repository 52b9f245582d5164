package org.fallline.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fallline.experiment.Edges;
import org.fallline.landscape.Ticks;
import org.fallline.probe.Backflow;
import org.fallline.probe.Response;
import org.fallline.probe.UnitErrors;
import org.fallline.probe.Wiring;
import org.fallline.say.Say;
import org.jspecify.annotations.Nullable;

/**
 * A network as units and what joins them: each edge as thick as its weight is large and coloured by its sign, each unit with what
 * it gives all over the plane of two inputs, or else coloured by what it gives on average; a square at its corner is its bias.
 *
 * <p>Between two columns the {@value #MOST_EDGES} strongest edges are drawn, so that wide layers remain legible.
 *
 * @param width of the whole figure in CSS px, 200 or more
 * @param height of the whole figure in CSS px, 140 or more
 * @param wiring which parameter joins what
 * @param response what the units give
 * @param params the weights and biases; not modified
 * @param gradient of the loss by each of them; not modified
 * @param shows what edges and squares are of
 * @param backflow the errors; only with {@link Edges#ERRORS}
 * @param step the step they are of
 * @param marked the parameter that is chosen, or {@link #NOTHING}
 * @param pointed the parameter whose numbers a box tells, or {@link #NOTHING}
 */
@SuppressWarnings("ArrayRecordComponent")
public record NetworkFigure(
        Theme theme,
        double width,
        double height,
        Wiring wiring,
        Response response,
        double[] params,
        double[] gradient,
        Edges shows,
        @Nullable Backflow backflow,
        int step,
        int marked,
        int pointed) {
    /** No parameter. */
    public static final int NOTHING = -1;

    /** Edges drawn between two columns. */
    static final int MOST_EDGES = 96;

    public NetworkFigure {
        if (!(width >= 200 && height >= 140 && width < 1e5 && height < 1e5)) {
            throw new IllegalArgumentException("a figure of a network is 200 × 140 px at least");
        }
        if (params.length != wiring.names().size() || gradient.length != params.length) {
            throw new IllegalArgumentException("a network of " + wiring.names().size() + " parameters has "
                    + params.length + " numbers and " + gradient.length + " derivatives");
        }
        if ((shows == Edges.ERRORS) != (backflow != null)) {
            throw new IllegalArgumentException("errors belong to a figure that shows them");
        }
    }

    /** A figure without errors. */
    public NetworkFigure(
            Theme theme,
            double width,
            double height,
            Wiring wiring,
            Response response,
            double[] params,
            double[] gradient,
            boolean showsGradient,
            int step,
            int marked,
            int pointed) {
        this(
                theme,
                width,
                height,
                wiring,
                response,
                params,
                gradient,
                showsGradient ? Edges.GRADIENTS : Edges.WEIGHTS,
                null,
                step,
                marked,
                pointed);
    }

    /** The whole figure. */
    public Scene scene() {
        List<Mark> marks = new ArrayList<>();
        NetworkPlaces places = places();
        NetworkEdges edges = new NetworkEdges(this, places);
        edges.paint(marks);
        new NetworkUnits(this, places).paint(marks);
        edges.emphasize(marks);
        key(marks);
        if (pointed != NOTHING) {
            reading(places, marks);
        }
        return new Scene(width, height, theme.background(), marks, () -> NetworkText.describe(this));
    }

    /** The parameter at a pixel: the bias of a unit, or the weight of the nearest edge that is drawn; else {@link #NOTHING}. */
    public int parameterAt(double x, double y) {
        NetworkPlaces places = places();
        int bias = places.biasAt(x, y);
        return bias != NOTHING ? bias : new NetworkEdges(this, places).weightAt(x, y);
    }

    NetworkPlaces places() {
        return new NetworkPlaces(this);
    }

    double fontSize() {
        return Axes.fontSize(width);
    }

    /** What edges are as thick as. */
    double[] shown() {
        return backflow != null ? backflow.alongParameters() : shows == Edges.GRADIENTS ? gradient : params;
    }

    /** The largest magnitude of what is shown on edges, by which all columns are drawn; 1 where there is none. */
    double largest() {
        double largest = 0;
        for (int column = 1; column < wiring.columns().size(); column++) {
            Wiring.Column of = wiring.columns().get(column);
            int count = wiring.columns().get(column - 1).units() * of.units();
            for (int i = of.weights(); i < of.weights() + count; i++) {
                double magnitude = Math.abs(shown()[i]);
                largest = magnitude > largest && magnitude < Double.POSITIVE_INFINITY ? magnitude : largest;
            }
        }
        return largest > 0 ? largest : 1;
    }

    /** The least magnitude that is drawn between a column and the one before. */
    double least(int column) {
        Wiring.Column of = wiring.columns().get(column);
        int count = wiring.columns().get(column - 1).units() * of.units();
        if (count <= MOST_EDGES) {
            return 0;
        }
        double[] magnitudes = new double[count];
        for (int i = 0; i < count; i++) {
            magnitudes[i] = Math.abs(shown()[of.weights() + i]);
        }
        Arrays.sort(magnitudes);
        return magnitudes[count - MOST_EDGES];
    }

    /** Some edges are not drawn. */
    boolean isThinned() {
        for (int column = 1; column < wiring.columns().size(); column++) {
            if (wiring.columns().get(column - 1).units()
                            * wiring.columns().get(column).units()
                    > MOST_EDGES) {
                return true;
            }
        }
        return false;
    }

    /** The name of what is shown of a parameter. */
    String name(int parameter) {
        String name = wiring.names().get(parameter);
        return switch (shows) {
            case WEIGHTS -> name;
            case GRADIENTS -> "∂L/∂" + name;
            case ERRORS -> Say.of("network.errorBy", "error by {0}", name);
        };
    }

    private void key(List<Mark> marks) {
        double size = fontSize();
        double baseline = NetworkPlaces.PAD + size * 0.8;
        List<Legend.Entry> entries = new ArrayList<>(
                List.of(Legend.Entry.stroke("−", theme.sign(-1)), Legend.Entry.stroke("+", theme.sign(1))));
        for (UnitErrors.Passing kind : List.of(UnitErrors.Passing.SATURATED, UnitErrors.Passing.DEAD)) {
            if (backflow != null && backflow.has(kind)) {
                String name = kind == UnitErrors.Passing.DEAD
                        ? Say.of("network.dead", "dead")
                        : Say.of("network.saturated", "saturated");
                entries.add(new Legend.Entry(
                        name, (x, y, unit, onto) -> NetworkUnits.stop(kind, x, y, 5 * unit, theme, onto)));
            }
        }
        Legend.names(entries, NetworkPlaces.PAD, baseline, size, theme, marks);
        String number = Ticks.text(largest(), 3);
        String widest = backflow == null
                ? Say.of("network.thickest", "thickest: {0}", number)
                : Say.of("network.thickestError", "← errors, thickest: {0}", number);
        if (isThinned()) {
            widest = Say.of("network.strongest", "the {0} strongest of a layer, {1}", MOST_EDGES, widest);
        }
        marks.add(Legend.text(
                widest, width - NetworkPlaces.PAD, baseline, Mark.Label.Anchor.END, size, theme.mutedInk()));
    }

    private void reading(NetworkPlaces places, List<Mark> marks) {
        double size = fontSize();
        String[] texts = {
            wiring.names().get(pointed) + " = " + Ticks.text(params[pointed], 4),
            "∂L/∂" + wiring.names().get(pointed) + " = " + Ticks.text(gradient[pointed], 4)
        };
        double wide = 16 + Legend.textWidth(texts[0], size);
        double other = 16 + Legend.textWidth(texts[1], size);
        wide = other > wide ? other : wide;
        double high = size * 2.8 + 10;
        double[] at = places.middle(pointed);
        double left = at[0] + 12 + wide > width ? at[0] - 12 - wide : at[0] + 12;
        left = left < 2 ? 2 : left;
        double top = at[1] + 10 + high > height ? at[1] - 10 - high : at[1] + 10;
        marks.add(Mark.Area.rectangle(left, top, wide, high, Color.withOpacity(theme.background(), 0.95)));
        double[] cornersX = {left, left + wide, left + wide, left};
        double[] cornersY = {top, top, top + high, top + high};
        marks.add(new Mark.Line(cornersX, cornersY, true, Color.withOpacity(theme.ink(), 0.25), 1, new double[0]));
        for (int i = 0; i < texts.length; i++) {
            double baseline = top + 6 + size * (0.9 + 1.4 * i);
            marks.add(Legend.text(texts[i], left + 8, baseline, Mark.Label.Anchor.START, size, theme.ink()));
        }
    }
}
