package org.fallline.autodiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.fallline.autodiff.GradientTape.Option;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;
import org.fallline.test.Cases;
import org.junit.jupiter.api.Test;

/** What holds of the derivatives of every smooth function, tried on random ones of two matrices. */
class AutodiffLawsTest {
    private static final int SEEDS = 100;
    private static final Shape SHAPE = Shape.of(2, 2);
    private static final int SIZE = 4;

    /** Two ways to sum the same few dozen products round differently in the last digits. */
    private static final double TOLERANCE = 1e-13;

    private static final Node ONE = Ops.constant(1);
    private static final List<UnaryOperator<Node>> UNARY = List.of(
            Ops::negate,
            Ops::sin,
            Ops::cos,
            Ops::tanh,
            Ops::sigmoid,
            Ops::transpose,
            x -> Ops.exp(Ops.tanh(x)),
            x -> Ops.log(Ops.add(ONE, Ops.square(x))),
            x -> Ops.sqrt(Ops.add(ONE, Ops.square(x))),
            x -> Ops.broadcastTo(Ops.mean(x), SHAPE));
    private static final List<BinaryOperator<Node>> BINARY = List.of(
            Ops::add, Ops::subtract, Ops::multiply, Ops::matmul, (a, b) -> Ops.divide(a, Ops.add(ONE, Ops.square(b))));

    /**
     * A random function and a point.
     *
     * @param seed of the function
     */
    private record Case(long seed, List<Node> at, Random random) {
        static Case of(Random random) {
            return new Case(random.nextLong(), List.of(matrix(random), matrix(random)), random);
        }

        Node apply(List<Node> arguments) {
            Random choices = new Random(seed);
            List<Node> pool = new ArrayList<>(arguments);
            for (int i = 0, count = 1 + choices.nextInt(8); i < count; i++) {
                Node a = pool.get(choices.nextInt(pool.size()));
                Node b = pool.get(choices.nextInt(pool.size()));
                pool.add(
                        choices.nextBoolean()
                                ? UNARY.get(choices.nextInt(UNARY.size())).apply(a)
                                : BINARY.get(choices.nextInt(BINARY.size())).apply(a, b));
            }
            return pool.get(pool.size() - 1);
        }

        Node total(List<Node> arguments) {
            return Ops.sum(apply(arguments));
        }

        List<Node> vjp(Node cotangent) {
            return Autodiff.vjp(this::apply, at, cotangent).derivative();
        }
    }

