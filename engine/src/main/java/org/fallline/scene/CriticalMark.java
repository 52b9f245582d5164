package org.fallline.scene;

import java.util.List;

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
        MINIMUM("minimum"),
        MAXIMUM("maximum"),
        SADDLE("saddle"),
        /** The Hessian is singular and does not tell. */
        DEGENERATE("degenerate point");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** As a figure's key and description call it. */
        public String label() {
            return label;
        }
    }
}
