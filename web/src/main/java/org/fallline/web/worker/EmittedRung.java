package org.fallline.web.worker;

import org.fallline.emit.EmittedSurface;
import org.fallline.emit.Emitter;
import org.fallline.landscape.Grid;
import org.fallline.landscape.Window;
import org.fallline.math.Real;
import org.fallline.problem.Problem;
import org.fallline.survey.Slice;
import org.jspecify.annotations.Nullable;

/**
 * The emitted module, where the browser runs it and the picture allows its single precision: at five points of each window it is
 * compared with the program, which takes over where the two differ by more than {@link #MOST_DEVIATION} of what the losses there
 * differ among themselves.
 */
final class EmittedRung implements Rung {
    /** A fraction of a step of a colour scale of 256 colours. */
    private static final double MOST_DEVIATION = 1e-3;

    /** The first level must be quick, and is compared when the next one is computed. */
    private static final int FIRST_COMPARED = 33;

    private final ProgramRung program;
    private final EmittedModule module;
    private @Nullable Slice slice;
    private @Nullable Window compared;
    private boolean isExact;

    private EmittedRung(ProgramRung program, EmittedModule module) {
        this.program = program;
        this.module = module;
    }

    /** The fastest rung for a problem, beside its program. */
    static Rung above(ProgramRung program, Problem problem) {
        boolean fused = EmittedModule.isSupported(true);
        if (!fused && !EmittedModule.isSupported(false)) {
            return program;
        }
        EmittedSurface surface =
                Emitter.emit(problem.layout(), problem.loss(), fused).surface();
        return surface == null ? program : new EmittedRung(program, new EmittedModule(surface));
    }

    @Override
    public double[] losses(Slice of, Window window, int columns, int rows, int from, int to) {
        if (of != slice) {
            double[] v = of.v();
            module.setPlane(of.origin(), of.u(), v == null ? new double[of.dimension()] : v);
            slice = of;
            compared = null;
            isExact = true;
        }
        if (columns >= FIRST_COMPARED && !window.equals(compared)) {
            compared = window;
            isExact = isExact(of, window);
        }
        return isExact ? points(window, columns, rows, from, to) : program.losses(of, window, columns, rows, from, to);
    }

    private double[] points(Window window, int columns, int rows, int from, int to) {
        int count = (to - from) * columns;
        double[] u = new double[count];
        double[] v = new double[count];
        for (int i = 0; i < count; i++) {
            u[i] = Grid.along(window.uMin(), window.uMax(), i % columns, columns);
            v[i] = Grid.along(window.vMin(), window.vMax(), from + i / columns, rows);
        }
        return module.evaluate(u, v);
    }

    /** Whether the module's losses are those of the program, as far as a picture of this window tells. */
    private boolean isExact(Slice of, Window window) {
        Window inner = window.expand(-0.2);
        int rows = of.isLine() ? 1 : 2;
        double[] exact = program.losses(of, inner, 3, rows, 0, rows);
        double[] fast = points(inner, 3, rows, 0, rows);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double deviation = 0;
        for (int i = 0; i < exact.length; i++) {
            if (Real.isFinite(exact[i])) {
                least = Real.min(least, exact[i]);
                most = Real.max(most, exact[i]);
                deviation = Real.max(deviation, Math.abs(exact[i] - fast[i]));
            }
        }
        return deviation <= MOST_DEVIATION * (most - least);
    }
}
