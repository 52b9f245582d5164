package org.fallline.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.autodiff.ParameterLayout;
import org.fallline.autodiff.ValueAndGradient;
import org.fallline.nn.Dense;
import org.fallline.nn.Model;
import org.fallline.nn.Pass;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;
import org.junit.jupiter.api.Test;

class EmitterTest {
    @Test
    void emit_tanhNetwork_agreesWithTheProgram() {
        Model model = new Model(2, List.of(Dense.of(8, "tanh"), Dense.of(8, "tanh"), Dense.of(1, "linear")));
        Random random = new Random(1);
        Tensor x = random(random, 51, 2);
        Tensor y = random(random, 51, 1);
        check(
                model.parameters(),
                p -> Ops.meanSquaredError(model.predict(p, Ops.literal(x), Pass.measuring()), Ops.literal(y)));
    }

    private static Tensor random(Random random, int... extents) {
        Shape shape = Shape.of(extents);
        double[] values = new double[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian();
        }
        return Tensor.of(shape, values, 0);
    }

    private static void check(ParameterLayout layout, Function<List<Node>, Node> loss) {
        Emitter.Emission emission = Emitter.emit(layout, loss, false);
        EmittedSurface surface = emission.surface();
        assertNotNull(surface, emission.reason());
        Random random = new Random(5);
        int size = layout.size();
        double[][] plane = new double[3][size];
        for (double[] row : plane) {
            for (int i = 0; i < size; i++) {
                row[i] = random.nextGaussian();
            }
        }
        int n = 7;
        double[] u = new double[n];
        double[] v = new double[n];
        for (int i = 0; i < n; i++) {
            u[i] = random.nextGaussian();
            v[i] = random.nextGaussian();
        }
        double[] losses = WasmRun.losses(surface, plane[0], plane[1], plane[2], u, v);
        ValueAndGradient program = ValueAndGradient.of(layout, loss);
        double[] params = new double[size];
        System.out.println(surface.module().length + " bytes");
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < size; i++) {
                params[i] = plane[0][i] + u[k] * plane[1][i] + v[k] * plane[2][i];
            }
            double expected = program.value(params);
            assertEquals(expected, losses[k], 1e-5 * Math.abs(expected));
        }
    }
}
