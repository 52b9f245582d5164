package org.fallline.web.worker;

import org.fallline.emit.EmittedShader;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Float32Array;

/**
 * An emitted shader in WebGL2, off screen: draws losses into floats and reads them.
 *
 * <p>Compiling runs beside the worker where the browser has {@code KHR_parallel_shader_compile}; {@link #state} tells when it is
 * done. A worker has one context, which its canvases have one after the other: browsers give few, and take the oldest away.
 */
final class ShaderCanvas {
    /** What has become of a shader. */
    enum State {
        COMPILING,
        READY,
        FAILED
    }

    private static @Nullable JSObject shared;

    private final JSObject canvas;

    private ShaderCanvas(JSObject canvas) {
        this.canvas = canvas;
    }

    /** Begins to compile a shader; what was compiled before can no longer be drawn. */
    static ShaderCanvas compile(EmittedShader shader) {
        JSObject context = shared;
        if (context == null || isLost(context)) {
            context = context();
            shared = context;
        }
        Float32Array data = Float32Array.copyFromJavaArray(shader.data());
        return new ShaderCanvas(begin(context, shader.source(), data, EmittedShader.SIDE));
    }

    State state() {
        return State.values()[state(canvas)];
    }

    /** Why the shader cannot be drawn; empty unless it has failed. */
    String reason() {
        return reason(canvas);
    }

    /** Sets the numbers of the plane's texture; not modified. */
    void setPlane(Float32Array plane) {
        setPlane(canvas, plane, EmittedShader.SIDE);
    }

    /**
     * Draws a shader that is {@link State#READY}.
     *
     * @param u of the pixel (0, 0), from the middle of the grid
     * @param v of the pixel (0, 0), from the middle of the grid
     * @param du from pixel to pixel
     * @param dv from pixel to pixel
     * @return the losses row by row, or null if the context was lost
     */
    @Nullable Float32Array draw(double u, double v, double du, double dv, int columns, int rows) {
        return draw(canvas, u, v, du, dv, columns, rows);
    }

    @JSBody(
            script = "const context = { gl: null, reason: '', user: null };"
                    + "if (typeof OffscreenCanvas === 'undefined') {"
                    + "  context.reason = 'there is no OffscreenCanvas';"
                    + "  return context;"
                    + "}"
                    + "const gl = new OffscreenCanvas(1, 1).getContext('webgl2',"
                    + "  { antialias: false, depth: false, powerPreference: 'high-performance' });"
                    + "if (!gl) {"
                    + "  context.reason = 'there is no WebGL2';"
                    + "} else if (!gl.getExtension('EXT_color_buffer_float')) {"
                    + "  context.reason = 'WebGL2 draws no floats';"
                    + "} else {"
                    + "  context.parallel = gl.getExtension('KHR_parallel_shader_compile');"
                    + "  context.gl = gl;"
                    + "}"
                    + "return context;")
    private static native JSObject context();

    @JSBody(params = "context", script = "return context.gl !== null && context.gl.isContextLost();")
    private static native boolean isLost(JSObject context);

    @JSBody(
            params = {"context", "source", "data", "side"},
            script = "const canvas = { context: context, gl: context.gl, state: 0, reason: context.reason, size: '' };"
                    + "const gl = context.gl;"
                    + "if (!gl) { canvas.state = 2; return canvas; }"
                    + "const before = context.user;"
                    + "if (before) {"
                    + "  before.state = 2;"
                    + "  before.reason = 'another shader has its place';"
                    + "  [before.data, before.plane, before.target].forEach(t => gl.deleteTexture(t));"
                    + "  gl.deleteFramebuffer(before.frame);"
                    + "  gl.deleteProgram(before.program);"
                    + "}"
                    + "context.user = canvas;"
                    + "const shader = (type, text) => {"
                    + "  const made = gl.createShader(type);"
                    + "  gl.shaderSource(made, text);"
                    + "  gl.compileShader(made);"
                    + "  gl.attachShader(canvas.program, made);"
                    + "  return made;"
                    + "};"
                    + "canvas.program = gl.createProgram();"
                    // One triangle that covers the target.
                    + "canvas.vertex = shader(gl.VERTEX_SHADER, '#version 300 es\\nvoid main() {'"
                    + "  + 'gl_Position = vec4(vec2(gl_VertexID & 1, gl_VertexID >> 1) * 4.0 - 1.0, 0, 1); }');"
                    + "canvas.fragment = shader(gl.FRAGMENT_SHADER, source);"
                    + "gl.linkProgram(canvas.program);"
                    + "const texture = unit => {"
                    + "  const made = gl.createTexture();"
                    + "  gl.activeTexture(gl.TEXTURE0 + unit);"
                    + "  gl.bindTexture(gl.TEXTURE_2D, made);"
                    + "  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);"
                    + "  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);"
                    + "  return made;"
                    + "};"
                    + "canvas.target = texture(2);"
                    + "canvas.plane = texture(1);"
                    + "canvas.data = texture(0);"
                    + "gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, side, data.length / (4 * side), 0, gl.RGBA, gl.FLOAT, data);"
                    + "canvas.frame = gl.createFramebuffer();"
                    + "return canvas;")
    private static native JSObject begin(JSObject context, String source, Float32Array data, int side);

