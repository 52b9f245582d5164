package org.fallline.scene;

import org.fallline.experiment.Trajectory;
import org.fallline.survey.Slice;

/** A trajectory's shadow on a slice: the nearest point to each state, and how far from it the state is. */
public final class Shadow {
    private final Trajectory trajectory;
    private final double[] u;
    private final double[] v;
    private final double[] distances;

    public Shadow(Trajectory trajectory, Slice slice) {
        this.trajectory = trajectory;
        this.u = new double[trajectory.length()];
        this.v = new double[u.length];
        this.distances = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            double[] state = trajectory.params(i);
            double[] at = slice.project(state);
            u[i] = at[0];
            v[i] = at[1];
            distances[i] = slice.distance(state);
        }
    }

    public Trajectory trajectory() {
        return trajectory;
    }

    /** The distance from the slice after some steps, or after the last if there are fewer. */
    public double distance(int step) {
        return distances[Math.min(step, distances.length - 1)];
    }

    LandscapeFigure.Path path(String label, int color, int step) {
        return new LandscapeFigure.Path(
                label, color, u, v, step, trajectory.ending() != null, trajectory.losses(), distances);
    }
}
