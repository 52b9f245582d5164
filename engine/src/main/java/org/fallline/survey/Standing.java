package org.fallline.survey;

import java.util.ArrayList;
import java.util.List;
import org.fallline.landscape.Curvature;
import org.fallline.landscape.NewtonStep;
import org.fallline.landscape.SymmetricOperator;
import org.fallline.landscape.Ticks;
import org.fallline.landscape.Vectors;
import org.fallline.math.Key;
import org.fallline.say.Say;

/**
 * How things stand at a point of parameter space: how high, how steep, how curved, and where the quadratic that fits here is
 * level.
 *
 * @param reading loss and gradient
 * @param curvature of the whole loss, not of a slice
 * @param newton the Newton step of the whole loss
 */
public record Standing(Reading reading, Curvature curvature, NewtonStep newton) {
    /** Products for Newton's step where not all eigenvectors are known. */
    private static final int MOST_PRODUCTS = 100;

    private static final int DIGITS = 3;

    /** How things stand at {@code params}, which are not modified. */
    public static Standing at(Derivatives derivatives, double[] params) {
        Reading reading = Reading.at(derivatives, params);
        SymmetricOperator hessian = derivatives.hessianAt(params);
        Curvature curvature = Curvature.of(hessian, Key.of(0));
        NewtonStep newton = NewtonStep.of(hessian, curvature, reading.gradient(), MOST_PRODUCTS);
        return new Standing(reading, curvature, newton);
    }

    /** The point; not to be modified. */
    public double[] params() {
        return reading.params();
    }

    /** ‖∇L‖. */
    public double gradientNorm() {
        return Vectors.norm(reading.gradient());
    }

    /** What the curvature means for a descent from here, in a sentence or two. */
    public String text() {
        if (curvature.known().length == 0) {
            return Say.of("standing.notFinite", "The second derivatives are not finite here.");
        }
        double most = curvature.largest();
        double error = curvature.error();
        List<String> sentences = new ArrayList<>();
        String sharpness = curvature.dimension() > 1
                ? Say.of("standing.sharpnessAnd", "Sharpness λmax = {0}, {1}", number(most), condition())
                : Say.of("standing.sharpness", "Sharpness λmax = {0}", number(most));
        sentences.add(
                most > error
                        ? Say.of(
                                "standing.stable",
                                "{0}: plain gradient descent is stable up to a learning rate of {1}.",
                                sharpness,
                                number(curvature.largestStableRate()))
                        : Say.of(
                                "standing.noBend",
                                "{0}: the loss bends up nowhere here, so no learning rate is too large for it.",
                                sharpness));
        if (curvature.isIndefinite()) {
            sentences.add(Say.of(
                    "standing.down", "In other directions it bends down, λmin = {0}.", number(curvature.smallest())));
        }
        if (!curvature.converged()) {
            sentences.add(Say.of("standing.estimates", "These are estimates, to within {0}.", number(error)));
        }
        return String.join(" ", sentences);
    }

    private String condition() {
        double condition = curvature.condition();
        if (Double.isNaN(condition)) {
            return Say.of(
                    "standing.unknown",
                    "condition number unknown, as of {0} eigenvalues only the largest and the smallest are computed",
                    curvature.dimension());
        }
        return Double.isInfinite(condition)
                ? Say.of("standing.infinite", "condition number ∞, as in some direction the loss does not bend")
                : Say.of("standing.condition", "condition number {0}", number(condition));
    }

    /** Whether there is a Newton step to be drawn. */
    public boolean hasNewtonStep() {
        return newton.outcome() == NewtonStep.Outcome.SOLVED;
    }

    /** Why there is no Newton step, or what is unexpected about it, in a sentence; empty if it leads down. */
    public String newtonText() {
        return switch (newton.outcome()) {
            case SOLVED ->
                newton.slope() > 0
                        ? Say.of("newton.uphill", "Newton's step leads uphill here: to a saddle or a maximum.")
                        : "";
            case SINGULAR -> Say.of("newton.singular", "There is no Newton step here: the Hessian is singular.");
            case NEGATIVE_CURVATURE ->
                Say.of(
                        "newton.bendsDown",
                        "There is no Newton step down from here: in some direction the loss bends down.");
            case OUT_OF_PRODUCTS ->
                Say.of(
                        "newton.notFound",
                        "Newton's step was not found in {0} products with the Hessian: it is ill-conditioned.",
                        MOST_PRODUCTS);
            case NOT_FINITE -> Say.of("newton.notFinite", "There is no Newton step here: a derivative is not finite.");
        };
    }

    private static String number(double value) {
        return Ticks.text(value, DIGITS);
    }
}
