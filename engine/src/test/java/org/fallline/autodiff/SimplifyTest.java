package org.fallline.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;
import org.fallline.test.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SimplifyTest {

    @Test
    void simplify_randomExpressionsAndTheirGradients_keepsEveryBit() {
        Cases.forEachSeed(3000, random -> {
            List<Node> inputs = RandomGraph.LAYOUT.inputs();
            List<Node> outputs = new ArrayList<>(List.of(RandomGraph.of(random, inputs)));
            ReversePass pass = ReversePass.of(outputs.get(0), inputs);
            inputs.forEach(input -> outputs.add(pass.cotangentOrZeros(input)));
            List<Node> simple = Simplify.simplify(outputs);
            Program full = Program.of(inputs, outputs);
            Program reduced = Program.of(inputs, simple);
            Program compact = Program.compact(inputs, simple);
            double[] at = RandomGraph.point(random);
            full.run(at);
            reduced.run(at);
            // Twice: what one run leaves in the memory must not matter to the next.
            compact.run(RandomGraph.point(random));
            compact.run(at);
            for (int i = 0; i < outputs.size(); i++) {
                assertArrayEquals(
                        full.value(outputs.get(i)).toArray(),
                        reduced.value(simple.get(i)).toArray(),
                        () -> full.graph() + "became\n" + reduced.graph());
                assertArrayEquals(
                        full.value(outputs.get(i)).toArray(),
                        compact.value(simple.get(i)).toArray(),
                        () -> full.graph() + "ran as\n" + compact);
            }
            assertTrue(reduced.graph().nodes().size() <= full.graph().nodes().size());
        });
    }

    /** What an expression in x becomes. */
    record Rewriting(String name, UnaryOperator<Node> build, String text) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Rewriting> rewritings() {
        return Stream.of(
                new Rewriting("1·x", x -> Ops.multiply(Ops.constant(1), x), ""),
                new Rewriting("x·1", x -> Ops.multiply(x, Ops.constant(1)), ""),
                new Rewriting("x·1 as data", x -> Ops.multiply(x, Ops.literal(Tensor.scalar(1))), ""),
                new Rewriting("x/1", x -> Ops.divide(x, Ops.constant(1)), ""),
                new Rewriting("1/x", x -> Ops.divide(Ops.constant(1), x), "1 () = constant 1; v1 () = divide(1, x)"),
                new Rewriting("−(−x)", x -> Ops.negate(Ops.negate(x)), ""),
                new Rewriting("−(−(−x))", x -> Ops.negate(Ops.negate(Ops.negate(x))), "v1 () = negate(x)"),
                new Rewriting(
                        "2·3·x",
                        x -> Ops.multiply(Ops.multiply(Ops.literal(Tensor.scalar(2)), Ops.constant(3)), x),
                        "6 () = constant 6; v1 () = multiply(6, x)"),
                new Rewriting(
                        "sin x + sin x", x -> Ops.add(Ops.sin(x), Ops.sin(x)), "v1 () = sin(x); v2 () = add(v1, v1)"),
                new Rewriting(
                        "(x/1)² + x²",
                        x -> Ops.add(Ops.square(Ops.divide(x, Ops.constant(1))), Ops.square(x)),
                        "v1 () = square(x); v2 () = add(v1, v1)"),
                // What is not exact for −0, NaN or ∞ stays.
                new Rewriting("x+0", x -> Ops.add(x, Ops.constant(0)), "0 () = constant 0; v1 () = add(x, 0)"),
                new Rewriting(
                        "x·0", x -> Ops.multiply(x, Ops.constant(0)), "0 () = constant 0; v1 () = multiply(x, 0)"),
                new Rewriting("x−x", x -> Ops.subtract(x, x), "v1 () = subtract(x, x)"),
                new Rewriting(
                        "0·x − (−0)·x",
                        x -> Ops.subtract(Ops.multiply(Ops.constant(0), x), Ops.multiply(Ops.constant(-0.0), x)),
                        "0 () = constant 0; v1 () = multiply(0, x); -0 () = constant -0;"
                                + " v2 () = multiply(-0, x); v3 () = subtract(v1, v2)"));
    }

    @ParameterizedTest
    @MethodSource("rewritings")
    void simplify_anExpression_removesWhatIsExactAndNothingElse(Rewriting rewriting) {
        Node x = Ops.input("x", Shape.SCALAR);
        List<Node> simple = Simplify.simplify(List.of(rewriting.build().apply(x)));
        String text = Graph.of(List.of(x), simple).toString();
        assertEquals(rewriting.text(), text.lines().skip(1).collect(Collectors.joining("; ")));
    }

    @Test
    void simplify_namedNodes_keepTheirNames() {
        Node x = Ops.input("x", Shape.SCALAR);
        Node loss = Ops.square(Ops.sin(x).named("s")).named("L");
        Node simple = Simplify.simplify(List.of(loss)).get(0);
        assertEquals("L", simple.label());
        assertEquals("s", simple.input(0).label());
    }
}
