package org.fallline.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.function.Function;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;
import org.fallline.test.Cases;
import org.junit.jupiter.api.Test;

class HessianVectorProductTest {
    private static final ParameterLayout XY = ParameterLayout.scalars(List.of("x", "y"));

    private static Node rosenbrock(List<Node> xy) {
        Node valley = Ops.subtract(xy.get(1), Ops.square(xy.get(0)));
        Node slope = Ops.subtract(Ops.constant(1), xy.get(0));
        return Ops.add(Ops.square(slope), Ops.multiply(Ops.constant(100), Ops.square(valley)));
    }

    @Test
    void hessian_ofRosenbrock_isTheOneWorkedByHand() {
        // ∂²f/∂x² = 2 − 400·(y − 3x²), ∂²f/∂x∂y = −400·x, ∂²f/∂y² = 200.
        HessianVectorProduct product = HessianVectorProduct.of(XY, HessianVectorProductTest::rosenbrock);
        double[] hessian = {9, 9, 9, 9, 9, 9};
        product.hessian(new double[] {-1.2, 1}, hessian, 1);
        assertArrayEquals(new double[] {9, 2 - 400 * (1 - 3 * 1.44), 480, 480, 200, 9}, hessian, 1e-9);
        double[] times = new double[2];
        product.times(new double[] {-1.2, 1}, new double[] {0, 0.5}, times, 0);
        assertArrayEquals(new double[] {240, 100}, times, 1e-9);
    }

    @Test
    void hessian_ofANetwork_isTheDifferenceOfGradients() {
        ParameterLayout layout = new ParameterLayout(List.of("W", "b"), List.of(Shape.of(2, 3), Shape.of(3)));
        Node x = Ops.literal(Tensor.matrix(new double[][] {{0.3, -1}, {1.2, 0.4}}));
        Function<List<Node>, Node> loss = params ->
                Ops.sumTo(Ops.square(Ops.tanh(Ops.add(Ops.matmul(x, params.get(0)), params.get(1)))), Shape.SCALAR);
        HessianVectorProduct product = HessianVectorProduct.of(layout, loss);
        ValueAndGradient function = ValueAndGradient.of(layout, loss);
        Cases.forEachSeed(20, random -> {
            double[] w = random.doubles(9, -1, 1).toArray();
            double[] v = random.doubles(9, -1, 1).toArray();
            double[] times = new double[9];
            product.times(w, v, times, 0);
            double[] hessian = new double[81];
            product.hessian(w, hessian, 0);
            double h = 1e-5;
            double[] ahead = new double[9];
            double[] behind = new double[9];
            double[] there = new double[9];
            for (int i = 0; i < 9; i++) {
                there[i] = w[i] + h * v[i];
            }
            function.valueAndGradient(there, ahead);
            for (int i = 0; i < 9; i++) {
                there[i] = w[i] - h * v[i];
            }
            function.valueAndGradient(there, behind);
            for (int i = 0; i < 9; i++) {
                assertEquals((ahead[i] - behind[i]) / (2 * h), times[i], 1e-8);
                double row = 0;
                for (int k = 0; k < 9; k++) {
                    row += hessian[9 * i + k] * v[k];
                    assertEquals(hessian[9 * k + i], hessian[9 * i + k], 1e-14, "symmetric");
                }
                assertEquals(times[i], row, 1e-13);
            }
        });
    }

    @Test
    void hessian_ofALinearFunction_isZero() {
        double[] hessian = {9, 9, 9, 9};
        HessianVectorProduct.of(XY, xy -> Ops.add(xy.get(0), Ops.constant(3))).hessian(new double[2], hessian, 0);
        assertArrayEquals(new double[4], hessian);
    }

    @Test
    void of_lossThatIsNoScalar_isRefused() {
        ParameterLayout layout = new ParameterLayout(List.of("w"), List.of(Shape.of(2)));
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> HessianVectorProduct.of(layout, nodes -> nodes.get(0)));
        assertEquals(
                "a gradient is that of a scalar, but the function's value has the shape (2): take its vjp or jacobian",
                e.getMessage());
    }
}
