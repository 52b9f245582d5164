package org.fallline.landscape;

/**
 * A polyline of equal loss in plane coordinates, with higher ground on its left (u to the right, v up).
 *
 * <p>A closed one does not repeat its first point at the end; an open one ends at the grid's edge or at a hole.
 * Consecutive points differ. The arrays are the isoline's own, not to be modified.
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity, never by content
public record Isoline(double level, double[] u, double[] v, boolean closed) {
    public Isoline {
        if (u.length != v.length || u.length < 2) {
            throw new IllegalArgumentException("an isoline needs as many u as v, and two points at least, but has "
                    + u.length + " and " + v.length);
        }
    }
}
