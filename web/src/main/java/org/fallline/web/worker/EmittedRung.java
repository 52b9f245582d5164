package org.fallline.web.worker;

import org.fallline.landscape.Grid;
import org.fallline.landscape.Window;
import org.fallline.survey.Slice;
import org.jspecify.annotations.Nullable;

/** The emitted WebAssembly module: single precision, four points at once. */
final class EmittedRung implements Rung {
    private final EmittedModule module;
    private @Nullable Slice slice;

    EmittedRung(EmittedModule module) {
        this.module = module;
    }

    @Override
    public double[] losses(Slice of, Window window, int columns, int rows, int from, int to) {
        if (of != slice) {
            double[] v = of.v();
            module.setPlane(of.origin(), of.u(), v == null ? new double[of.dimension()] : v);
            slice = of;
        }
        int count = (to - from) * columns;
        double[] u = new double[count];
        double[] v = new double[count];
        for (int i = 0; i < count; i++) {
            u[i] = Grid.along(window.uMin(), window.uMax(), i % columns, columns);
            v[i] = Grid.along(window.vMin(), window.vMax(), from + i / columns, rows);
        }
        return module.evaluate(u, v);
    }
}
