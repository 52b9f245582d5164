package org.fallline.landscape;

import org.fallline.math.Real;

/**
 * The Newton step {@code −H⁻¹g} at a point: where the quadratic that touches the loss there has its stationary point.
 *
 * @param step to be added to the parameters; empty where it is not defined. The record's own array, not to be modified.
 * @param slope {@code g·step}: negative means that the loss falls at first along the step; NaN where there is none
 * @param residual {@code ‖H·step + g‖ / ‖g‖}, how exactly it solves the equation; NaN where there is none
 * @param outcome what came of it
 * @param products with the Hessian that were computed
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity, never by content
public record NewtonStep(double[] step, double slope, double residual, Outcome outcome, int products) {
    /** What came of a Newton step. */
    public enum Outcome {
        /** The step solves the equation. */
        SOLVED,
        /** The Hessian is singular to within rounding: there is no single step. */
        SINGULAR,
        /** Conjugate gradients met a direction along which the loss does not bend up; the step is that of before. */
        NEGATIVE_CURVATURE,
        /** Conjugate gradients used up their products; the step is the best so far. */
        OUT_OF_PRODUCTS,
        /** Gradient or Hessian is not finite. */
        NOT_FINITE
    }

    private static final double TOLERANCE = 1e-8;

    /** A curvature below this share of the largest met is none: its sign would be one of rounding errors. */
    private static final double FLAT = 1e-14;

    /**
     * The Newton step from {@code gradient} (not modified): by the eigenvectors where the {@code curvature}, of the same
     * Hessian, has them, which also goes to maxima and saddle points; else by conjugate gradients with at most {@code
     * mostProducts} products, which go down only.
     */
    public static NewtonStep of(SymmetricOperator hessian, Curvature curvature, double[] gradient, int mostProducts) {
        Vectors.requireLength("the gradient of this Hessian", hessian.size(), gradient.length);
        double norm = Vectors.norm(gradient);
        if (!Double.isFinite(norm) || curvature.known().length == 0) {
            return none(Outcome.NOT_FINITE, 0);
        }
        SymmetricEigen eigen = curvature.eigen();
        return eigen != null
                ? byEigenvectors(hessian, eigen, gradient)
                : byConjugateGradients(hessian, gradient, mostProducts);
    }

    private static NewtonStep byEigenvectors(SymmetricOperator hessian, SymmetricEigen eigen, double[] gradient) {
        int n = gradient.length;
        double most = Real.max(Math.abs(eigen.value(0)), Math.abs(eigen.value(n - 1)));
        double[] step = new double[n];
        for (int k = 0; k < n; k++) {
            double value = eigen.value(k);
            if (!(Math.abs(value) > Curvature.SINGULAR * most)) {
                return none(Outcome.SINGULAR, 0);
            }
            double[] vector = eigen.vector(k);
            Vectors.add(-Vectors.dot(vector, gradient) / value, vector, step);
        }
        return finished(hessian, gradient, step, Outcome.SOLVED, 0);
    }

    /**
     * M. R. Hestenes, E. Stiefel, 1952; the stop at negative curvature as in J. Nocedal, S. J. Wright, "Numerical
     * Optimization", 2nd edition, algorithm 7.1.
     */
    static NewtonStep byConjugateGradients(SymmetricOperator hessian, double[] gradient, int mostProducts) {
        int n = gradient.length;
        double[] step = new double[n];
        double[] rest = new double[n];
        Vectors.add(-1, gradient, rest);
        double[] direction = rest.clone();
        double[] product = new double[n];
        double norm = Vectors.norm(gradient);
        double restNorm = norm;
        double largestCurvature = 0;
        int products = 0;
        while (restNorm > TOLERANCE * norm) {
            if (products >= mostProducts) {
                return finished(hessian, gradient, step, Outcome.OUT_OF_PRODUCTS, products);
            }
            // Along a unit vector, so that no square overflows or vanishes.
            double length = Vectors.norm(direction);
            Vectors.normalize(direction);
            hessian.times(direction, product);
            products++;
            double curvature = Vectors.dot(direction, product);
            if (!Double.isFinite(Vectors.largest(product))) {
                return none(Outcome.NOT_FINITE, products);
            }
            largestCurvature = Real.max(largestCurvature, Math.abs(curvature));
            if (!(curvature > FLAT * largestCurvature)) {
                return products == 1
                        ? none(Outcome.NEGATIVE_CURVATURE, products)
                        : finished(hessian, gradient, step, Outcome.NEGATIVE_CURVATURE, products);
            }
            double factor = restNorm / curvature * (restNorm / length);
            Vectors.add(factor, direction, step);
            Vectors.add(-factor, product, rest);
            double next = Vectors.norm(rest);
            double ratio = next / restNorm;
            for (int i = 0; i < n; i++) {
                direction[i] = rest[i] + ratio * ratio * length * direction[i];
            }
            restNorm = next;
        }
        return finished(hessian, gradient, step, Outcome.SOLVED, products);
    }

    private static NewtonStep finished(
            SymmetricOperator hessian, double[] gradient, double[] step, Outcome outcome, int products) {
        double[] product = new double[step.length];
        hessian.times(step, product);
        Vectors.add(1, gradient, product);
        double norm = Vectors.norm(gradient);
        double residual = norm == 0 ? 0 : Vectors.norm(product) / norm;
        return new NewtonStep(step, Vectors.dot(gradient, step), residual, outcome, products + 1);
    }

    private static NewtonStep none(Outcome outcome, int products) {
        return new NewtonStep(new double[0], Double.NaN, Double.NaN, outcome, products);
    }

    /** Whether there is a step along which the loss falls at first: towards a saddle or a maximum it may rise. */
    public boolean isDescent() {
        return slope < 0;
    }
}
