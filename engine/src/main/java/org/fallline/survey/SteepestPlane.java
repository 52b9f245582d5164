package org.fallline.survey;

import org.fallline.landscape.Plane;
import org.fallline.problem.Problem;

/** placeholder. */
record SteepestPlane(Plane plane, String uName, String vName, String note) {
    static SteepestPlane of(Problem problem, double[] center) {
        throw new IllegalArgumentException("not yet");
    }
}
