package org.fallline.scene;

import java.util.ArrayList;
import java.util.List;
import org.fallline.landscape.Ticks;
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
        text.append(figure.showsGradient() ? ". The largest derivatives: " : ". The largest weights: ");
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
