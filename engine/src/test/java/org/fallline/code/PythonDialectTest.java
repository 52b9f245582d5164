package org.fallline.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.fallline.autodiff.Layouts;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.autodiff.Reductions;
import org.fallline.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonDialectTest {
    private static final Shape MATRIX = Shape.of(2, 3);

    private static void check(String tensorFlow, String pyTorch, String jax, Shape shape, BinaryOperator<Node> loss) {
        assertEquals(tensorFlow, text(TensorFlow.DIALECT, shape, loss));
        assertEquals(pyTorch, text(PyTorch.DIALECT, shape, loss));
        assertEquals(jax, text(Jax.DIALECT, shape, loss));
    }

    private static String text(Dialect dialect, Shape shape, BinaryOperator<Node> loss) {
        Node x = Ops.input("x", shape);
        Node y = Ops.input("y", shape);
        LossCode code =
                new LossCode(dialect, new Names(Set.of("x", "y")), List.of(x, y), List.of("x", "y"), loss.apply(x, y));
        return String.join("; ", code.statements()) + code.result();
    }

    private static void check(String everywhere, BinaryOperator<Node> loss) {
        check(everywhere, everywhere, everywhere, Shape.SCALAR, loss);
    }

    @Test
    void arithmetic_inAnyOrder_hasTheParenthesesItNeeds() {
        Node two = Ops.constant(2);
        check("x - (y - 2.0)", (x, y) -> Ops.subtract(x, Ops.subtract(y, two)));
        check("x - y - 2.0", (x, y) -> Ops.subtract(Ops.subtract(x, y), two));
        check("(x + y) * 2.0", (x, y) -> Ops.multiply(Ops.add(x, y), two));
        check("x / (y * 2.0)", (x, y) -> Ops.divide(x, Ops.multiply(y, two)));
        check("-x**2", (x, y) -> Ops.negate(Ops.square(x)));
        check("(-x)**2", (x, y) -> Ops.square(Ops.negate(x)));
        check("2.0**(-x)", (x, y) -> Ops.power(two, Ops.negate(x)));
        check("(x**y)**2", (x, y) -> Ops.square(Ops.power(x, y)));
        check("x + (-3.0)", (x, y) -> Ops.add(x, Ops.constant(-3)));
    }

    @Test
    void functions_ofEachLibrary_areCalledByTheirNames() {
        check("tf.tanh(x)", "torch.tanh(x)", "jnp.tanh(x)", MATRIX, (x, y) -> Ops.tanh(x));
        check("tf.atanh(x)", "torch.atanh(x)", "jnp.arctanh(x)", MATRIX, (x, y) -> Ops.atanh(x));
        check("tf.math.log1p(x)", "torch.log1p(x)", "jnp.log1p(x)", MATRIX, (x, y) -> Ops.log1p(x));
        check("tf.nn.relu(x)", "torch.relu(x)", "jax.nn.relu(x)", MATRIX, (x, y) -> Ops.relu(x));
        check("tf.math.erf(x)", "torch.erf(x)", "jax.scipy.special.erf(x)", MATRIX, (x, y) -> Ops.erf(x));
        check("tf.reduce_mean(x)", "torch.mean(x)", "jnp.mean(x)", MATRIX, (x, y) -> Ops.mean(x));
    }

    @Test
    void choices_betweenNumbers_areOfArrays() {
        Node zero = Ops.constant(0);
        check(
                "tf.where(tf.cast(x < y, tf.float64) != 0.0, x, tf.constant(0.0, dtype=tf.float64))",
                "torch.where((x < y).to(torch.float64) != 0.0, x, torch.tensor(0.0, dtype=torch.float64))",
                "jnp.where(jnp.asarray(x < y, dtype=jnp.float64) != 0.0, x, jnp.array(0.0))",
                Shape.SCALAR,
                (x, y) -> Ops.where(Ops.less(x, y), x, zero));
        check(
                "tf.maximum(x, tf.constant(0.0, dtype=tf.float64))",
                "torch.maximum(x, torch.tensor(0.0, dtype=torch.float64))",
                "jnp.maximum(x, jnp.array(0.0))",
                MATRIX,
                (x, y) -> Ops.maximum(x, zero));
    }

    @Test
    void shapes_ofReductionsAndLayouts_areTuples() {
        check(
                "tf.reduce_sum(x, axis=(0,))",
                "torch.sum(x, dim=(0,))",
                "jnp.sum(x, axis=(0,))",
                MATRIX,
                (x, y) -> Ops.sumTo(x, Shape.of(3)));
        check(
                "tf.reshape(tf.reduce_max(x, axis=(1,)), (2, 1))",
                "torch.reshape(torch.amax(x, dim=(1,)), (2, 1))",
                "jnp.reshape(jnp.max(x, axis=(1,)), (2, 1))",
                MATRIX,
                (x, y) -> Reductions.max(x, true, 1));
        check(
                "x[0:1, 1:3]",
                "x[0:1, 1:3]",
                "x[0:1, 1:3]",
                MATRIX,
                (x, y) -> Layouts.slice(x, List.of(0, 1), Shape.of(1, 2)));
        check(
                "tf.concat([x, y], axis=0)",
                "torch.cat([x, y], dim=0)",
                "jnp.concatenate([x, y], axis=0)",
                MATRIX,
                (x, y) -> Layouts.concat(0, x, y));
        check(
                "x @ tf.transpose(y)",
                "x @ torch.t(y)",
                "x @ jnp.transpose(y)",
                MATRIX,
                (x, y) -> Ops.matmul(x, Ops.transpose(y)));
    }

    @Test
    void nodes_usedTwiceOrNamed_haveStatements() {
        check("v = x * yv + v**2", (x, y) -> {
            Node product = Ops.multiply(x, y);
            return Ops.add(product, Ops.square(product));
        });
        check("y_hat = x + yy_hat**2", (x, y) -> Ops.square(Ops.add(x, y).named("ŷ")));
    }

    @ParameterizedTest
    @CsvSource({"1, 1.0", "-0.0, -0.0", "1e-7, 1e-7", "0.1, 0.1", "NaN, math.nan", "-Infinity, -math.inf"})
    void numbers_inPython_areFloats(double value, String expected) {
        assertEquals(expected, Literals.python(value));
    }

    @ParameterizedTest
    @CsvSource({"W₁, W1", "λ, lambda_2", "größe, gr__e", "_a, v_a", "x, x_2"})
    void names_ofReaders_areIdentifiers(String label, String expected) {
        assertEquals(expected, new Names(Set.of("lambda", "x")).fresh(label));
    }
}
