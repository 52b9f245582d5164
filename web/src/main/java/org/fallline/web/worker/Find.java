package org.fallline.web.worker;

import java.util.ArrayList;
import java.util.List;
import org.fallline.survey.Anchors;
import org.jspecify.annotations.Nullable;

/**
 * Tells a worker to find the slice that it is to sample from now on; answered by {@link Surveyed}.
 *
 * <pre>
 * numbers = isQuick isSketched (dimension path beside points*)?
 * text    = cut, subject, one a line               subject by {@link Subject}
 * </pre>
 *
 * @param id of this and of all that is asked about it
 * @param text what is asked about, by {@link Subject}
 * @param cut as {@link org.fallline.experiment.ExperimentCodec#writeCut} has it
 * @param anchors null while the walks are not known that the cut goes through: then it goes through their beginnings, and the text
 *     is whole
 * @param isQuick whether the coarsest grid is sampled at once when the slice has been found
 * @param isSketched whether a sketch of the problem, if it has one, is wanted first; instead, where the walks are not known
 */
record Find(int id, String text, String cut, @Nullable Anchors anchors, boolean isQuick, boolean isSketched) {
    static final String KIND = "find";

    Message message() {
        Pack pack = new Pack().add(isQuick ? 1 : 0).add(isSketched ? 1 : 0);
        if (anchors != null) {
            pack.add(anchors.dimension()).add(anchors.path()).add(anchors.beside());
            anchors.points().forEach(pack::add);
        }
        return Message.of(KIND, id, cut + "\n" + text, pack.numbers());
    }

    static Find of(Message message) {
        Unpack unpack = new Unpack(message);
        boolean isQuick = unpack.whole() == 1;
        boolean isSketched = unpack.whole() == 1;
        Anchors anchors = unpack.hasMore() ? anchors(unpack) : null;
        String text = message.getText();
        int end = text.indexOf('\n');
        return new Find(message.getId(), text.substring(end + 1), text.substring(0, end), anchors, isQuick, isSketched);
    }

    private static Anchors anchors(Unpack unpack) {
        int dimension = unpack.whole();
        double[] path = unpack.array();
        double[] beside = unpack.array();
        List<double[]> points = new ArrayList<>();
        while (unpack.hasMore()) {
            points.add(unpack.array());
        }
        return new Anchors(path, dimension, beside, points);
    }
}
