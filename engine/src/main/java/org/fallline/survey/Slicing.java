package org.fallline.survey;

import java.util.List;
import org.fallline.experiment.Cut;
import org.fallline.experiment.PlaneSpec;
import org.fallline.landscape.Filters;
import org.fallline.landscape.Line;
import org.fallline.landscape.Plane;
import org.fallline.landscape.PrincipalComponents;
import org.fallline.landscape.RandomDirections;
import org.fallline.landscape.Window;
import org.fallline.math.Decimal;
import org.fallline.math.Key;
import org.fallline.math.Real;
import org.fallline.problem.Interval;
import org.fallline.problem.Problem;
import org.fallline.say.Say;

/**
 * Makes the slice that a cut describes: the one place that knows what each kind of plane is.
 *
 * <p>Directions that have no length of their own have unit length: their coordinates are distances in parameter space.
 */
public final class Slicing {
    /** How far a window reaches beyond the path or the points that it shows, as a share of their extent. */
    private static final double MARGIN = 0.25;

    /** How far a window reaches for other walks, each way, as a share of the path's extent: one may have gone to infinity. */
    private static final double REACH = 3;

    /** A state that is so many extents away, along either direction, has rounding errors for its other coordinate. */
    private static final double DIGITS = 1e9;

    /** A path that is this many times longer than it is wide is shown as if it were only so much longer. */
    private static final double MOST_ELONGATED = 4;

    /** Across a line nothing is shown; a window needs an extent all the same. */
    private static final Interval ACROSS = new Interval(-1, 1);

    private final Derivatives derivatives;
    private final Problem problem;
    private final Anchors anchors;

    private Slicing(Derivatives derivatives, Anchors anchors) {
        this.derivatives = derivatives;
        this.problem = derivatives.problem();
        this.anchors = anchors;
    }

    /**
     * The slice of a problem's parameter space.
     *
     * @throws IllegalArgumentException if the cut's points do not span a plane or a line, saying why
     */
    public static Slice of(Problem problem, Cut cut, Anchors anchors) {
        return of(new Derivatives(problem), cut, anchors);
    }

    /**
     * The slice of a problem's parameter space, for who has compiled its derivatives.
     *
     * @throws IllegalArgumentException if the cut's points do not span a plane or a line, saying why
     */
    public static Slice of(Derivatives derivatives, Cut cut, Anchors anchors) {
        Slicing slicing = new Slicing(derivatives, anchors);
        return cut.plane().accept(slicing.new Kinds());
    }

    private static Window square(double radius) {
        return new Window(-radius, radius, -radius, radius);
    }

    /** What the first two points and a third are shown by: all three and as much around them. */
    private static final Window AROUND_POINTS = new Window(-0.5, 1.5, -0.5, 1.5);

    /** Half the shortest stretch of a parameter's axis that a picture shows. */
    private double radius() {
        double least = Double.POSITIVE_INFINITY;
        for (Interval interval : problem.domain()) {
            least = Real.min(least, interval.to() - interval.from());
        }
        return least / 2;
    }

    private final class Kinds implements PlaneSpec.Visitor<Slice> {
        @Override
        public Slice axes(PlaneSpec.Axes spec) {
            double[] center = anchors.center();
            List<String> names = problem.layout().elementNames();
            Interval right = problem.domain().get(spec.horizontal());
            if (center.length == 1) {
                Window window = new Window(right.from(), right.to(), ACROSS.from(), ACROSS.to());
                return Slice.of(Line.axis(center, 0), new Slice.Legend(names.get(0), "", window, true, ""));
            }
            Interval up = problem.domain().get(spec.vertical());
            Slice.Legend legend = new Slice.Legend(
                    names.get(spec.horizontal()),
                    names.get(spec.vertical()),
                    new Window(right.from(), right.to(), up.from(), up.to()),
                    true,
                    "");
            return Slice.of(Plane.axes(center, spec.horizontal(), spec.vertical()), legend);
        }

        @Override
        public Slice random(PlaneSpec.Random spec) {
            List<Filters> filters = problem.layout().shapes().stream()
                    .map(shape -> shape.rank() == 2
                            ? Filters.matrix(shape.extent(0), shape.extent(1))
                            : Filters.vector(shape.size()))
                    .toList();
            double[] center = anchors.center();
            Plane plane = RandomDirections.around(center, filters, RandomDirections.Biases.FIXED, Key.of(spec.seed()))
                    .through(center);
            boolean hasWeights = filters.stream().anyMatch(Filters::weights);
            return Slice.of(
                    plane,
                    new Slice.Legend(
                            "d₁",
                            "d₂",
                            square(hasWeights ? 1 : radius()),
                            false,
                            hasWeights
                                    ? Say.of(
                                            "slice.filters",
                                            "Two random directions; at a distance of 1 each unit's weights have changed by their own length, and biases stay as they are.")
                                    : Say.of("slice.random", "Two random directions at right angles.")));
        }

