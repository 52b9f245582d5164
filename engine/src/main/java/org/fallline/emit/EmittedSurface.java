package org.fallline.emit;

/**
 * A WebAssembly module that evaluates a loss at points of a plane through parameter space.
 *
 * <p>The module exports its {@code memory}, and {@code evaluate(count)}, which computes the losses at the first so many points. The
 * caller writes the plane, then points, calls, and reads results; all are doubles in the memory, the offsets in bytes:
 *
 * <pre>
 * planeOffset    origin, a, b         {@code parameters} numbers each
 * pointsOffset   u, v                 CAPACITY numbers each
 * resultsOffset  the losses           CAPACITY numbers
 * </pre>
 *
 * <p>So one module serves every plane, window and order of points, and bytes and the number of parameters are all that another
 * thread needs. Parameters {@code origin + u·a + v·b} are computed in double precision and then rounded to float, in which the rest
 * is computed but for sums over rows. Nothing traps: where numbers are not finite, or leave float's range, losses are infinite
 * or NaN.
 */
public final class EmittedSurface {
    /** The most points of one call. */
    public static final int CAPACITY = 4096;

    private static final int DOUBLE = 8;

    private final byte[] module;
    private final int parameters;

    /**
     * A module that was emitted, here or in another thread.
     *
     * @param module the binary; not copied
     * @param parameters how many numbers a point of the parameter space has
     */
    public EmittedSurface(byte[] module, int parameters) {
        this.module = module;
        this.parameters = parameters;
    }

    /** The binary; not to be modified. */
    public byte[] module() {
        return module;
    }

    /** How many numbers a point of the parameter space has. */
    public int parameters() {
        return parameters;
    }

    /** Where the plane is written. */
    public int planeOffset() {
        return 0;
    }

    /** Where the points are written. */
    public int pointsOffset() {
        return pointsOffset(parameters);
    }

    /** Where the losses are read. */
    public int resultsOffset() {
        return resultsOffset(parameters);
    }

    static int pointsOffset(int parameters) {
        // A multiple of 16, so that no vector of points lies across two lines of the cache.
        return (3 * parameters + 1) / 2 * 2 * DOUBLE;
    }

    static int resultsOffset(int parameters) {
        return pointsOffset(parameters) + 2 * DOUBLE * CAPACITY;
    }

    /** Where the rest of the memory begins. */
    static int endOffset(int parameters) {
        return resultsOffset(parameters) + DOUBLE * CAPACITY;
    }
}
