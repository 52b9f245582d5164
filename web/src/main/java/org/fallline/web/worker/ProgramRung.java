package org.fallline.web.worker;

import org.fallline.autodiff.ValueAndGradient;
import org.fallline.landscape.Grid;
import org.fallline.landscape.Window;
import org.fallline.survey.Slice;

/** The compiled program: every other rung is measured by it. */
final class ProgramRung implements Rung {
    private final ValueAndGradient function;

    ProgramRung(ValueAndGradient function) {
        this.function = function;
    }

    @Override
    public double[] losses(Slice slice, Window window, int columns, int rows, int from, int to) {
        return Grid.sampleRows(slice.surface(function), window, columns, rows, from, to);
    }
}
