package org.fallline.survey;

import java.util.Arrays;
import java.util.List;
import org.fallline.experiment.Cut;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.PlaneSpec;
import org.fallline.experiment.Trajectory;
import org.fallline.experiment.Waypoint;
import org.jspecify.annotations.Nullable;

/**
 * The states of walks that a cut is made through: what a slice depends on beside the problem, and no more.
 *
 * @param path states of the cut's walker, each of {@code dimension} numbers, one after the other, in order; the last is where
 *     the cut goes through. Of a long path as many as a plane needs, evenly spread. Not modified
 * @param dimension how many parameters there are
 * @param points the waypoints of the cut's plane, in order; not modified
 */
@SuppressWarnings("ArrayRecordComponent")
public record Anchors(double[] path, int dimension, List<double[]> points) {
    /** Enough states to know a path's principal components by. */
    private static final int MOST_STATES = 256;

    public Anchors {
        if (path.length == 0 || path.length % dimension != 0) {
            throw new IllegalArgumentException(
                    "a path in " + dimension + " dimensions is not made of " + path.length + " numbers");
        }
        points = List.copyOf(points);
    }

    /**
     * The anchors of an experiment's cut; null if they are not known yet.
     *
     * @param walks one an optimizer, in order; none while they are being computed
     */
    public static @Nullable Anchors of(Experiment experiment, List<Trajectory> walks) {
        Cut cut = experiment.view().cut();
        States states = new States(
                experiment.start().stream().mapToDouble(Double::doubleValue).toArray(), walks);
        int through = cut.through(experiment.view().step());
        List<Waypoint> waypoints = cut.plane().waypoints();
        boolean known = states.knows(cut.walker(), through)
                && waypoints.stream().allMatch(waypoint -> waypoint.accept(states.knowing()));
        if (!known) {
            return null;
        }
        if (cut.plane() instanceof PlaneSpec.Axes && states.start().length <= 2) {
            // Such a slice is all there is, and goes through every state.
            return new Anchors(new double[states.start().length], states.start().length, List.of());
        }
        int first = cut.plane() instanceof PlaneSpec.Principal ? 0 : through;
        List<double[]> points =
                waypoints.stream().map(waypoint -> waypoint.accept(states)).toList();
        return new Anchors(
                states.path(cut.walker(), first, through), experiment.start().size(), points);
    }

    /** Whether these are the same states. */
    public boolean same(Anchors other) {
        boolean same = Arrays.equals(path, other.path) && points.size() == other.points.size();
        for (int i = 0; same && i < points.size(); i++) {
            same = Arrays.equals(points.get(i), other.points.get(i));
        }
        return same;
    }

    /** Where the cut goes through the walk. */
    public double[] center() {
        return Arrays.copyOfRange(path, path.length - dimension, path.length);
    }

    /** How many states of the path there are. */
    public int states() {
        return path.length / dimension;
    }

    /** States by optimizer and step: of a walk that ended early, its last one stands for those that are missing. */
    private record States(double[] start, List<Trajectory> walks) implements Waypoint.Visitor<double[]> {
        boolean knows(int optimizer, int step) {
            return step == 0 || optimizer < walks.size();
        }

        Waypoint.Visitor<Boolean> knowing() {
            return new Waypoint.Visitor<>() {
                @Override
                public Boolean walked(Waypoint.Walked waypoint) {
                    return knows(waypoint.optimizer(), waypoint.step());
                }

                @Override
                public Boolean given(Waypoint.Given waypoint) {
                    return true;
                }
            };
        }

        @Override
        public double[] walked(Waypoint.Walked waypoint) {
            return path(waypoint.optimizer(), waypoint.step(), waypoint.step());
        }

        @Override
        public double[] given(Waypoint.Given waypoint) {
            return waypoint.params().stream().mapToDouble(Double::doubleValue).toArray();
        }

        double[] path(int optimizer, int first, int last) {
            if (last == 0) {
                return start.clone();
            }
            Trajectory walk = walks.get(optimizer);
            int end = Math.min(last, walk.length() - 1);
            int begin = Math.min(first, end);
            int count = Math.min(end - begin + 1, MOST_STATES);
            double[] path = new double[count * start.length];
            for (int i = 0; i < count; i++) {
                // Counted from the end, which must be met exactly.
                int back = count == 1 ? 0 : (int) ((long) (count - 1 - i) * (end - begin) / (count - 1));
                System.arraycopy(walk.params(end - back), 0, path, i * start.length, start.length);
            }
            return path;
        }
    }
}
