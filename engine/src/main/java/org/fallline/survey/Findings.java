package org.fallline.survey;

import java.util.ArrayList;
import java.util.List;
import org.fallline.landscape.CriticalPoint;
import org.fallline.landscape.CriticalPoints;
import org.fallline.landscape.GradientField;
import org.fallline.landscape.Window;
import org.fallline.say.Say;

/**
 * What is true of the loss over a part of a slice: where it falls most steeply, and where it is level.
 *
 * @param slice whose coordinates these are
 * @param window the part that was looked at
 * @param field the way down within the slice; on a line a single row
 * @param critical minima, maxima and saddle points <em>of the slice</em>: where it is not whole, the loss may go on falling
 *     beside it. On a line {@code v} is 0, both eigenvalues are the second derivative, and there are no saddle points.
 */
public record Findings(Slice slice, Window window, GradientField field, CriticalPoints critical) {

    /** What was found, in a sentence or two. */
    public String text() {
        List<String> counts = new ArrayList<>();
        for (CriticalPoint.Kind kind : CriticalPoint.Kind.values()) {
            int count = 0;
            for (CriticalPoint point : critical.points()) {
                count += point.kind() == kind ? 1 : 0;
            }
            if (count > 0) {
                counts.add(counted(kind, count));
            }
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(
                counts.isEmpty()
                        ? Say.of("findings.none", "No critical point in the window.")
                        : Say.of("findings.some", "{0} in the window.", String.join(", ", counts)));
        if (!counts.isEmpty() && !slice.isWhole()) {
            sentences.add(Say.of(
                    "findings.within",
                    "That is within what is shown: the loss has {0} parameters, and may fall along others.",
                    slice.dimension()));
        }
        if (critical.plateau()) {
            sentences.add(Say.of("findings.plateau", "There is a plateau, where the gradient is zero."));
        }
        if (!critical.complete()) {
            sentences.add(Say.of("findings.cut", "The search was cut short: there may be more."));
        }
        return String.join(" ", sentences);
    }

    /** What a critical point of a kind is called. */
    public static String name(CriticalPoint.Kind kind) {
        return switch (kind) {
            case MINIMUM -> Say.of("critical.minimum", "minimum");
            case MAXIMUM -> Say.of("critical.maximum", "maximum");
            case SADDLE -> Say.of("critical.saddle", "saddle");
            case DEGENERATE -> Say.of("critical.degenerate", "degenerate point");
        };
    }

    private static String counted(CriticalPoint.Kind kind, int count) {
        return switch (kind) {
            case MINIMUM -> Say.of("findings.minima", "{0} {0|minimum|minima}", count);
            case MAXIMUM -> Say.of("findings.maxima", "{0} {0|maximum|maxima}", count);
            case SADDLE -> Say.of("findings.saddles", "{0} {0|saddle|saddles}", count);
            case DEGENERATE -> Say.of("findings.degenerate", "{0} degenerate {0|point|points}", count);
        };
    }
}
