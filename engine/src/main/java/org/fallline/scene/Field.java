package org.fallline.scene;

/**
 * Directions at points of the plane, such as the way down of a loss on a lattice: drawn as faint arrows whose lengths tell
 * steep from gentle only by rank, since slopes differ by orders of magnitude.
 *
 * @param u the points' first plane coordinates
 * @param v the points' second plane coordinates
 * @param du the directions' first components, in units of the plane's coordinates; where a direction is zero or not finite
 *     there is no arrow
 * @param dv the directions' second components; no array is modified
 */
@SuppressWarnings("ArrayRecordComponent")
public record Field(double[] u, double[] v, double[] du, double[] dv) {
    public Field {
        if (v.length != u.length || du.length != u.length || dv.length != u.length) {
            throw new IllegalArgumentException("a field needs as many of u, v, du and dv, but has " + u.length + ", "
                    + v.length + ", " + du.length + " and " + dv.length);
        }
    }
}
