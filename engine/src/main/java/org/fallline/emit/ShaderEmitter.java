package org.fallline.emit;

import java.util.List;
import java.util.function.Function;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.ParameterLayout;
import org.jspecify.annotations.Nullable;

/** Makes a fragment shader of a loss. */
public final class ShaderEmitter {
    /** More is left to the other back ends: every card has textures of so many rows. */
    private static final int MOST_TEXELS = EmittedShader.SIDE * EmittedShader.SIDE;

    private ShaderEmitter() {}

    /**
     * What became of a loss.
     *
     * @param shader the shader, or null
     * @param reason why there is none; empty if there is one
     */
    public record Emission(@Nullable EmittedShader shader, String reason) {}

    /**
     * A shader that computes a loss, or the reason why there is none.
     *
     * @param layout the parameters, flat in order
     * @param loss from one symbolic node a parameter to the loss, a scalar; data are constants of the graph
     */
    public static Emission emit(ParameterLayout layout, Function<List<Node>, Node> loss) {
        try {
            RowPlan plan = Emitter.plan(layout, loss);
            ShaderMap map = new ShaderMap(plan);
            int texels = Math.max(map.texels(), layout.size());
            if (texels > MOST_TEXELS) {
                return new Emission(null, "a texture would need " + texels + " texels, more than " + MOST_TEXELS);
            }
            String source = new ShaderCode(plan, map, layout.size()).text();
            float[] data = map.data(EmittedShader.SIDE * EmittedShader.height(map.texels()));
            return new Emission(new EmittedShader(source, data, layout.size()), "");
        } catch (NotEmittableException e) {
            return new Emission(null, String.valueOf(e.getMessage()));
        }
    }
}
