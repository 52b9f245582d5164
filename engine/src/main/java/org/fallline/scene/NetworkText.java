package org.fallline.scene;

import java.util.ArrayList;
import java.util.List;
import org.fallline.landscape.Ticks;
import org.fallline.probe.Backflow;
import org.fallline.probe.UnitErrors;
import org.fallline.probe.Wiring;

/** What a figure of a network shows, in words. */
final class NetworkText {
    private static final int LARGEST = 3;

    private NetworkText() {}

    static String describe(NetworkFigure figure) {
        Wiring wiring = figure.wiring();
        StringBuilder text = new StringBuilder("The network at step ").append(Integer.toString(figure.step()));
        text.append(": ")
                .append(Integer.toString(wiring.columns().get(0).units()))
                .append(' ');
        text.append(wiring.columns().get(0).text()).append(" (");
        text.append(String.join(", ", figure.response().fit().inputNames())).append(')');
        for (Wiring.Column column : wiring.columns().subList(1, wiring.columns().size())) {
            text.append(", then ").append(column.text());
        }
        text.append(
                switch (figure.shows()) {
                    case WEIGHTS -> ". The largest weights: ";
                    case GRADIENTS -> ". The largest derivatives: ";
                    case ERRORS -> ". The largest errors that flow back along edges: ";
                });
        List<String> largest = new ArrayList<>();
        boolean[] told = new boolean[figure.params().length];
        for (int i = 0; i < LARGEST; i++) {
            int next = next(figure, told);
            if (next >= 0) {
                told[next] = true;
                largest.add(figure.name(next) + " = " + Ticks.text(figure.shown()[next], 3));
            }
        }
        text.append(String.join(", ", largest)).append('.');
        passing(figure, text);
        if (figure.isThinned()) {
            text.append(" Between two layers the ")
                    .append(NetworkFigure.MOST_EDGES)
                    .append(" strongest are drawn.");
        }
        int chosen = figure.marked();
        if (chosen != NetworkFigure.NOTHING) {
            text.append(" Chosen: ").append(wiring.names().get(chosen)).append(" = ");
            text.append(Ticks.text(figure.params()[chosen], 4)).append(", whose derivative is ");
            text.append(Ticks.text(figure.gradient()[chosen], 4)).append('.');
        }
        return text.toString();
    }

    /** Names the units where a gradient dies. */
    private static void passing(NetworkFigure figure, StringBuilder text) {
        Backflow flow = figure.backflow();
        if (flow == null) {
            return;
        }
        for (UnitErrors.Passing kind : List.of(UnitErrors.Passing.DEAD, UnitErrors.Passing.SATURATED)) {
            List<String> names = new ArrayList<>();
            for (int column = 0; column < flow.passing().size(); column++) {
                for (int unit = 0; unit < flow.passing().get(column).size(); unit++) {
                    if (flow.passing().get(column).get(unit) == kind) {
                        names.add("unit " + (unit + 1) + " of layer " + (column + 1));
                    }
                }
            }
            if (!names.isEmpty()) {
                text.append(
                                kind == UnitErrors.Passing.DEAD
                                        ? " Dead, passing nothing back: "
                                        : " Saturated, passing under a twentieth back: ")
                        .append(String.join(", ", names))
                        .append('.');
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
