package org.fallline.web.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.survey.Anchors;
import org.fallline.survey.Slice;
import org.jspecify.annotations.Nullable;

/**
 * Tells a worker which slice of which problem it is to sample from now on: to find it by its anchors, and answer with it, or as
 * another worker found it.
 *
 * <pre>
 * numbers = dimension isQuick path points*  kind = find
 *         | slice                           kind = take; by {@link Surveyed}
 * text    = the experiment
 * </pre>
 *
 * @param id of this and of all that is asked about it
 * @param anchors of the slice, or null if it has been found
 * @param slice that has been found, or null
 * @param isQuick whether the coarsest grid is sampled at once when the slice has been found
 */
record Job(
        int id,
        Experiment experiment,
        @Nullable Anchors anchors,
        @Nullable Slice slice,
        boolean isQuick) {
    static final String FIND = "find";
    static final String TAKE = "take";
    /** The answer to a job whose slice had been found. */
    static final String TAKEN = "taken";

    static Job find(int id, Experiment experiment, Anchors anchors, boolean isQuick) {
        return new Job(id, experiment, anchors, null, isQuick);
    }

    Job found(Slice found) {
        return new Job(id, experiment, null, found, isQuick);
    }

    /** The same job for an experiment that differs only in what is looked at. */
    Job of(Experiment changed) {
        return new Job(id, changed, anchors, slice, isQuick);
    }

    Message message() {
        String text = ExperimentCodec.writeWithStart(experiment);
        if (anchors == null) {
            Pack pack = new Pack();
            Surveyed.write(Objects.requireNonNull(slice), pack);
            return Message.of(TAKE, id, text, pack.numbers());
        }
        Pack pack = new Pack().add(anchors.dimension()).add(isQuick ? 1 : 0).add(anchors.path());
        anchors.points().forEach(pack::add);
        return Message.of(FIND, id, text, pack.numbers());
    }

    static Job of(Message message) {
        Experiment experiment = ExperimentCodec.read(message.getText());
        Unpack unpack = new Unpack(message);
        if (message.getKind().equals(TAKE)) {
            return new Job(message.getId(), experiment, null, Surveyed.read(unpack), false);
        }
        int dimension = unpack.whole();
        boolean isQuick = unpack.whole() == 1;
        double[] path = unpack.array();
        List<double[]> points = new ArrayList<>();
        while (unpack.hasMore()) {
            points.add(unpack.array());
        }
        return find(message.getId(), experiment, new Anchors(path, dimension, points), isQuick);
    }
}
