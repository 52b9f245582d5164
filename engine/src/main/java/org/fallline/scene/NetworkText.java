package org.fallline.scene;

import java.util.ArrayList;
import java.util.List;
import org.fallline.landscape.Ticks;
import org.fallline.probe.Backflow;
import org.fallline.probe.UnitErrors;
import org.fallline.probe.Wiring;
import org.fallline.say.Say;

/** What a figure of a network shows, in words. */
final class NetworkText {
    private static final int LARGEST = 3;

    private NetworkText() {}

    static String describe(NetworkFigure figure) {
        Wiring wiring = figure.wiring();
        String columns = Say.of(
                "network.inputColumn",
                "{0} {0|input|inputs} ({1})",
                wiring.columns().get(0).units(),
                String.join(", ", figure.response().fit().inputNames()));
        for (Wiring.Column column : wiring.columns().subList(1, wiring.columns().size())) {
            columns = Say.of("network.then", "{0}, then {1}", columns, column.text());
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(Say.of("network.columns", "The network at step {0}: {1}.", figure.step(), columns));
        List<String> largest = new ArrayList<>();
        boolean[] told = new boolean[figure.params().length];
        for (int i = 0; i < LARGEST; i++) {
            int next = next(figure, told);
            if (next >= 0) {
                told[next] = true;
                largest.add(figure.name(next) + " = " + Ticks.text(figure.shown()[next], 3));
            }
        }
        String names = String.join(", ", largest);
        sentences.add(
                switch (figure.shows()) {
                    case WEIGHTS -> Say.of("network.largestWeights", "The largest weights: {0}.", names);
                    case GRADIENTS -> Say.of("network.largestDerivatives", "The largest derivatives: {0}.", names);
                    case ERRORS ->
                        Say.of("network.largestErrors", "The largest errors that flow back along edges: {0}.", names);
                });
        passing(figure, sentences);
        if (figure.isThinned()) {
            sentences.add(Say.of(
                    "network.thinned", "Between two layers the {0} strongest are drawn.", NetworkFigure.MOST_EDGES));
        }
        int chosen = figure.marked();
        if (chosen != NetworkFigure.NOTHING) {
            sentences.add(Say.of(
                    "network.chosen",
                    "Chosen: {0} = {1}, whose derivative is {2}.",
                    wiring.names().get(chosen),
                    Ticks.text(figure.params()[chosen], 4),
                    Ticks.text(figure.gradient()[chosen], 4)));
        }
        return String.join(" ", sentences);
    }

    /** Names the units where a gradient dies. */
    private static void passing(NetworkFigure figure, List<String> sentences) {
        Backflow flow = figure.backflow();
        if (flow == null) {
            return;
        }
        for (UnitErrors.Passing kind : List.of(UnitErrors.Passing.DEAD, UnitErrors.Passing.SATURATED)) {
            List<String> names = new ArrayList<>();
            for (int column = 0; column < flow.passing().size(); column++) {
                for (int unit = 0; unit < flow.passing().get(column).size(); unit++) {
                    if (flow.passing().get(column).get(unit) == kind) {
                        names.add(Say.of("network.unit", "unit {0} of layer {1}", unit + 1, column + 1));
                    }
                }
            }
            if (!names.isEmpty()) {
                String all = String.join(", ", names);
                sentences.add(
                        kind == UnitErrors.Passing.DEAD
                                ? Say.of("network.deadUnits", "Dead, passing nothing back: {0}.", all)
                                : Say.of(
                                        "network.saturatedUnits",
                                        "Saturated, passing under a twentieth back: {0}.",
                                        all));
            }
        }
    }

    private static int next(NetworkFigure figure, boolean[] told) {
        int best = NetworkFigure.NOTHING;
        Wiring wiring = figure.wiring();
        for (int column = 1; column < wiring.columns().size(); column++) {
            int from = wiring.columns().get(column).weights();
            int count = wiring.columns().get(column - 1).units()
                    * wiring.columns().get(column).units();
            for (int i = from; i < from + count; i++) {
                if (!told[i] && (best < 0 || Math.abs(figure.shown()[i]) > Math.abs(figure.shown()[best]))) {
                    best = i;
                }
            }
        }
        return best;
    }
}
