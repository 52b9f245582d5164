package org.fallline.survey;

import org.fallline.autodiff.ValueAndGradient;
import org.fallline.landscape.Line;
import org.fallline.landscape.Plane;
import org.fallline.landscape.Surface;
import org.fallline.landscape.Window;
import org.fallline.math.Bounds;
import org.jspecify.annotations.Nullable;

/** A plane through parameter space, or a line, with the names that a figure gives its coordinates. */
public final class Slice {
    private final @Nullable Plane plane;
    private final @Nullable Line line;
    private final Legend legend;

    /**
     * What a reader should know of a slice.
     *
     * @param uName the name of the first coordinate
     * @param vName the name of the second coordinate; empty for a line
     * @param window the part that suits the problem
     * @param isParameters whether the coordinates are parameters themselves, so that all others are as in the origin
     * @param note what else there is to say, in a sentence or two; empty if nothing is
     */
    public record Legend(String uName, String vName, Window window, boolean isParameters, String note) {}

    private Slice(@Nullable Plane plane, @Nullable Line line, Legend legend) {
        this.plane = plane;
        this.line = line;
        this.legend = legend;
    }

    public static Slice of(Plane plane, Legend legend) {
        return new Slice(plane, null, legend);
    }

    public static Slice of(Line line, Legend legend) {
        return new Slice(null, line, legend);
    }

    /** The slice whose directions are these; a line if there is no second one. */
    public static Slice of(double[] origin, double[] u, double @Nullable [] v, Legend legend) {
        return v == null ? of(new Line(origin, u), legend) : of(new Plane(origin, u, v), legend);
    }

    public Legend legend() {
        return legend;
    }

    public boolean isLine() {
        return line != null;
    }

    /** The number of parameters. */
    public int dimension() {
        return origin().length;
    }

    /** Where both coordinates are 0; not to be modified. */
    public double[] origin() {
        return plane == null ? line().origin() : plane.origin();
    }

    /** The direction of the first coordinate; not to be modified. */
    public double[] u() {
        return plane == null ? line().direction() : plane.u();
    }

    /** The direction of the second coordinate, or null for a line; not to be modified. */
    public double @Nullable [] v() {
        return plane == null ? null : plane.v();
    }

    /** Writes the parameters at coordinates (u, v) to {@code out}, which is modified; v means nothing on a line. */
    public void point(double u, double v, double[] out) {
        if (plane == null) {
            line().point(u, out);
        } else {
            plane.point(u, v, out);
        }
    }

    /** The coordinates (u, v) of the nearest point; v is 0 on a line. */
    public double[] project(double[] params) {
        return plane == null ? new double[] {line().project(params), 0} : plane.project(params);
    }

    /** How far a point is from the nearest one of the slice. */
    public double distance(double[] params) {
        return plane == null ? line().distance(params) : plane.distance(params);
    }

    /** The window of the same extent along a line; across it, where nothing is shown, it is always the same. */
    public Window along(Window window) {
        return new Window(
                window.uMin(),
                window.uMax(),
                legend.window().vMin(),
                legend.window().vMax());
    }

    /** Whether neighbouring points of a picture of this window are different parameters, at least one of them. */
    public boolean resolves(Window window) {
        double[] center = new double[dimension()];
        point(window.uMin() / 2 + window.uMax() / 2, window.vMin() / 2 + window.vMax() / 2, center);
        double[] up = v();
        return tellsApart(center, u(), window.width()) && (up == null || tellsApart(center, up, window.height()));
    }

    private static boolean tellsApart(double[] center, double[] direction, double extent) {
        for (int i = 0; i < center.length; i++) {
            double way = Math.abs(direction[i]) * extent;
            if (way > 0 && Bounds.admit(center[i] - way / 2, center[i] + way / 2)) {
                return true;
            }
        }
        return false;
    }

    /** The coordinates (u, v) of the part of a displacement that lies in the slice; v is 0 on a line. */
    public double[] displacement(double[] displacement) {
        return plane == null ? new double[] {line().coordinate(displacement), 0} : plane.coordinates(displacement);
    }

    /** Whether all parameters can be reached in the slice: what is true of it is then true of the loss. */
    public boolean isWhole() {
        return dimension() <= (isLine() ? 1 : 2);
    }

    /** The plane, or null if this is a line. */
    @Nullable Plane plane() {
        return plane;
    }

    /** The loss over the slice. Like the function, not safe for use by several threads at once. */
    public Surface surface(ValueAndGradient function) {
        double[] params = new double[dimension()];
        return (u, v) -> {
            point(u, v, params);
            return function.value(params);
        };
    }

    /** The line; only of a slice that is one. */
    Line line() {
        if (line == null) {
            throw new IllegalStateException("a slice is a plane or a line");
        }
        return line;
    }
}
