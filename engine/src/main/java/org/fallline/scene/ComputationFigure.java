package org.fallline.scene;

import java.util.ArrayList;
import java.util.List;
import org.fallline.autodiff.Progress;
import org.fallline.landscape.Ticks;
import org.fallline.say.Say;

/**
 * A computation at a moment, from left to right: each box an op with its value and, once it has flowed back, the derivative of the
 * loss by it; each edge as wide as the derivative that flows back along it is large, and coloured by its sign. What is done now is
 * outlined, what is not computed yet pale. A folded group is a pile of boxes.
 *
 * @param plan where everything stands
 * @param progress the computation as far as it has come
 * @param pointed the number of the vertex under the pointer or the keyboard's focus, or −1
 */
public record ComputationFigure(Theme theme, ComputationPlan plan, Progress progress, int pointed) {
    /** No vertex. */
    public static final int NOTHING = -1;

    /** The whole figure. */
    public Scene scene() {
        List<Mark> marks = new ArrayList<>();
        key(marks);
        ComputationEdges edges = new ComputationEdges(this);
        edges.paint(marks);
        new ComputationBoxes(this).paint(marks);
        edges.label(marks);
        return new Scene(plan.width(), plan.height(), theme.background(), marks, () -> ComputationText.describe(this));
    }

    private void key(List<Mark> marks) {
        double baseline = ComputationPlan.MARGIN + 6;
        List<Legend.Entry> entries =
                List.of(Legend.Entry.stroke("−", theme.sign(-0.85)), Legend.Entry.stroke("+", theme.sign(0.85)));
        Legend.names(entries, ComputationPlan.MARGIN, baseline, ComputationPlan.FONT, theme, marks);
        String name = progress.explanation().graph().name(progress.explanation().loss());
        String text = Say.of(
                "computation.key",
                "∂ gradient of {0}, thickest: {1}",
                name,
                Ticks.text(ComputationEdges.largest(plan), 3));
        marks.add(Legend.text(
                text,
                ComputationPlan.MARGIN + 92,
                baseline,
                Mark.Label.Anchor.START,
                ComputationPlan.FONT,
                theme.mutedInk()));
    }
}
