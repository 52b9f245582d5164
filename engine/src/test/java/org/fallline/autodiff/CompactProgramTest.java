package org.fallline.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;
import org.fallline.test.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A compact program computes the bits of the program that keeps every node, in less memory. */
class CompactProgramTest {

    /** Layers of tanh, their loss and its gradient by every parameter. */
    private static void checkNetwork(int batch, int... widths) {
        List<Node> inputs = new ArrayList<>(List.of(
                Ops.input("x", Shape.of(batch, widths[0])),
                Ops.input("y", Shape.of(batch, widths[widths.length - 1]))));
        Node layer = inputs.get(0);
        for (int i = 1; i < widths.length; i++) {
            Node weights = Ops.input("W" + i, Shape.of(widths[i - 1], widths[i]));
            Node bias = Ops.input("b" + i, Shape.of(widths[i]));
            inputs.add(weights);
            inputs.add(bias);
            layer = Ops.tanh(Ops.add(Ops.matmul(layer, weights), bias));
        }
        List<Node> outputs = new ArrayList<>(List.of(Ops.meanSquaredError(layer, inputs.get(1))));
        ReversePass pass = ReversePass.of(outputs.get(0), inputs);
        inputs.forEach(input -> outputs.add(pass.cotangentOrZeros(input)));
        checkSameBits(inputs, outputs, new Random(batch));
    }

