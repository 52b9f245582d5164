package org.fallline.scene;

import java.util.List;
import org.fallline.say.Say;

/**
 * A point where the gradient vanishes, with what the Hessian says of it.
 *
 * @param u its first plane coordinate
 * @param v its second plane coordinate
 * @param eigenvalues of the Hessian there, ascending; on a line the second derivative alone; empty when unknown
 * @param loss the loss there
 */
public record CriticalMark(double u, double v, Kind kind, List<Double> eigenvalues, double loss) {
    public CriticalMark {
        eigenvalues = List.copyOf(eigenvalues);
    }

    /** The kinds of critical points, each with a glyph of its own. */
    public enum Kind {
        MINIMUM,
        MAXIMUM,
        SADDLE,
        /** The Hessian is singular and does not tell. */
        DEGENERATE;

        /** As a figure's key and description call it. */
        public String label() {
            return switch (this) {
                case MINIMUM -> Say.of("critical.minimum", "minimum");
                case MAXIMUM -> Say.of("critical.maximum", "maximum");
                case SADDLE -> Say.of("critical.saddle", "saddle");
                case DEGENERATE -> Say.of("critical.degenerate", "degenerate point");
            };
        }
    }
}
