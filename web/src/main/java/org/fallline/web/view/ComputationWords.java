package org.fallline.web.view;

import org.fallline.autodiff.GradientCheck;
import org.fallline.math.Decimal;

/** What the view of a computation says in its own words. */
final class ComputationWords {
    static final String TITLE = "Computation";
    static final String PLAY = "Play the ops";
    static final String PAUSE = "Pause the ops";
    static final String LAST = "All values and gradients";
    static final String GRAPH = "Graph of the computation: arrow keys go from op to op";
    static final String GROUPS = "Parts that fold";
    static final String TAPE = "Tape: the ops as they were recorded";
    static final String WALKED_BACK = "Tape, walked backwards for the gradient";
    static final String COMPARE = "Compare with central differences";
    static final String COMPARING = "Comparing …";
    static final String RULE = "What is done now";
    static final String OPENED = "Opened: ";
    static final String CLOSE = "Close";
    static final String DATA = "data";
    static final String PARAMETER = "parameter";
    static final String WHOLE =
            "Every value has been computed from left to right, every gradient has flowed back. Step through it, or choose an op.";
    static final String HERE = "the way back begins with 1";
    static final String NO_GRADIENT = "no gradient is asked for";

    private ComputationWords() {}

    /** What a comparison found in all. */
    static String verdict(GradientCheck.Derivative worst, int differing, int compared) {
        String error = "worst relative error " + Decimal.typeset(Decimal.text(worst.relativeError(), 2)) + " at "
                + worst.name();
        return differing == 0
                ? "All " + compared + " gradients agree: " + error
                : differing + " of " + compared + " gradients differ, as they may at a kink: " + error;
    }

    /** What it found for one node. */
    static String difference(GradientCheck.Derivative worst) {
        return (worst.agrees() ? "≈ " : "≠ ") + Decimal.typeset(Decimal.text(worst.numeric(), 6)) + ", relative error "
                + Decimal.typeset(Decimal.text(worst.relativeError(), 2));
    }
}
