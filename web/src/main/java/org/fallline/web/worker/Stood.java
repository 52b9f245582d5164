package org.fallline.web.worker;

import org.fallline.landscape.Curvature;
import org.fallline.landscape.NewtonStep;
import org.fallline.survey.Standing;

/**
 * How things stand at a point; all of it but the eigenvectors of the Hessian beside the sharpest.
 *
 * <pre>
 * numbers   = reading curvature newton         reading by {@link Noted}
 * curvature = dimension known sharpest error converged products
 * newton    = step slope residual outcome products
 * </pre>
 */
record Stood(int id, Standing standing) {
    static final String KIND = "stood";

    Message message() {
        return Message.of(KIND, id, "", numbers(standing));
    }

    static Stood of(Message message) {
        return new Stood(message.getId(), read(new Unpack(message)));
    }

    static double[] numbers(Standing standing) {
        Pack pack = new Pack();
        Noted.write(standing.reading(), pack);
        Curvature curvature = standing.curvature();
        pack.add(curvature.dimension())
                .add(curvature.known())
                .add(curvature.sharpest())
                .add(curvature.error())
                .add(curvature.converged() ? 1 : 0)
                .add(curvature.products());
        NewtonStep newton = standing.newton();
        pack.add(newton.step())
                .add(newton.slope())
                .add(newton.residual())
                .add(newton.outcome(), NewtonStep.Outcome.values())
                .add(newton.products());
        return pack.numbers();
    }

    static Standing read(Unpack unpack) {
        return new Standing(Noted.read(unpack), curvature(unpack), newton(unpack));
    }

    private static Curvature curvature(Unpack unpack) {
        return new Curvature(
                unpack.whole(),
                unpack.array(),
                unpack.array(),
                unpack.number(),
                unpack.whole() == 1,
                unpack.whole(),
                null);
    }

    private static NewtonStep newton(Unpack unpack) {
        return new NewtonStep(
                unpack.array(),
                unpack.number(),
                unpack.number(),
                unpack.one(NewtonStep.Outcome.values()),
                unpack.whole());
    }
}
