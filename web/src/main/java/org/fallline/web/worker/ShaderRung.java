package org.fallline.web.worker;

import org.fallline.emit.EmittedShader;
import org.fallline.landscape.Grid;
import org.fallline.landscape.Window;
import org.fallline.survey.Slice;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.typedarrays.Float32Array;

/**
 * The emitted shader: single precision, as many points at once as the graphics card has room for. Where the context was lost the
 * rung below answers, now and from then on.
 */
final class ShaderRung implements Rung {
    private final EmittedShader shader;
    private final ShaderCanvas canvas;
    private final Rung below;
    private @Nullable Slice slice;
    private @Nullable Window window;

    /**
     * A rung.
     *
     * @param canvas on which the shader has been compiled
     */
    ShaderRung(EmittedShader shader, ShaderCanvas canvas, Rung below) {
        this.shader = shader;
        this.canvas = canvas;
        this.below = below;
    }

    @Override
    public double[] losses(Slice of, Window over, int columns, int rows, int from, int to) {
        double u = over.uMin() + over.width() / 2;
        double v = over.vMin() + over.height() / 2;
        if (of != slice || !over.equals(window)) {
            double[] b = of.v();
            double[] none = new double[of.dimension()];
            canvas.setPlane(Float32Array.copyFromJavaArray(
                    shader.plane(of.origin(), of.u(), b == null ? none : b, u, b == null ? 0 : v)));
            slice = of;
            window = over;
        }
        Float32Array losses = canvas.draw(
                over.uMin() - u,
                Grid.along(over.vMin(), over.vMax(), from, rows) - v,
                columns > 1 ? over.width() / (columns - 1) : 0,
                rows > 1 ? over.height() / (rows - 1) : 0,
                columns,
                to - from);
        return losses == null ? below.losses(of, over, columns, rows, from, to) : doubles(losses);
    }

    private static double[] doubles(Float32Array floats) {
        float[] narrow = floats.copyToJavaArray();
        double[] wide = new double[narrow.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = narrow[i];
        }
        return wide;
    }
}