    private static Node matrix(Random random) {
        double[] values = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            values[i] = random.nextGaussian();
        }
        return Ops.constant(Tensor.of(SHAPE, values, 0));
    }

    private static Node basis(int index) {
        double[] values = new double[SIZE];
        values[index] = 1;
        return Ops.constant(Tensor.of(SHAPE, values, 0));
    }

    private static double dot(Node a, Node b) {
        return Ops.sum(Ops.multiply(a, b)).value().item();
    }

    private static double size(Node node) {
        return Ops.sum(Ops.abs(node)).value().item();
    }

    private static void assertClose(double expected, double actual, double scale) {
        assertEquals(expected, actual, TOLERANCE * Math.max(1, scale));
    }

    @Test
    void vjp_ofACombinationOfCotangents_isTheCombinationOfTheirVjps() {
        Cases.forEachSeed(SEEDS, random -> {
            Case c = Case.of(random);
            Node u = matrix(random);
            Node w = matrix(random);
            Node two = Ops.constant(random.nextGaussian());
            List<Node> combined = c.vjp(Ops.add(u, Ops.multiply(two, w)));
            for (int i = 0; i < 2; i++) {
                Node ofU = c.vjp(u).get(i);
                Node ofW = Ops.multiply(two, c.vjp(w).get(i));
                Node sum = Ops.add(ofU, ofW);
                for (int k = 0; k < SIZE; k++) {
                    assertClose(sum.value().at(k), combined.get(i).value().at(k), size(ofU) + size(ofW));
                }
            }
        });
    }

    @Test
    void jvpAndVjp_ofTheSameFunction_areTransposes() {
        Cases.forEachSeed(SEEDS, random -> {
            Case c = Case.of(random);
            Node u = matrix(random);
            List<Node> v = List.of(matrix(random), matrix(random));
            Node pushed = Autodiff.jvp(c::apply, c.at(), v).derivative();
            List<Node> pulled = c.vjp(u);
            double expected = dot(pulled.get(0), v.get(0)) + dot(pulled.get(1), v.get(1));
            double scale = size(Ops.multiply(u, pushed))
                    + size(Ops.multiply(pulled.get(0), v.get(0)))
                    + size(Ops.multiply(pulled.get(1), v.get(1)));
            assertClose(expected, dot(u, pushed), scale);
        });
    }

    @Test
    void jacobian_ofAFunction_hasTheVjpsOfBasisVectorsAsRows() {
        Cases.forEachSeed(SEEDS, random -> {
            Case c = Case.of(random);
            List<Node> jacobian = Autodiff.jacobian(c::apply, c.at());
            for (int k = 0; k < SIZE; k++) {
                List<Node> row = c.vjp(basis(k));
                for (int i = 0; i < 2; i++) {
                    assertEquals(Shape.of(2, 2, 2, 2), jacobian.get(i).shape());
                    assertEquals(
                            row.get(i).value(),
                            Tensor.of(SHAPE, jacobian.get(i).value().toArray(), SIZE * k));
                }
            }
        });
    }

    @Test
    void jacobian_ofAFunction_hasTheJvpsOfBasisVectorsAsColumns() {
        Cases.forEachSeed(SEEDS, random -> {
            Case c = Case.of(random);
            Node jacobian = Autodiff.jacobian(c::apply, c.at()).get(0);
            for (int k = 0; k < SIZE; k++) {
                List<Node> tangents = List.of(basis(k), Ops.zerosLike(basis(k)));
                Tensor column =
                        Autodiff.jvp(c::apply, c.at(), tangents).derivative().value();
                for (int row = 0; row < SIZE; row++) {
                    assertClose(jacobian.value().at(SIZE * row + k), column.at(row), size(jacobian));
                }
            }
        });
    }

    @Test
    void hessian_ofAFunction_isSymmetric() {
        Cases.forEachSeed(SEEDS, random -> {
            Case c = Case.of(random);
            List<List<Node>> hessian = Autodiff.hessian(c::total, c.at());
            for (int i = 0; i < 2 * SIZE; i++) {
                for (int j = 0; j < i; j++) {
                    assertClose(entry(hessian, i, j), entry(hessian, j, i), size(hessian));
                }
            }
        });
    }

    @Test
    void hvp_ofAFunction_isItsHessianTimesTheVector() {
        Cases.forEachSeed(SEEDS, random -> {
            Case c = Case.of(random);
            List<Node> v = List.of(matrix(random), matrix(random));
            List<List<Node>> hessian = Autodiff.hessian(c::total, c.at());
            List<Node> product = Autodiff.hvp(c::total, c.at(), v);
            for (int i = 0; i < 2 * SIZE; i++) {
                double expected = 0;
                for (int j = 0; j < 2 * SIZE; j++) {
                    expected += entry(hessian, i, j) * v.get(j / SIZE).value().at(j % SIZE);
                }
                double scale = size(hessian) * (size(v.get(0)) + size(v.get(1)));
                assertClose(expected, product.get(i / SIZE).value().at(i % SIZE), scale);
            }
        });
    }

    private static double entry(List<List<Node>> hessian, int i, int j) {
        return hessian.get(i / SIZE).get(j / SIZE).value().at(i % SIZE * SIZE + j % SIZE);
    }

    private static double size(List<List<Node>> blocks) {
        return blocks.stream()
                .flatMap(List::stream)
                .mapToDouble(AutodiffLawsTest::size)
                .sum();
    }

    @Test
    void tapeFunctionAndProgram_ofTheSameFunction_agreeInBits() {
        Cases.forEachSeed(SEEDS, random -> {
            Case c = Case.of(random);
            Node u = matrix(random);
            List<Node> functional = c.vjp(u);
            List<Node> inputs = List.of(Ops.input("a", SHAPE), Ops.input("b", SHAPE));
            List<Node> traced =
                    Autodiff.vjp(c::apply, inputs, Ops.literal(u.value())).derivative();
            Program program = Program.of(inputs, traced);
            double[] values = new double[2 * SIZE];
            c.at().get(0).value().copyTo(values, 0);
            c.at().get(1).value().copyTo(values, SIZE);
            program.run(values);
            try (GradientTape tape = new GradientTape(Option.EXPLICIT_WATCH)) {
                c.at().forEach(tape::watch);
                List<Node> target = List.of(c.apply(c.at()));
                Nest<Node> taped = tape.gradient(target, Nest.of(c.at()), List.of(u), UnconnectedGradients.ZERO);
                for (int i = 0; i < 2; i++) {
                    Node gradient = taped.at(i).value();
                    assertNotNull(gradient);
                    assertEquals(gradient.value(), functional.get(i).value());
                    assertEquals(gradient.value(), program.value(traced.get(i)));
                }
            }
        });
    }

    @Test
    void jacobiansByTapeAndFunction_ofTheSameFunction_agreeInBits() {
        Cases.forEachSeed(SEEDS, random -> {
            Case c = Case.of(random);
            List<Node> functional = Autodiff.jacobian(c::apply, c.at());
            try (GradientTape tape = new GradientTape()) {
                c.at().forEach(tape::watch);
                Nest<Node> taped = tape.jacobian(c.apply(c.at()), Nest.of(c.at()), UnconnectedGradients.ZERO);
                for (int i = 0; i < 2; i++) {
                    Node jacobian = taped.at(i).value();
                    assertNotNull(jacobian);
                    assertEquals(jacobian.value(), functional.get(i).value());
                }
            }
        });
    }

    @Test
    void checkGradients_ofAFunctionAndOfItsGradient_passes() {
        Cases.forEachSeed(SEEDS, random -> {
            Case c = Case.of(random);
            GradientCheck first = Autodiff.checkGradients(c::apply, c.at());
            assertTrue(first.passed(), first::toString);
            GradientCheck second = Autodiff.checkGradients(
                    arguments -> Autodiff.grad(c::total, arguments).get(0), c.at());
            assertTrue(second.passed(), second::toString);
        });
    }
}