    @JSBody(
            params = "canvas",
            script = "const gl = canvas.gl;"
                    + "if (canvas.state !== 0) { return canvas.state; }"
                    + "const fail = reason => { canvas.reason = reason; return canvas.state = 2; };"
                    + "if (gl.isContextLost()) { return fail('the context was lost'); }"
                    + "const parallel = canvas.context.parallel;"
                    + "if (parallel && !gl.getProgramParameter(canvas.program, parallel.COMPLETION_STATUS_KHR)) { return 0; }"
                    + "if (!gl.getProgramParameter(canvas.program, gl.LINK_STATUS)) {"
                    + "  return fail('the shader does not compile: '"
                    + "    + (gl.getShaderInfoLog(canvas.fragment) || gl.getProgramInfoLog(canvas.program) || ''));"
                    + "}"
                    + "gl.deleteShader(canvas.vertex);"
                    + "gl.deleteShader(canvas.fragment);"
                    + "gl.useProgram(canvas.program);"
                    + "canvas.grid = gl.getUniformLocation(canvas.program, 'grid');"
                    + "gl.uniform1i(gl.getUniformLocation(canvas.program, 'data'), 0);"
                    + "gl.uniform1i(gl.getUniformLocation(canvas.program, 'plane'), 1);"
                    + "gl.uniform1f(gl.getUniformLocation(canvas.program, 'one'), 1);"
                    + "return canvas.state = 1;")
    private static native int state(JSObject canvas);

    @JSBody(params = "canvas", script = "return canvas.reason;")
    private static native String reason(JSObject canvas);

    @JSBody(
            params = {"canvas", "plane", "side"},
            script =
                    "const gl = canvas.gl;"
                            + "if (canvas.state !== 1) { return; }"
                            + "gl.activeTexture(gl.TEXTURE1);"
                            + "gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, side, plane.length / (4 * side), 0, gl.RGBA, gl.FLOAT, plane);")
    private static native void setPlane(JSObject canvas, Float32Array plane, int side);

    @JSBody(
            params = {"canvas", "u", "v", "du", "dv", "columns", "rows"},
            script = "const gl = canvas.gl;"
                    + "const fail = reason => { canvas.state = 2; canvas.reason = reason; return null; };"
                    + "if (canvas.state !== 1) { return null; }"
                    + "const size = columns + ' ' + rows;"
                    + "if (canvas.size !== size) {"
                    + "  gl.activeTexture(gl.TEXTURE2);"
                    + "  gl.texImage2D(gl.TEXTURE_2D, 0, gl.R32F, columns, rows, 0, gl.RED, gl.FLOAT, null);"
                    + "  gl.bindFramebuffer(gl.FRAMEBUFFER, canvas.frame);"
                    + "  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, canvas.target, 0);"
                    + "  gl.viewport(0, 0, columns, rows);"
                    + "  canvas.size = size;"
                    + "  if (gl.checkFramebufferStatus(gl.FRAMEBUFFER) !== gl.FRAMEBUFFER_COMPLETE) {"
                    + "    return fail('WebGL2 draws no floats');"
                    + "  }"
                    + "}"
                    + "gl.uniform4f(canvas.grid, u, v, du, dv);"
                    + "gl.drawArrays(gl.TRIANGLES, 0, 3);"
                    // What every implementation reads of a float target: four floats a pixel.
                    + "const pixels = new Float32Array(4 * columns * rows);"
                    + "gl.readPixels(0, 0, columns, rows, gl.RGBA, gl.FLOAT, pixels);"
                    + "if (gl.getError() !== 0 || gl.isContextLost()) { return fail('the context was lost'); }"
                    + "const losses = new Float32Array(columns * rows);"
                    + "for (let i = 0; i < losses.length; i++) { losses[i] = pixels[4 * i]; }"
                    + "return losses;")
    private static native @Nullable Float32Array draw(
            JSObject canvas, double u, double v, double du, double dv, int columns, int rows);
}
