package org.fallline.survey;

import java.util.List;
import org.fallline.landscape.Lanczos;
import org.fallline.landscape.Plane;
import org.fallline.landscape.SymmetricOperator;
import org.fallline.landscape.Ticks;
import org.fallline.landscape.Vectors;
import org.fallline.math.Key;
import org.fallline.math.Real;
import org.fallline.say.Say;

/**
 * The plane of the steepest and the most curved direction at a point: the gradient, and the eigenvector of the Hessian's largest
 * eigenvalue, at a right angle.
 *
 * <p>Where the gradient is that eigenvector, as it often is across a ravine, the next eigenvector takes its place; where there is
 * no gradient, as in a minimum, the first two eigenvectors span the plane.
 *
 * @param plane through the point
 * @param uName the name of the first direction
 * @param vName the name of the second direction
 * @param note what they are, in a sentence
 */
record SteepestPlane(Plane plane, String uName, String vName, String note) {
    /**
     * Residuals of the eigenpairs, relative to the largest. A direction is off by that angle, over its eigenvalue's distance from the
     * next: a twentieth of a pixel at the edge of a picture; an eigenvalue by its square.
     */
    private static final double TOLERANCE = 1e-4;

    private static final int MOST_PRODUCTS = 120;

    /** What is left of an eigenvector beside the gradient must be more than this share of it to give a direction. */
    private static final double LEAST_SHARE = 0.05;

    /** The plane at a point; {@code at} is not modified. */
    static SteepestPlane of(Derivatives derivatives, double[] at) {
        double[] gradient = new double[at.length];
        derivatives.function().valueAndGradient(at, gradient);
        SymmetricOperator hessian = derivatives.hessianAt(at);
        double norm = Vectors.normalize(gradient);
        if (!(norm > 0) || !Real.isFinite(norm)) {
            List<Lanczos.Pair> two = mostCurved(hessian, 2);
            return new SteepestPlane(
                    new Plane(at, two.get(0).vector(), two.get(1).vector()),
                    "e₁",
                    "e₂",
                    Say.of(
                            "slice.flat",
                            "The gradient is zero here; the directions are those of greatest curvature, {0} and {1}.",
                            value(two.get(0)),
                            value(two.get(1))));
        }
        // To be sure of the second costs three times as much as the first.
        Lanczos.Pair first = mostCurved(hessian, 1).get(0);
        double[] direction = first.vector().clone();
        if (Vectors.orthogonalize(direction, gradient) >= LEAST_SHARE) {
            String note = Say.of(
                    "slice.steepest",
                    "To the right the gradient, upwards the direction of greatest curvature, {0}, as far as it is at a right angle to it.",
                    value(first));
            return new SteepestPlane(new Plane(at, gradient, direction), "∇L", "e₁", note);
        }
        Lanczos.Pair second = mostCurved(hessian, 2).get(1);
        double[] next = second.vector().clone();
        Vectors.orthogonalize(next, gradient);
        String note = Say.of(
                "slice.steepestNext",
                "The gradient is the direction of greatest curvature, {0}; upwards is the next, {1}.",
                value(first),
                value(second));
        return new SteepestPlane(new Plane(at, gradient, next), "∇L", "e₂", note);
    }

    /** The eigenpairs of the largest eigenvalues, of which one may occur several times. */
    private static List<Lanczos.Pair> mostCurved(SymmetricOperator hessian, int count) {
        Lanczos.Result result = Lanczos.extremes(hessian, count, 0, TOLERANCE, MOST_PRODUCTS, count > 1, Key.of(0));
        if (result.end() == Lanczos.End.NOT_FINITE) {
            throw new IllegalArgumentException(
                    "the Hessian is not finite where the walk is: choose another step or another plane");
        }
        return result.largest();
    }

    private static String value(Lanczos.Pair pair) {
        return "λ = " + Ticks.text(pair.value(), 3);
    }
}
