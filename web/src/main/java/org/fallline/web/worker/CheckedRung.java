package org.fallline.web.worker;

import org.fallline.landscape.Window;
import org.fallline.math.Real;
import org.fallline.survey.Slice;
import org.jspecify.annotations.Nullable;

/**
 * A rung of single precision, where the picture allows it: at five points or so of each window it is compared with the program, and
 * the rung below takes over where the two differ by more than {@link #MOST_DEVIATION} of what the losses there differ among
 * themselves.
 */
final class CheckedRung implements Rung {
    /** A fraction of a step of a colour scale of 256 colours. */
    private static final double MOST_DEVIATION = 1e-3;

    /** The first level must be quick, and is compared when the next one is computed. */
    private static final int FIRST_COMPARED = 33;

    private final ProgramRung program;
    private final Rung fast;
    private final Rung below;
    private @Nullable Slice slice;
    private @Nullable Window compared;
    private boolean isExact;

    CheckedRung(ProgramRung program, Rung fast, Rung below) {
        this.program = program;
        this.fast = fast;
        this.below = below;
    }

    @Override
    public double[] losses(Slice of, Window window, int columns, int rows, int from, int to) {
        if (of != slice) {
            slice = of;
            compared = null;
            isExact = true;
        }
        if (columns >= FIRST_COMPARED) {
            compare(of, window);
        }
        return (isExact ? fast : below).losses(of, window, columns, rows, from, to);
    }

    /** Compares the rung with the program, once for each window; whether the rung may answer. */
    boolean compare(Slice of, Window window) {
        if (of != slice || !window.equals(compared)) {
            slice = of;
            compared = window;
            isExact = isExact(of, window);
        }
        return isExact;
    }

    /** Whether the rung's losses are those of the program, as far as a picture of this window tells. */
    private boolean isExact(Slice of, Window window) {
        Window inner = window.expand(-0.2);
        int rows = of.isLine() ? 1 : 2;
        double[] exact = program.losses(of, inner, 3, rows, 0, rows);
        double[] quick = fast.losses(of, inner, 3, rows, 0, rows);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double deviation = 0;
        for (int i = 0; i < exact.length; i++) {
            if (Real.isFinite(exact[i])) {
                least = Real.min(least, exact[i]);
                most = Real.max(most, exact[i]);
                deviation = Real.max(deviation, Math.abs(exact[i] - quick[i]));
            } else if (Real.isFinite(quick[i])) {
                // A number where the function has none: a card need not know what a NaN is.
                return false;
            }
        }
        return deviation <= MOST_DEVIATION * (most - least);
    }
}
