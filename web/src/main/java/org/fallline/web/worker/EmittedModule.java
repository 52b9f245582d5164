package org.fallline.web.worker;

import org.fallline.emit.EmittedSurface;
import org.fallline.emit.Emitter;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSMethod;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.typedarrays.ArrayBuffer;
import org.teavm.jso.typedarrays.Float64Array;
import org.teavm.jso.typedarrays.Int8Array;

/**
 * An emitted surface, instantiated: evaluates the loss at points of a plane.
 *
 * <p>Compiling happens at once, in the calling thread, which must not be the page's: browsers refuse it there for modules of more
 * than a few kilobytes. The site's policy allows it by {@code 'wasm-unsafe-eval'}.
 */
public final class EmittedModule {
    private final int parameters;
    private final Exports exports;
    private final Float64Array plane;
    private final Float64Array points;
    private final Float64Array results;

    /** What the module exports. */
    private interface Exports extends JSObject {
        @JSProperty
        WasmMemory getMemory();

        @JSMethod
        void evaluate(int count);
    }

    private interface WasmMemory extends JSObject {
        @JSProperty
        ArrayBuffer getBuffer();
    }

    /** Compiles and instantiates a module. */
    public EmittedModule(EmittedSurface surface) {
        this.parameters = surface.parameters();
        this.exports = instantiate(Int8Array.copyFromJavaArray(surface.module()));
        ArrayBuffer buffer = exports.getMemory().getBuffer();
        this.plane = view(buffer, surface.planeOffset(), 3 * parameters);
        this.points = view(buffer, surface.pointsOffset(), 2 * EmittedSurface.CAPACITY);
        this.results = view(buffer, surface.resultsOffset(), EmittedSurface.CAPACITY);
    }

    /** Whether this browser runs emitted modules; with {@code fused}, those with fused multiply-adds too. */
    public static boolean isSupported(boolean fused) {
        return fused ? Support.FUSED : Support.PLAIN;
    }

    /** Asked once: it takes milliseconds, and the answer stays. */
    private static final class Support {
        static final boolean PLAIN = validate(Int8Array.copyFromJavaArray(Emitter.probe(false)));
        static final boolean FUSED = validate(Int8Array.copyFromJavaArray(Emitter.probe(true)));
    }

    /** Sets the plane {@code origin + u·a + v·b} (not modified) of the points to come. */
    public void setPlane(double[] origin, double[] a, double[] b) {
        if (origin.length != parameters || a.length != parameters || b.length != parameters) {
            throw new IllegalArgumentException("a plane of " + origin.length + ", " + a.length + " and " + b.length
                    + " numbers: expected " + parameters + " each");
        }
        set(plane, Float64Array.copyFromJavaArray(origin), 0);
        set(plane, Float64Array.copyFromJavaArray(a), parameters);
        set(plane, Float64Array.copyFromJavaArray(b), 2 * parameters);
    }

    /** The losses at points (u, v) of the plane, as many as the arrays have (not modified). */
    public double[] evaluate(double[] u, double[] v) {
        if (u.length != v.length) {
            throw new IllegalArgumentException(u.length + " numbers u but " + v.length + " numbers v");
        }
        Float64Array allU = Float64Array.copyFromJavaArray(u);
        Float64Array allV = Float64Array.copyFromJavaArray(v);
        Float64Array losses = new Float64Array(u.length);
        for (int from = 0; from < u.length; from += EmittedSurface.CAPACITY) {
            int end = Math.min(from + EmittedSurface.CAPACITY, u.length);
            set(points, part(allU, from, end), 0);
            set(points, part(allV, from, end), EmittedSurface.CAPACITY);
            exports.evaluate(end - from);
            set(losses, part(results, 0, end - from), from);
        }
        return losses.copyToJavaArray();
    }

    @JSBody(params = "bytes", script = "return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports;")
    private static native Exports instantiate(Int8Array bytes);

    @JSBody(params = "bytes", script = "return WebAssembly.validate(bytes);")
    private static native boolean validate(Int8Array bytes);

    @JSBody(
            params = {"buffer", "offset", "length"},
            script = "return new Float64Array(buffer, offset, length);")
    private static native Float64Array view(ArrayBuffer buffer, int offset, int length);

    @JSBody(
            params = {"target", "numbers", "at"},
            script = "target.set(numbers, at);")
    private static native void set(Float64Array target, Float64Array numbers, int at);

    @JSBody(
            params = {"numbers", "from", "end"},
            script = "return numbers.subarray(from, end);")
    private static native Float64Array part(Float64Array numbers, int from, int end);
}
