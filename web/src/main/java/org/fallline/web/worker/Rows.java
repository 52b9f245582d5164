package org.fallline.web.worker;

import org.fallline.landscape.Window;

/**
 * Some rows of a grid over a job's slice: asked for without losses, answered with them.
 *
 * <pre>
 * numbers = columns rows from to uMin uMax vMin vMax milliseconds losses
 * </pre>
 *
 * @param id of the job
 * @param columns of the grid
 * @param rows of the grid
 * @param from the first row
 * @param to the row after the last
 * @param window that the grid is over
 * @param milliseconds that the answer took; 0 in a question, and not a number where it tells nothing of what others will take
 * @param losses row by row; none in a question
 */
@SuppressWarnings("ArrayRecordComponent")
record Rows(int id, int columns, int rows, int from, int to, Window window, double milliseconds, double[] losses) {
    static final String KIND = "rows";
    private static final double[] NONE = {};

    static Rows ask(int id, int columns, int rows, int from, int to, Window window) {
        return new Rows(id, columns, rows, from, to, window, 0, NONE);
    }

    Rows answer(double took, double[] computed) {
        return new Rows(id, columns, rows, from, to, window, took, computed);
    }

    int points() {
        return (to - from) * columns;
    }

    Message message() {
        Pack pack = new Pack()
                .add(columns)
                .add(rows)
                .add(from)
                .add(to)
                .add(window.uMin())
                .add(window.uMax())
                .add(window.vMin())
                .add(window.vMax())
                .add(milliseconds)
                .add(losses);
        return Message.of(KIND, id, "", pack.numbers());
    }

    static Rows of(Message message) {
        Unpack unpack = new Unpack(message);
        return new Rows(
                message.getId(),
                unpack.whole(),
                unpack.whole(),
                unpack.whole(),
                unpack.whole(),
                new Window(unpack.number(), unpack.number(), unpack.number(), unpack.number()),
                unpack.number(),
                unpack.array());
    }
}
