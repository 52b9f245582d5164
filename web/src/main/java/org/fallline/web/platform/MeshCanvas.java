package org.fallline.web.platform;

import org.fallline.scene.Mark;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.canvas.CanvasRenderingContext2D;

/**
 * Paints meshes through WebGL2, colours mixed between vertices, on a canvas that is not shown and from there on any other.
 * A page may have few contexts, so all painters share one; while it is lost, and where there is none, callers must paint
 * another way.
 */
final class MeshCanvas {
    private static @Nullable JSObject shared;

    private MeshCanvas() {}

    /** Paints a mesh over all of a canvas of so many pixels a CSS pixel; false if there is no WebGL2. */
    static boolean paint(CanvasRenderingContext2D target, Mark.Mesh mesh, double ratio) {
        if (mesh.count() == 0) {
            return true;
        }
        JSObject canvas = shared;
        if (canvas == null) {
            canvas = create();
            shared = canvas;
        }
        return paint(canvas, target, mesh.x(), mesh.y(), mesh.colors(), mesh.quads(), ratio);
    }

    // What WebGL has of a mesh is kept by the identity of its arrays: from frame to frame only positions change.
    @JSBody(
            script = "const state = { canvas: document.createElement('canvas'), gl: null };"
                    + "const prepare = () => {"
                    + "  const gl = state.canvas.getContext('webgl2', { antialias: true, depth: false });"
                    + "  if (!gl) { return; }"
                    + "  const shader = (type, text) => {"
                    + "    const made = gl.createShader(type);"
                    + "    gl.shaderSource(made, '#version 300 es\\n' + text);"
                    + "    gl.compileShader(made);"
                    + "    return made;"
                    + "  };"
                    + "  const program = gl.createProgram();"
                    + "  gl.attachShader(program, shader(gl.VERTEX_SHADER, 'layout(location = 0) in vec2 place;'"
                    + "    + 'layout(location = 1) in vec4 tint; uniform vec2 size; out vec4 color;'"
                    + "    + 'void main() { color = tint;'"
                    + "    + 'gl_Position = vec4(place.x / size.x * 2.0 - 1.0, 1.0 - place.y / size.y * 2.0, 0, 1); }'));"
                    + "  gl.attachShader(program, shader(gl.FRAGMENT_SHADER, 'precision highp float;'"
                    + "    + 'in vec4 color; out vec4 painted; void main() { painted = color; }'));"
                    + "  gl.linkProgram(program);"
                    + "  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) { return; }"
                    + "  gl.useProgram(program);"
                    + "  state.size = gl.getUniformLocation(program, 'size');"
                    + "  state.places = gl.createBuffer();"
                    + "  gl.bindBuffer(gl.ARRAY_BUFFER, state.places);"
                    + "  gl.enableVertexAttribArray(0);"
                    + "  gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);"
                    + "  state.tints = gl.createBuffer();"
                    + "  gl.bindBuffer(gl.ARRAY_BUFFER, state.tints);"
                    + "  gl.enableVertexAttribArray(1);"
                    + "  gl.vertexAttribPointer(1, 4, gl.UNSIGNED_BYTE, true, 0, 0);"
                    + "  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());"
                    + "  gl.disable(gl.DEPTH_TEST);"
                    + "  state.colors = null;"
                    + "  state.quads = null;"
                    + "  state.gl = gl;"
                    + "};"
                    + "state.canvas.addEventListener('webglcontextlost', event => {"
                    + "  event.preventDefault();"
                    + "  state.gl = null;"
                    + "});"
                    + "state.canvas.addEventListener('webglcontextrestored', prepare);"
                    + "prepare();"
                    + "return state;")
    private static native JSObject create();

    @JSBody(
            params = {"state", "target", "x", "y", "colors", "quads", "ratio"},
            script = "const gl = state.gl;"
                    + "if (!gl || gl.isContextLost()) { return false; }"
                    + "const width = target.canvas.width, height = target.canvas.height;"
                    + "if (state.canvas.width !== width || state.canvas.height !== height) {"
                    + "  state.canvas.width = width;"
                    + "  state.canvas.height = height;"
                    + "}"
                    + "if (state.quads !== quads) {"
                    + "  const corners = new Uint32Array(quads.length / 4 * 6);"
                    + "  for (let i = 0, at = 0; i < quads.length; i += 4) {"
                    + "    corners[at++] = quads[i]; corners[at++] = quads[i + 1]; corners[at++] = quads[i + 2];"
                    + "    corners[at++] = quads[i]; corners[at++] = quads[i + 2]; corners[at++] = quads[i + 3];"
                    + "  }"
                    + "  gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, corners, gl.STATIC_DRAW);"
                    + "  state.quads = quads;"
                    + "}"
                    + "if (state.colors !== colors) {"
                    + "  const bytes = new Uint8Array(colors.length * 4);"
                    + "  for (let i = 0; i < colors.length; i++) {"
                    + "    bytes[4 * i] = colors[i] >> 16;"
                    + "    bytes[4 * i + 1] = colors[i] >> 8;"
                    + "    bytes[4 * i + 2] = colors[i];"
                    + "    bytes[4 * i + 3] = 255;"
                    + "  }"
                    + "  gl.bindBuffer(gl.ARRAY_BUFFER, state.tints);"
                    + "  gl.bufferData(gl.ARRAY_BUFFER, bytes, gl.STATIC_DRAW);"
                    + "  state.colors = colors;"
                    + "}"
                    + "const places = new Float32Array(x.length * 2);"
                    + "for (let i = 0; i < x.length; i++) { places[2 * i] = x[i]; places[2 * i + 1] = y[i]; }"
                    + "gl.bindBuffer(gl.ARRAY_BUFFER, state.places);"
                    + "gl.bufferData(gl.ARRAY_BUFFER, places, gl.DYNAMIC_DRAW);"
                    + "gl.viewport(0, 0, width, height);"
                    + "gl.uniform2f(state.size, width / ratio, height / ratio);"
                    + "gl.clearColor(0, 0, 0, 0);"
                    + "gl.clear(gl.COLOR_BUFFER_BIT);"
                    + "gl.drawElements(gl.TRIANGLES, quads.length / 4 * 6, gl.UNSIGNED_INT, 0);"
                    + "target.drawImage(state.canvas, 0, 0, width / ratio, height / ratio);"
                    + "return true;")
    private static native boolean paint(
            JSObject state,
            CanvasRenderingContext2D target,
            double[] x,
            double[] y,
            int[] colors,
            int[] quads,
            double ratio);
}
