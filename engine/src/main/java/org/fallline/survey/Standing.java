package org.fallline.survey;

import org.fallline.landscape.Curvature;
import org.fallline.landscape.NewtonStep;
import org.fallline.landscape.SymmetricOperator;
import org.fallline.landscape.Ticks;
import org.fallline.landscape.Vectors;
import org.fallline.math.Key;

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
            return "The second derivatives are not finite here.";
        }
        double most = curvature.largest();
        double error = curvature.error();
        StringBuilder out = new StringBuilder("Sharpness λmax = ").append(number(most));
        if (curvature.dimension() > 1) {
            out.append(", ").append(condition());
        }
        if (most > error) {
            out.append(": plain gradient descent is stable up to a learning rate of ")
                    .append(number(curvature.largestStableRate()))
                    .append('.');
        } else {
            out.append(": the loss bends up nowhere here, so no learning rate is too large for it.");
        }
        if (curvature.isIndefinite()) {
            out.append(" In other directions it bends down, λmin = ")
                    .append(number(curvature.smallest()))
                    .append('.');
        }
        if (!curvature.converged()) {
            out.append(" These are estimates, to within ").append(number(error)).append('.');
        }
        return out.toString();
    }

    private String condition() {
        double condition = curvature.condition();
        if (Double.isNaN(condition)) {
            return "condition number unknown, as of " + curvature.dimension()
                    + " eigenvalues only the largest and the smallest are computed";
        }
        return Double.isInfinite(condition)
                ? "condition number ∞, as in some direction the loss does not bend"
                : "condition number " + number(condition);
    }

    /** Whether there is a Newton step to be drawn. */
    public boolean hasNewtonStep() {
        return newton.outcome() == NewtonStep.Outcome.SOLVED;
    }

    /** Why there is no Newton step, or what is unexpected about it, in a sentence; empty if it leads down. */
    public String newtonText() {
        return switch (newton.outcome()) {
            case SOLVED -> newton.slope() > 0 ? "Newton's step leads uphill here: to a saddle or a maximum." : "";
            case SINGULAR -> "There is no Newton step here: the Hessian is singular.";
            case NEGATIVE_CURVATURE -> "There is no Newton step down from here: in some direction the loss bends down.";
            case OUT_OF_PRODUCTS ->
                "Newton's step was not found in " + MOST_PRODUCTS
                        + " products with the Hessian: it is ill-conditioned.";
            case NOT_FINITE -> "There is no Newton step here: a derivative is not finite.";
        };
    }

    private static String number(double value) {
        return Ticks.text(value, DIGITS);
    }
}
