package org.fallline.web.worker;

import org.fallline.experiment.Experiment;
import org.fallline.landscape.Grid;
import org.fallline.survey.Slice;

/**
 * A landscape, as finely as it has been sampled so far.
 *
 * @param experiment that it was asked for
 * @param slice of the problem's parameter space
 * @param grid the losses
 * @param progress the share of the work that is done, in (0, 1]; 1 when the grid will not become finer
 */
public record Landscape(Experiment experiment, Slice slice, Grid grid, double progress) {
    public boolean isFinal() {
        return progress >= 1;
    }
}
