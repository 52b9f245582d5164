package org.fallline.web.worker;

import org.fallline.landscape.Grid;
import org.fallline.landscape.Window;
import org.fallline.survey.Derivatives;
import org.fallline.survey.Slice;

/** The compiled program: every other rung is measured by it. It is compiled when it is first asked: a first look need not wait for it. */
final class ProgramRung implements Rung {
    private final Derivatives derivatives;

    ProgramRung(Derivatives derivatives) {
        this.derivatives = derivatives;
    }

    @Override
    public double[] losses(Slice slice, Window window, int columns, int rows, int from, int to) {
        return Grid.sampleRows(slice.surface(derivatives.function()), window, columns, rows, from, to);
    }
}
