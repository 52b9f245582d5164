package org.fallline.web.model;

import java.util.ArrayList;
import java.util.List;
import org.fallline.autodiff.ValueAndGradient;
import org.fallline.experiment.Trajectory;
import org.fallline.math.Real;

/** A walk by the slope under one's feet: every place where the walker has stood, with what was felt there. */
public final class NightWalk {
    private static final int DIMENSION = 2;

    private final ValueAndGradient function;
    private final List<double[]> places = new ArrayList<>();
    private final List<double[]> gradients = new ArrayList<>();
    private final List<Double> losses = new ArrayList<>();

    /** {@code start} is the first place, of two parameters. */
    public NightWalk(ValueAndGradient function, double[] start) {
        this.function = function;
        stand(start.clone());
    }

    private void stand(double[] place) {
        double[] gradient = new double[DIMENSION];
        losses.add(function.valueAndGradient(place, gradient));
        places.add(place);
        gradients.add(gradient);
    }

    /** Walks straight on: {@code heading} in radians counterclockwise from the first parameter's direction. */
    public void walk(double heading, double length) {
        double[] from = place();
        stand(new double[] {from[0] + length * Real.cos(heading), from[1] + length * Real.sin(heading)});
    }

    /** Where the walker stands; not to be modified. */
    public double[] place() {
        return places.get(places.size() - 1);
    }

    /** The gradient there; not to be modified. */
    public double[] gradient() {
        return gradients.get(gradients.size() - 1);
    }

    public double loss() {
        return losses.get(losses.size() - 1);
    }

    public int steps() {
        return places.size() - 1;
    }

    /** The walk as a trajectory like any other. */
    public Trajectory trajectory() {
        double[] all = new double[losses.size()];
        double[] params = new double[DIMENSION * all.length];
        double[] slopes = new double[params.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = losses.get(i);
            System.arraycopy(places.get(i), 0, params, DIMENSION * i, DIMENSION);
            System.arraycopy(gradients.get(i), 0, slopes, DIMENSION * i, DIMENSION);
        }
        return new Trajectory(DIMENSION, all, params, slopes, null);
    }
}
