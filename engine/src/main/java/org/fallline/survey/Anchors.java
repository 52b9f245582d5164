package org.fallline.survey;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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
 * @param beside some states of the other walks, which a window that shows the whole path is to show, too; not modified
 * @param points the waypoints of the cut's plane, in order; not modified
 */
@SuppressWarnings("ArrayRecordComponent")
public record Anchors(double[] path, int dimension, double[] beside, List<double[]> points) {
    /** Enough states to know a path's principal components by. */
    private static final int MOST_STATES = 256;

    /** Enough states of all other walks together to know where they are. */
    private static final int MOST_BESIDE = 96;

    public Anchors {
        if (path.length == 0 || path.length % dimension != 0 || beside.length % dimension != 0) {
            throw new IllegalArgumentException("paths in " + dimension + " dimensions are not made of " + path.length
                    + " and " + beside.length + " numbers");
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
            return new Anchors(new double[states.start().length], states.start().length, new double[0], List.of());
        }
        boolean isOfWalk = cut.plane() instanceof PlaneSpec.Principal;
        List<double[]> points =
                waypoints.stream().map(waypoint -> waypoint.accept(states)).toList();
        return new Anchors(
                states.path(cut.walker(), isOfWalk ? 0 : through, through, MOST_STATES),
                states.start().length,
                isOfWalk ? states.beside(cut.walker(), through) : new double[0],
                points);
    }

    /** Whether these are the same states. */
    public boolean same(Anchors other) {
        boolean same = Arrays.equals(path, other.path)
                && Arrays.equals(beside, other.beside)
                && points.size() == other.points.size();
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
            return path(waypoint.optimizer(), waypoint.step(), waypoint.step(), 1);
        }

        @Override
        public double[] given(Waypoint.Given waypoint) {
            return waypoint.params().stream().mapToDouble(Double::doubleValue).toArray();
        }

        /** States up to a step of all walks but one's, one walk after the other. */
        double[] beside(int optimizer, int last) {
            int most = Math.max(2, MOST_BESIDE / Math.max(1, walks.size() - 1));
            return IntStream.range(0, walks.size())
                    .filter(other -> other != optimizer)
                    .mapToObj(other -> path(other, 0, last, most))
                    .flatMapToDouble(Arrays::stream)
                    .toArray();
        }

        double[] path(int optimizer, int first, int last, int most) {
            if (last == 0) {
                return start.clone();
            }
            Trajectory walk = walks.get(optimizer);
            int end = Math.min(last, walk.length() - 1);
            int begin = Math.min(first, end);
            int count = Math.min(end - begin + 1, most);
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
