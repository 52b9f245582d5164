package org.fallline.web.worker;

import org.fallline.landscape.Window;
import org.fallline.survey.Slice;

/**
 * The slice that a worker found.
 *
 * <pre>
 * numbers = origin u v? uMin uMax vMin vMax isParameters isFollowed isSketch
 * text    = uName, vName, note, one a line
 * </pre>
 *
 * @param id of the job
 * @param isFollowed whether the losses of its coarsest grid come next, in one piece that nobody asked for
 * @param isSketch whether it was found in a sketch of the problem, and what the problem itself has comes after it
 */
record Surveyed(int id, Slice slice, boolean isFollowed, boolean isSketch) {
    static final String KIND = "surveyed";

    Message message() {
        Slice.Legend legend = slice.legend();
        Pack pack = new Pack();
        write(slice, pack);
        pack.add(isFollowed ? 1 : 0).add(isSketch ? 1 : 0);
        return Message.of(KIND, id, legend.uName() + "\n" + legend.vName() + "\n" + legend.note(), pack.numbers());
    }

    static Surveyed of(Message message) {
        Unpack unpack = new Unpack(message);
        Slice bare = read(unpack);
        boolean isFollowed = unpack.whole() == 1;
        boolean isSketch = unpack.whole() == 1;
        String text = message.getText();
        int first = text.indexOf('\n');
        int second = text.indexOf('\n', first + 1);
        Slice.Legend plain = bare.legend();
        Slice.Legend legend = new Slice.Legend(
                text.substring(0, first),
                text.substring(first + 1, second),
                plain.window(),
                plain.isParameters(),
                text.substring(second + 1));
        return new Surveyed(message.getId(), Slice.of(bare.origin(), bare.u(), bare.v(), legend), isFollowed, isSketch);
    }

    /** How many messages come next that nobody asked for. */
    int following() {
        return (isFollowed ? 1 : 0) + (isSketch ? 1 : 0);
    }

    /** Writes all of a slice but its texts. */
    static void write(Slice slice, Pack pack) {
        Slice.Legend legend = slice.legend();
        Window window = legend.window();
        double[] v = slice.v();
        pack.add(slice.origin())
                .add(slice.u())
                .add(v == null ? new double[0] : v)
                .add(window.uMin())
                .add(window.uMax())
                .add(window.vMin())
                .add(window.vMax())
                .add(legend.isParameters() ? 1 : 0);
    }

    /** Reads a slice without texts. */
    static Slice read(Unpack unpack) {
        double[] origin = unpack.array();
        double[] u = unpack.array();
        double[] v = unpack.array();
        Window window = new Window(unpack.number(), unpack.number(), unpack.number(), unpack.number());
        boolean isParameters = unpack.whole() == 1;
        return Slice.of(origin, u, v.length == 0 ? null : v, new Slice.Legend("", "", window, isParameters, ""));
    }
}