        @Override
        public Slice principal(PlaneSpec.Principal spec) {
            PrincipalComponents components = PrincipalComponents.of(anchors.path(), anchors.dimension());
            Plane plane = components.plane();
            Slice.Legend legend = new Slice.Legend(
                    "PC 1",
                    "PC 2",
                    around(plane),
                    false,
                    Say.of(
                            "slice.principal",
                            "The two components hold {0} and {1} of the variance of the path.",
                            percent(components.shareU()),
                            percent(components.shareV())));
            return Slice.of(plane, legend);
        }

        /** The part of a plane that shows the whole path, and of the other walks what is not far from it. */
        private Window around(Plane plane) {
            double[] low = {0, 0};
            double[] high = {0, 0};
            double[] path = shadows(plane, anchors.path());
            for (int i = 0; i < path.length; i++) {
                low[i % 2] = Real.min(low[i % 2], path[i]);
                high[i % 2] = Real.max(high[i % 2], path[i]);
            }
            double extent = Real.max(high[0] - low[0], high[1] - low[1]);
            if (!(extent > 0) || !Real.isFinite(extent)) {
                return square(radius());
            }
            double[] lowest = {low[0] - REACH * extent, low[1] - REACH * extent};
            double[] highest = {high[0] + REACH * extent, high[1] + REACH * extent};
            double[] beside = shadows(plane, anchors.beside());
            for (int i = 0; i < beside.length; i++) {
                if (Math.abs(beside[i - i % 2]) < DIGITS * extent
                        && Math.abs(beside[i - i % 2 + 1]) < DIGITS * extent) {
                    low[i % 2] = Real.max(lowest[i % 2], Real.min(low[i % 2], beside[i]));
                    high[i % 2] = Real.min(highest[i % 2], Real.max(high[i % 2], beside[i]));
                }
            }
            Interval right = interval(low[0], high[0], extent);
            Interval up = interval(low[1], high[1], extent);
            return new Window(right.from(), right.to(), up.from(), up.to());
        }

        /** Where the shadows of states lie on a plane: two coordinates each. */
        private double[] shadows(Plane plane, double[] states) {
            double[] state = new double[anchors.dimension()];
            double[] shadows = new double[2 * (states.length / state.length)];
            for (int i = 0; i < shadows.length; i += 2) {
                System.arraycopy(states, i / 2 * state.length, state, 0, state.length);
                System.arraycopy(plane.project(state), 0, shadows, i, 2);
            }
            return shadows;
        }

        private Interval interval(double low, double high, double extent) {
            double width = Real.max(high - low, extent / MOST_ELONGATED) * (1 + 2 * MARGIN);
            return Interval.around(low / 2 + high / 2, width);
        }

        @Override
        public Slice curvature(PlaneSpec.Curvature spec) {
            SteepestPlane steepest = SteepestPlane.of(derivatives, anchors.center());
            return Slice.of(
                    steepest.plane(),
                    new Slice.Legend(steepest.uName(), steepest.vName(), square(radius()), false, steepest.note()));
        }

        @Override
        public Slice points(PlaneSpec.Points spec) {
            List<double[]> points = anchors.points();
            Plane plane = Plane.through(points.get(0), points.get(1), points.get(2));
            return Slice.of(
                    plane,
                    new Slice.Legend(
                            "u",
                            "v",
                            AROUND_POINTS,
                            false,
                            Say.of("slice.points", "The three points are at (0, 0), (1, 0) and (0, 1).")));
        }

        @Override
        public Slice line(PlaneSpec.Line spec) {
            List<double[]> points = anchors.points();
            Line line = Line.through(points.get(0), points.get(1));
            Window window = new Window(AROUND_POINTS.uMin(), AROUND_POINTS.uMax(), ACROSS.from(), ACROSS.to());
            return Slice.of(
                    line,
                    new Slice.Legend("t", "", window, false, Say.of("slice.line", "The two points are at 0 and 1.")));
        }
    }

    private static String percent(double share) {
        return Decimal.text(share * 100, 3) + " %";
    }
}
