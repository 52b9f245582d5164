package org.fallline.web.worker;

import org.fallline.landscape.Window;
import org.fallline.survey.Slice;

/** A way to compute the losses at the points of a grid over a slice: one rung of the ladder from exact to fast. */
interface Rung {
    /**
     * The losses of some rows.
     *
     * @param columns of the whole grid
     * @param rows of the whole grid
     * @param from the first row
     * @param to the row after the last
     * @return row by row, from the bottom
     */
    double[] losses(Slice slice, Window window, int columns, int rows, int from, int to);
}
