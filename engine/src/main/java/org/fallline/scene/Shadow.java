package org.fallline.scene;

import java.util.Arrays;
import org.fallline.experiment.Trajectory;
import org.fallline.survey.Slice;

/** A trajectory's shadow on a slice: the nearest point to each state, and how far from it the state is. */
public final class Shadow {
    private final Trajectory trajectory;
    private final Slice slice;
    private final Track track;
    /** Each is found when it is asked for, which most never are; until then it is no number. */
    private final double[] distances;

    public Shadow(Trajectory trajectory, Slice slice) {
        this.trajectory = trajectory;
        this.slice = slice;
        double[] u = new double[trajectory.length()];
        double[] v = new double[u.length];
        this.distances = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            double[] at = slice.project(trajectory.params(i));
            u[i] = at[0];
            v[i] = at[1];
        }
        Arrays.fill(distances, Double.NaN);
        this.track = new Track(u, v);
    }

    public Trajectory trajectory() {
        return trajectory;
    }

    public Slice slice() {
        return slice;
    }

    /** The distance from the slice after some steps, or after the last if there are fewer. */
    public double distance(int step) {
        int state = Math.min(step, distances.length - 1);
        if (Double.isNaN(distances[state])) {
            distances[state] = slice.distance(trajectory.params(state));
        }
        return distances[state];
    }

    /** The walk up to a step, as a map shows it; {@code color} is an index of {@link Theme#optimizer}. */
    public LandscapeFigure.Path path(String label, int color, int step) {
        return new LandscapeFigure.Path(
                label, color, track, step, trajectory.ending() != null, trajectory.losses(), this::distance);
    }

    ProfileFigure.Walk walk(String label, int color, int step) {
        for (int i = 0; i < distances.length; i++) {
            distance(i);
        }
        return new ProfileFigure.Walk(
                label, color, track.u(), trajectory.losses(), slopes(), distances, step, trajectory.ending() != null);
    }

    /** The derivative of the loss by the slice's first coordinate at each state. */
    private double[] slopes() {
        double[] direction = slice.u();
        double[] slopes = new double[distances.length];
        for (int i = 0; i < slopes.length; i++) {
            double[] gradient = trajectory.gradient(i);
            for (int k = 0; k < direction.length; k++) {
                slopes[i] += direction[k] * gradient[k];
            }
        }
        return slopes;
    }
}
