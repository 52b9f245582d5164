package org.fallline.emit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.autodiff.ParameterLayout;
import org.fallline.nn.BatchNormalization;
import org.fallline.nn.Dense;
import org.fallline.nn.Model;
import org.fallline.nn.Pass;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** The text of shaders; that they compile, and what they compute, is a test in a browser. */
class ShaderEmitterTest {
    /** mean((relu(w·x + b) − y)²) of five examples: two groups of four, the second padded. */
    private static final String GOLDEN = """
            void main() {
              point = grid.xy + grid.zw * floor(gl_FragCoord.xy);
              float w[2];
              for (int i = 0; i < 2; i++) {
                w[i] = weight(i);
              }
              float n0;
              vec4 n0sum, n0lost;
              n0sum = vec4(0.0);
              n0lost = vec4(0.0);
              for (int group = 0; group < 2; group++) {
                vec4 d[2];
                d[0] = texel(data, group * 2 + 0);
                d[1] = texel(data, group * 2 + 1);
                bvec4 real = lessThan(ivec4(0, 1, 2, 3) + 4 * group, ivec4(5));
                vec4 t0 = (max(((w[0] * d[0]) + w[1]), vec4(0.0)) - d[1]);
                add(n0sum, n0lost, mix(vec4(0.0), (t0 * t0), real));
              }
              n0 = total(n0sum, n0lost) / 5.0;
              loss = n0;
            }
            """;

    private static EmittedShader shader(ParameterLayout layout, Function<List<Node>, Node> loss) {
        ShaderEmitter.Emission emission = ShaderEmitter.emit(layout, loss);
        EmittedShader shader = emission.shader();
        assertNotNull(shader, emission.reason());
        return shader;
    }

    private static EmittedShader line() {
        Node x = Ops.literal(Tensor.vector(1, 2, 3, 4, 5));
        Node y = Ops.literal(Tensor.vector(2, 4, 7, 8, 9));
        return shader(
                ParameterLayout.scalars(List.of("w", "b")),
                p -> Ops.meanSquaredError(Ops.relu(Ops.add(Ops.multiply(p.get(0), x), p.get(1))), y));
    }

    @Test
    void emit_fittedLine_isReadable() {
        String source = line().source();
        assertEquals(GOLDEN, source.substring(source.indexOf("void main")));
    }

    @Test
    void data_fiveRowsOfTwoNumbers_areTexelsOfFourRows() {
        float[] data = line().data();
        assertEquals(4 * EmittedShader.SIDE, data.length);
        float[] used = new float[20];
        System.arraycopy(data, 0, used, 0, used.length);
        // x of rows 0 to 3, y of the same; x of row 4 and its copies, y of the same; nothing.
        assertArrayEquals(new float[] {1, 2, 3, 4, 2, 4, 7, 8, 5, 5, 5, 5, 9, 9, 9, 9, 0, 0, 0, 0}, used);
    }

    @Test
    void plane_farFromZero_keepsWhatRoundingLoses() {
        double far = 1 / 3.0;
        float[] plane = line().plane(new double[] {far, 0}, new double[] {2, 0}, new double[] {0, 4}, 0.5, -0.25);
        assertEquals(far + 1, (double) plane[0] + plane[1], 1e-14);
        assertEquals((float) (far + 1), plane[0]);
        assertArrayEquals(
                new float[] {2, 0, -1, 0, 0, 4},
                new float[] {plane[2], plane[3], plane[4], plane[5], plane[6], plane[7]});
    }

    private static Function<List<Node>, Node> squares(Model model, int examples) {
        double[] values = new double[examples * model.inputs()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 7;
        }
        Tensor x = Tensor.of(Shape.of(examples, model.inputs()), values, 0);
        return p -> Ops.mean(Ops.square(model.predict(p, Ops.literal(x), Pass.measuring())));
    }

    @Test
    void emit_wideLayers_areLoops() {
        Model model = new Model(2, List.of(Dense.of(32, "tanh"), Dense.of(32, "tanh"), Dense.of(1, "linear")));
        EmittedShader shader = shader(model.parameters(), squares(model, 9));
        // The 32 × 32 weights are behind one line.
        assertTrue(
                shader.source().matches("(?s).* int (i\\d+) = i\\d+ \\* 32 \\+ i\\d+;\n.*weight\\(\\1 \\+ 96\\).*"),
                shader.source());
    }

    @Test
    void emit_whatHasNoExpression_saysSo() {
        ShaderEmitter.Emission emission =
                ShaderEmitter.emit(ParameterLayout.scalars(List.of("x")), p -> Ops.asin(p.get(0)));
        assertNull(emission.shader());
        assertEquals("there is no expression of asin", emission.reason());
    }

    @Test
    void emit_whatGoesThroughTheRowsAgain_saysSo() {
        Model model = new Model(2, List.of(Dense.of(2, "tanh"), new BatchNormalization(1e-3), Dense.of(1, "linear")));
        ShaderEmitter.Emission emission = ShaderEmitter.emit(model.parameters(), squares(model, 9));
        assertNull(emission.shader());
        assertEquals("tanh of all rows is used after a sum over them, and a pixel keeps no rows", emission.reason());
    }

    @Test
    void emit_moreThanAPixelStores_saysSo() {
        Model model = new Model(2, List.of(Dense.of(3000, "tanh"), Dense.of(1, "linear")));
        ShaderEmitter.Emission emission = ShaderEmitter.emit(model.parameters(), squares(model, 9));
        assertNull(emission.shader());
        assertTrue(emission.reason().startsWith("a pixel would store "), emission.reason());
    }

    @Test
    void literal_edgesOfNumbers_areFloatsOfTheLanguage() {
        assertEquals("1.0", GlslLanes.literal(1));
        assertEquals("0.1", GlslLanes.literal(0.1));
        assertEquals("(-2.5e-7)", GlslLanes.literal(-2.5e-7));
        assertEquals("1e21", GlslLanes.literal(1e21));
        assertEquals("(-uintBitsToFloat(2139095040u))", GlslLanes.literal(Double.NEGATIVE_INFINITY));
        assertEquals("(uintBitsToFloat(2139095040u))", GlslLanes.literal(1e39));
        assertEquals("uintBitsToFloat(2143289344u)", GlslLanes.literal(Double.NaN));
    }
}