    private static Program checkSameBits(List<Node> inputs, List<Node> outputs, Random random) {
        List<Node> simple = Simplify.simplify(outputs);
        Program full = Program.of(inputs, outputs);
        Program compact = Program.compact(inputs, simple);
        // Several runs: what one leaves in the memory must not matter to the next.
        for (int run = 0; run < 3; run++) {
            double[] at = new double
                    [inputs.stream().mapToInt(input -> input.shape().size()).sum()];
            for (int i = 0; i < at.length; i++) {
                at[i] = random.nextGaussian();
            }
            full.run(at);
            compact.run(at);
            for (int i = 0; i < outputs.size(); i++) {
                String name = "output " + i + " of\n" + compact;
                assertArrayEquals(
                        full.value(outputs.get(i)).toArray(),
                        compact.value(simple.get(i)).toArray(),
                        () -> name);
            }
        }
        assertTrue(compact.memory().length <= full.memory().length + 2 * 256 * outputs.size());
        return compact;
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "10, 4, 2", "100, 3, 7", "257, 8, 8", "3, 300, 5", "64, 5, 256"})
    void network_anyBatchAndWidth_hasTheBitsOfTheFullProgram(int batch, int first, int second) {
        checkNetwork(batch, 2, first, second, 1);
    }

    @Test
    void graph_ofRandomShapesAndRepetitions_hasTheBitsOfTheFullProgram() {
        Cases.forEachSeed(Cases.LONG ? 5000 : 100, random -> {
            int rows = 1 + random.nextInt(40);
            int columns = 1 + random.nextInt(12);
            List<Node> inputs = List.of(
                    Ops.input("full", Shape.of(rows, columns)),
                    Ops.input("row", Shape.of(columns)),
                    Ops.input("one", Shape.SCALAR),
                    Ops.input("column", Shape.of(rows, 1)));
            List<Node> pool = new ArrayList<>(inputs);
            pool.add(Ops.literal(Tensor.filled(Shape.of(rows, columns), 0.5)));
            pool.add(Ops.constant(2));
            for (int i = 0; i < 25; i++) {
                pool.add(
                        combined(random, pool.get(random.nextInt(pool.size())), pool.get(random.nextInt(pool.size()))));
            }
            List<Node> outputs =
                    new ArrayList<>(List.of(Ops.sum(pool.get(pool.size() - 1)), pool.get(pool.size() / 2)));
            ReversePass pass = ReversePass.of(outputs.get(0), inputs);
            inputs.forEach(input -> outputs.add(pass.cotangentOrZeros(input)));
            checkSameBits(inputs, outputs, random);
        });
    }

    private static Node combined(Random random, Node a, Node b) {
        return switch (random.nextInt(9)) {
            case 0 -> Ops.tanh(a);
            case 1 -> Ops.sin(a);
            case 2 -> Ops.square(a);
            case 3 -> Ops.sumTo(a, a.shape().rank() == 2 ? Shape.of(a.shape().extent(1)) : a.shape());
            case 4 -> Ops.mean(a);
            case 5 -> a.shape().rank() == 2 ? Ops.matmul(a, Ops.matmul(Ops.transpose(a), a)) : Ops.negate(a);
            case 6 -> Ops.multiply(a, b);
            case 7 -> Ops.subtract(a, b);
            default -> Ops.add(a, b);
        };
    }

    @Test
    void outputs_thatAreLeavesOrTheSame_areGiven() {
        Node x = Ops.input("x", Shape.of(2));
        Node y = Ops.broadcastTo(x, Shape.of(3, 2));
        Node seven = Ops.constant(7);
        checkSameBits(List.of(x), List.of(x, seven, y, y, Ops.add(y, y)), new Random(1));
    }

    @Test
    void value_ofANodeThatIsNotKept_isRefused() {
        Node x = Ops.input("x", Shape.SCALAR);
        Node inner = Ops.sin(x);
        Program program = Program.compact(List.of(x), List.of(Ops.cos(inner)));
        program.run(new double[] {1});
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> program.value(inner));
        assertEquals("the program does not keep sin ()", e.getMessage());
    }

    @Test
    void memory_ofADeepNetwork_isThatOfAFewLayers() {
        // Without a gradient no activation is needed twice.
        Node x = Ops.input("x", Shape.of(100, 50));
        Node weights = Ops.input("W", Shape.of(50, 50));
        Node layer = x;
        for (int i = 0; i < 20; i++) {
            layer = Ops.tanh(Ops.matmul(layer, weights));
        }
        Program program = Program.compact(List.of(x, weights), List.of(layer));
        assertTrue(program.memory().length
                <= x.shape().size() * 3 + weights.shape().size());
    }

    @Test
    void compilation_ofNodesUsedOverAndOver_takesTimeInProportion() {
        // A value, a broadcast and numbers, each read by tens of thousands of nodes: what looks at every use of each
        // takes
        // minutes.
        Node x = Ops.input("x", Shape.of(2));
        Node shared = Ops.sin(x);
        Node repeated = Ops.broadcastTo(shared, Shape.of(3, 2));
        Node wide = repeated;
        Node narrow = shared;
        for (int i = 0; i < 20_000; i++) {
            wide = Ops.multiply(Ops.add(wide, repeated), Ops.constant(0.5));
            narrow = Ops.sum(Ops.multiply(Ops.add(narrow, shared), Ops.constant(0.5)));
        }
        List<Node> outputs = List.of(wide, narrow);
        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> Program.compact(List.of(x), Simplify.simplify(outputs)));
    }

    @Test
    void text_ofAChain_joinsItsNodes() {
        Node x = Ops.input("x", Shape.of(2, 3));
        Node weights = Ops.input("W", Shape.of(3, 2));
        Node bias = Ops.input("b", Shape.of(2));
        Node y = Ops.tanh(Ops.add(Ops.matmul(x, weights), bias)).named("y");
        Node loss = Ops.sum(Ops.multiply(y, Ops.constant(2))).named("L");
        Program program = Program.compact(List.of(x, weights, bias), Simplify.simplify(List.of(loss)));
        assertEquals("""
                34 numbers, of them 14 inputs
                x (2, 3) = x
                W (3, 2) = W
                b (2) = b
                v2 (2, 2) = broadcast(b)
                v4 (2, 2) = constant [[2, 2], [2, 2]]
                v1 (2, 2) = matmul(x, W)
                v3 (2, 2) = add(v1, v2) | y (2, 2) = tanh(v3) | v5 (2, 2) = multiply(y, v4)
                L () = sum(v5)
                """, program.toString());
    }

    @Test
    void dot_ofAGraph_isGraphviz() {
        Node x = Ops.input("x", Shape.SCALAR);
        Node y = Ops.multiply(Ops.constant(2), x).named("a \"quoted\" name");
        assertEquals("""
                digraph {
                  rankdir=LR
                  n0 [label="x",tooltip="()",shape=box]
                  n1 [label="2",tooltip="()",shape=box]
                  n2 [label="a \\"quoted\\" name",xlabel="multiply",tooltip="()"]
                  n1 -> n2
                  n0 -> n2
                }
                """, Graph.of(List.of(x), List.of(y)).dot());
    }
}
