package org.fallline.experiment;

import java.util.List;
import java.util.function.UnaryOperator;

/** Which plane through parameter space a landscape shows, or which line its profile follows. */
public sealed interface PlaneSpec {
    /**
     * Two parameters; the others are held where the walker stands.
     *
     * @param horizontal the index of the parameter that runs to the right
     * @param vertical the index of the parameter that runs upwards; another one, if there is another
     */
    record Axes(int horizontal, int vertical) implements PlaneSpec {
        @Override
        public Kind kind() {
            return Kind.AXES;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.axes(this);
        }
    }

    /** Two random directions through where the walker stands, filter-normalized: Li et al., arXiv:1712.09913, section 4. */
    record Random(int seed) implements PlaneSpec {
        @Override
        public Kind kind() {
            return Kind.RANDOM;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.random(this);
        }
    }

    /** The two principal components of the walker's path, through where the walker stands. */
    record Principal() implements PlaneSpec {
        @Override
        public Kind kind() {
            return Kind.PRINCIPAL;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.principal(this);
        }
    }

    /** The gradient where the walker stands, and the direction of greatest curvature there: the Hessian's top eigenvector. */
    record Curvature() implements PlaneSpec {
        @Override
        public Kind kind() {
            return Kind.CURVATURE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.curvature(this);
        }
    }

    /** Through three points, at the coordinates (0, 0), (1, 0) and (0, 1). */
    record Points(Waypoint origin, Waypoint right, Waypoint up) implements PlaneSpec {
        @Override
        public Kind kind() {
            return Kind.POINTS;
        }

        @Override
        public List<Waypoint> waypoints() {
            return List.of(origin, right, up);
        }

        @Override
        public PlaneSpec withWaypoints(UnaryOperator<Waypoint> change) {
            return new Points(change.apply(origin), change.apply(right), change.apply(up));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.points(this);
        }
    }

    /** The line through two points, at the coordinates 0 and 1: a profile instead of a map. */
    record Line(Waypoint from, Waypoint to) implements PlaneSpec {
        @Override
        public Kind kind() {
            return Kind.LINE;
        }

        @Override
        public List<Waypoint> waypoints() {
            return List.of(from, to);
        }

        @Override
        public PlaneSpec withWaypoints(UnaryOperator<Waypoint> change) {
            return new Line(change.apply(from), change.apply(to));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.line(this);
        }
    }

    /** The kinds, for menus and formats. */
    enum Kind implements Spelled {
        AXES("axes"),
        RANDOM("random"),
        PRINCIPAL("pca"),
        CURVATURE("hessian"),
        POINTS("points"),
        LINE("line");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        @Override
        public String text() {
            return text;
        }
    }

    Kind kind();

    /** The points that this goes through by its own choice, in order; none where it goes through the walk alone. */
    default List<Waypoint> waypoints() {
        return List.of();
    }

    /** The same with each of {@link #waypoints} changed. */
    default PlaneSpec withWaypoints(UnaryOperator<Waypoint> change) {
        return this;
    }

    /** Calls the visitor's method for this case. */
    <R> R accept(Visitor<R> visitor);

    /** One method a case, so that a new case breaks every consumer at compile time. */
    interface Visitor<R> {
        R axes(Axes spec);

        R random(Random spec);

        R principal(Principal spec);

        R curvature(Curvature spec);

        R points(Points spec);

        R line(Line spec);
    }
}
