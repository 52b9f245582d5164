package org.fallline.survey;

import org.fallline.landscape.CriticalPoint;
import org.fallline.landscape.CriticalPoints;
import org.fallline.landscape.GradientField;
import org.fallline.landscape.Window;

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
        StringBuilder out = new StringBuilder();
        for (CriticalPoint.Kind kind : CriticalPoint.Kind.values()) {
            int count = 0;
            for (CriticalPoint point : critical.points()) {
                count += point.kind() == kind ? 1 : 0;
            }
            if (count > 0) {
                out.append(out.length() == 0 ? "" : ", ").append(count).append(' ');
                out.append(count == 1 ? name(kind) : many(kind));
            }
        }
        boolean none = out.length() == 0;
        out.append(none ? "No critical point in the window." : " in the window.");
        if (!none && !slice.isWhole()) {
            out.append(" That is within what is shown: the loss has ")
                    .append(slice.dimension())
                    .append(" parameters, and may fall along others.");
        }
        if (critical.plateau()) {
            out.append(" There is a plateau, where the gradient is zero.");
        }
        if (!critical.complete()) {
            out.append(" The search was cut short: there may be more.");
        }
        return out.toString();
    }

    /** What a critical point of a kind is called. */
    public static String name(CriticalPoint.Kind kind) {
        return switch (kind) {
            case MINIMUM -> "minimum";
            case MAXIMUM -> "maximum";
            case SADDLE -> "saddle";
            case DEGENERATE -> "degenerate point";
        };
    }

    private static String many(CriticalPoint.Kind kind) {
        return switch (kind) {
            case MINIMUM -> "minima";
            case MAXIMUM -> "maxima";
            case SADDLE -> "saddles";
            case DEGENERATE -> "degenerate points";
        };
    }
}
