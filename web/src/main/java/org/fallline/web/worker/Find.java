package org.fallline.web.worker;

import java.util.ArrayList;
import java.util.List;
import org.fallline.survey.Anchors;

/**
 * Tells a worker to find the slice that it is to sample from now on; answered by {@link Surveyed}.
 *
 * <pre>
 * numbers = dimension isQuick path beside points*
 * text    = cut, subject, one a line               subject by {@link Subject}
 * </pre>
 *
 * @param id of this and of all that is asked about it
 * @param text what is asked about, by {@link Subject}
 * @param cut as {@link org.fallline.experiment.ExperimentCodec#writeCut} has it
 * @param isQuick whether the coarsest grid is sampled at once when the slice has been found
 */
record Find(int id, String text, String cut, Anchors anchors, boolean isQuick) {
    static final String KIND = "find";

    Message message() {
        Pack pack = new Pack()
                .add(anchors.dimension())
                .add(isQuick ? 1 : 0)
                .add(anchors.path())
                .add(anchors.beside());
        anchors.points().forEach(pack::add);
        return Message.of(KIND, id, cut + "\n" + text, pack.numbers());
    }

    static Find of(Message message) {
        Unpack unpack = new Unpack(message);
        int dimension = unpack.whole();
        boolean isQuick = unpack.whole() == 1;
        double[] path = unpack.array();
        double[] beside = unpack.array();
        List<double[]> points = new ArrayList<>();
        while (unpack.hasMore()) {
            points.add(unpack.array());
        }
        String text = message.getText();
        int end = text.indexOf('\n');
        return new Find(
                message.getId(),
                text.substring(end + 1),
                text.substring(0, end),
                new Anchors(path, dimension, beside, points),
                isQuick);
    }
}
