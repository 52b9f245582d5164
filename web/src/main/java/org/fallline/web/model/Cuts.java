package org.fallline.web.model;

import org.fallline.experiment.Cut;
import org.fallline.experiment.PlaneSpec;
import org.fallline.problem.ProblemSpec;

/** Which cut suits a problem that the visitor chose. */
final class Cuts {
    private Cuts() {}

    /**
     * The cut that a problem begins with. Two weights of a network say little of the others: their plane stays where the walk
     * began, which soon is far away. The principal components show the walk and what it found.
     *
     * @param steps of the walk
     */
    static Cut first(ProblemSpec problem, int steps) {
        return problem instanceof ProblemSpec.Network
                ? Cut.of(new PlaneSpec.Principal()).withAnchor(0, steps)
                : Cut.DEFAULT;
    }

    /** The cut of a problem that has got other parameters: the kind stays, unless it was made of points that are no more. */
    static Cut next(Cut before, ProblemSpec problem, int parameters, int steps) {
        return switch (before.plane().kind()) {
            case RANDOM, PRINCIPAL, CURVATURE -> parameters < 2 ? Cut.DEFAULT : before.withWindow(null);
            case AXES -> Cut.DEFAULT;
            case POINTS, LINE -> first(problem, steps);
        };
    }

    /** The cut of a walk that has got another length: what shows the whole walk goes on doing so. */
    static Cut walking(Cut before, int stepsBefore, int steps) {
        boolean isOfAll = before.plane() instanceof PlaneSpec.Principal && before.anchor() == stepsBefore;
        return isOfAll ? before.withAnchor(before.walker(), steps) : before;
    }
}
