package org.fallline.problem;

import java.util.List;
import org.fallline.optim.Objective;
import org.fallline.tensor.Shape;

/**
 * A loss as a function of some of its parameters, while the others are held where they are.
 *
 * <p>An optimizer that is given this knows nothing of the others: no momentum, weight decay or price on weights can move them.
 * Gradient and Hessian are the rows and columns of the whole ones that belong to the parameters that move.
 */
public final class HeldObjective implements Objective {
    private final CompiledObjective whole;
    private final int[] moved;
    private final int[] segments;
    private final double[] params;
    private final double[] gradient;
    /** Made when it is first needed. */
    private double[] hessian = {};

    /** The loss of a problem some of whose parameters are frozen. */
    public HeldObjective(CompiledObjective whole) {
        Problem problem = whole.problem();
        List<Shape> shapes = problem.layout().shapes();
        this.whole = whole;
        this.moved = problem.moved();
        int[] sizes = new int[shapes.size() - problem.frozen().size()];
        int count = 0;
        for (int i = 0; i < shapes.size(); i++) {
            if (!problem.frozen().contains(i)) {
                sizes[count++] = shapes.get(i).size();
            }
        }
        this.segments = sizes;
        this.params = new double[problem.layout().size()];
        this.gradient = new double[params.length];
    }

    /** How many numbers move. */
    public int size() {
        return moved.length;
    }

    /**
     * Takes the numbers that move out of all.
     *
     * @param all not modified
     * @param into as long as there are numbers that move; modified
     */
    public void take(double[] all, double[] into) {
        for (int i = 0; i < moved.length; i++) {
            into[i] = all[moved[i]];
        }
    }

    /**
     * Puts the numbers that move back to their places.
     *
     * @param some not modified
     * @param into all numbers; those that move are modified
     */
    public void put(double[] some, double[] into) {
        for (int i = 0; i < moved.length; i++) {
            into[moved[i]] = some[i];
        }
    }

    /**
     * Holds the others at these values.
     *
     * @param all not modified
     */
    public void hold(double[] all) {
        System.arraycopy(all, 0, params, 0, params.length);
    }

    @Override
    public int[] segments() {
        return segments;
    }

    @Override
    public double value(double[] some) {
        put(some, params);
        return whole.value(params);
    }

    @Override
    public double valueAndGradient(double[] some, double[] into, int from) {
        put(some, params);
        double value = whole.valueAndGradient(params, gradient, 0);
        for (int i = 0; i < moved.length; i++) {
            into[from + i] = gradient[moved[i]];
        }
        return value;
    }

    @Override
    public void hessian(double[] some, double[] into, int from) {
        int n = params.length;
        if (hessian.length == 0) {
            hessian = new double[n * n];
        }
        put(some, params);
        whole.hessian(params, hessian, 0);
        for (int i = 0; i < moved.length; i++) {
            for (int j = 0; j < moved.length; j++) {
                into[from + i * moved.length + j] = hessian[moved[i] * n + moved[j]];
            }
        }
    }
}
