package org.fallline.web.worker;

import org.fallline.landscape.Grid;
import org.fallline.landscape.Window;
import org.jspecify.annotations.Nullable;

/** One level of refinement: a grid that is handed out row by row and put together again. */
final class Level {
    /** Samples a side, level by level: each halves the cells of the one before. */
    private static final int[] SIDES = {17, 33, 65, 129, 257};

    /** The most points that the first level has. */
    static final int MOST_AT_FIRST = 17 * 17;

    /** Samples along a line, level by level. */
    private static final int[] LENGTHS = {33, 129, 513};

    private final Window window;
    private final boolean isLine;
    private final int index;
    private final double[] losses;
    private int handedOut;
    private int received;

    private Level(Window window, boolean isLine, int index) {
        this.window = window;
        this.isLine = isLine;
        this.index = index;
        this.losses = new double[columns() * rows()];
    }

    static Level first(Window window, boolean isLine) {
        return new Level(window, isLine, 0);
    }

    private int[] sides() {
        return isLine ? LENGTHS : SIDES;
    }

    int columns() {
        return sides()[index];
    }

    int rows() {
        return isLine ? 1 : columns();
    }

    int points() {
        return columns() * rows();
    }

    /** The next finer level, or null after the last. */
    @Nullable Level finer() {
        return index + 1 < sides().length ? new Level(window, isLine, index + 1) : null;
    }

    boolean hasMore() {
        return handedOut < rows();
    }

    /** Hands out the next rows, about so many points of them. */
    Rows next(int id, double most) {
        int count = Math.max(1, (int) Math.min(rows(), most / columns()));
        int from = handedOut;
        handedOut = Math.min(rows(), from + count);
        return Rows.ask(id, columns(), rows(), from, handedOut, window);
    }

    /** Hands out all rows. */
    Rows whole(int id) {
        return next(id, points());
    }

    /** Takes rows back, with their losses. */
    void receive(Rows answered) {
        System.arraycopy(answered.losses(), 0, losses, answered.from() * columns(), answered.losses().length);
        received += answered.to() - answered.from();
    }

    boolean isComplete() {
        return received == rows();
    }

    Grid grid() {
        return new Grid(window, columns(), rows(), losses);
    }

    /** The share of all levels' points that are known when this level is complete. */
    double progress() {
        double done = 0;
        double all = 0;
        for (int i = 0; i < sides().length; i++) {
            double points = isLine ? sides()[i] : (double) sides()[i] * sides()[i];
            all += points;
            done += i <= index ? points : 0;
        }
        return done / all;
    }
}
