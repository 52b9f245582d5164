package org.fallline.web.worker;

import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.problem.ProblemSpec;
import org.fallline.study.RangeTest;
import org.fallline.study.Study;
import org.fallline.study.Sweep;
import org.fallline.study.TestLosses;

/**
 * Asks a worker for a study of an experiment, instead of the one of this kind that was asked for before.
 *
 * <pre>
 * numbers = kind numbers*
 * text    = the experiment
 * </pre>
 *
 * @param numbers what the kind needs beside the experiment; not modified
 */
@SuppressWarnings("ArrayRecordComponent")
record StudyRequest(int id, Kind kind, Experiment experiment, double[] numbers) {
    static final String KIND = "study";

    /** What is studied. */
    enum Kind {
        /** The numbers are the optimizer's index. */
        RANGE {
            @Override
            Study study(Experiment experiment, double[] numbers) {
                return new RangeTest(experiment, (int) numbers[0]);
            }
        },
        /** The numbers are the optimizer's index. */
        SWEEP {
            @Override
            Study study(Experiment experiment, double[] numbers) {
                return new Sweep(experiment, (int) numbers[0]);
            }
        },
        /** The numbers are parameters, state by state. */
        TEST {
            @Override
            Study study(Experiment experiment, double[] numbers) {
                int dimension = experiment.start().size();
                return experiment.problem() instanceof ProblemSpec.Network network
                        ? new TestLosses(network.learning(experiment.seed()).test(), dimension, numbers)
                        : new TestLosses(null, dimension, numbers);
            }
        };

        abstract Study study(Experiment experiment, double[] numbers);
    }

    Study study() {
        return kind.study(experiment, numbers);
    }

    Message message() {
        double[] all = new Pack().add(kind, Kind.values()).add(numbers).numbers();
        return Message.of(KIND, id, ExperimentCodec.writeWithStart(experiment), all);
    }

    static StudyRequest of(Message message) {
        Unpack unpack = new Unpack(message);
        return new StudyRequest(
                message.getId(), unpack.one(Kind.values()), ExperimentCodec.read(message.getText()), unpack.array());
    }
}
