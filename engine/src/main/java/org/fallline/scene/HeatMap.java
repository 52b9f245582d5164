package org.fallline.scene;

import java.util.List;
import org.fallline.math.Real;
import org.fallline.tensor.Tensor;

/** A tensor as a map of its numbers: a row of cells a row, the last axis to the right and all others down. */
final class HeatMap {
    /** Cells a side, at most: of more, so many that lie evenly among them. */
    private static final int MOST = 64;

    /** Pixels a cell, at least. */
    private static final int LEAST = 2;

    private final Tensor tensor;
    private final int rows;
    private final int columns;
    private final double largest;

    HeatMap(Tensor tensor) {
        this.tensor = tensor;
        int rank = tensor.shape().rank();
        this.columns = rank == 0 ? 1 : tensor.shape().extent(rank - 1);
        this.rows = columns == 0 ? 0 : tensor.shape().size() / columns;
        double most = 0;
        for (int i = 0; i < tensor.shape().size(); i++) {
            double magnitude = Math.abs(tensor.at(i));
            most = magnitude > most && magnitude < Double.POSITIVE_INFINITY ? magnitude : most;
        }
        this.largest = most > 0 ? most : 1;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    /** The largest magnitude, which has the strongest colour; 1 where all are 0. */
    double largest() {
        return largest;
    }

    double at(int row, int column) {
        return tensor.at(row * columns + column);
    }

    /**
     * The map as large as fits into a place, cells being squares where there is room, from its top left corner. Cells are whole
     * pixels, so that all painters show the same of each.
     */
    void paint(double x, double y, double width, double height, double cell, Theme theme, List<Mark> marks) {
        if (rows == 0) {
            return;
        }
        int across = Math.min(columns, Math.min(MOST, (int) (width / LEAST)));
        int down = Math.min(rows, Math.min(MOST, (int) (height / LEAST)));
        int[] pixels = new int[across * down];
        for (int row = 0; row < down; row++) {
            for (int column = 0; column < across; column++) {
                double number = at((int) ((long) row * rows / down), (int) ((long) column * columns / across));
                pixels[row * across + column] = Double.isNaN(number) ? theme.gridLine() : theme.sign(number / largest);
            }
        }
        double w = across * Math.floor(Real.min(width, Real.max(cell * across, 6)) / across);
        double h = down * Math.floor(Real.min(height, Real.max(cell * down, 6)) / down);
        double left = Real.round(x);
        double top = Real.round(y);
        marks.add(new Mark.Raster(pixels, across, down, left, top, w, h, false));
        double[] cornersX = {left, left + w, left + w, left};
        double[] cornersY = {top, top, top + h, top + h};
        marks.add(new Mark.Line(cornersX, cornersY, true, Color.withOpacity(theme.ink(), 0.3), 1, new double[0]));
    }
}
