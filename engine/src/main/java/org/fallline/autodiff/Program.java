package org.fallline.autodiff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.fallline.autodiff.op.Constant;
import org.fallline.autodiff.op.Input;
import org.fallline.tensor.Tensor;

/**
 * A graph laid out in one memory: a flat list of instructions over one {@code double[]}.
 *
 * <pre>
 * memory      = inputs, in order | places of the other nodes' values
 * instruction = an op's kernel, where its inputs begin, where its result begins
 *             | a chain of element-wise kernels, run strip by strip
 * </pre>
 *
 * <p>There are two layouts of the same kernels, which agree in every bit. {@link #of} keeps the value of every node, for
 * reading: what a page shows of a step is what the step computed. {@link #compact} keeps the outputs only, for speed.
 *
 * <p>Running allocates nothing. A program is not safe for use by several threads at once.
 */
public final class Program {
    private static final double[] NONE = {};

    private final Graph graph;
    private final int inputSize;
    private final IdentityHashMap<Node, Integer> offsets;
    private final Instruction[] instructions;
    private final double[] memory;

    private Program(
            Graph graph,
            List<Node> inputs,
            IdentityHashMap<Node, Integer> offsets,
            List<Instruction> instructions,
            double[] memory) {
        this.graph = graph;
        this.inputSize = inputs.stream().mapToInt(input -> input.shape().size()).sum();
        this.offsets = offsets;
        this.instructions = instructions.toArray(new Instruction[0]);
        this.memory = memory;
    }

    /**
     * A program that computes some nodes and keeps the value of every node on the way.
     *
     * @param inputs the symbolic inputs, in the order in which {@link #run} takes them
     * @param outputs the nodes to compute, with all they depend on
     * @throws IllegalArgumentException if an output depends on an input that is not listed
     */
    public static Program of(List<Node> inputs, List<Node> outputs) {
        Graph graph = graph(inputs, outputs);
        IdentityHashMap<Node, Integer> offsets = new IdentityHashMap<>();
        int size = 0;
        for (Node node : graph.nodes()) {
            offsets.put(node, size);
            size += node.shape().size();
        }
        double[] memory = new double[size];
        List<Instruction> instructions = new ArrayList<>();
        int offset = 0;
        for (Node node : graph.nodes()) {
            if (node.op() instanceof Constant constant) {
                constant.tensor().copyTo(memory, offset);
            } else if (!(node.op() instanceof Input)) {
                int[] in = node.inputs().stream().mapToInt(offsets::get).toArray();
                instructions.add(new KernelCall(node, in, offset));
            }
            offset += node.shape().size();
        }
        return new Program(graph, inputs, offsets, instructions, memory);
    }

    /**
     * A program that computes some nodes and keeps no others: element-wise ops are fused, and memory is used again.
     *
     * @param inputs the symbolic inputs, in the order in which {@link #run} takes them
     * @param outputs the nodes to compute; {@link Simplify} them first
     * @throws IllegalArgumentException if an output depends on an input that is not listed
     */
    public static Program compact(List<Node> inputs, List<Node> outputs) {
        Graph graph = graph(inputs, outputs);
        Compiler compiler = new Compiler(graph, inputs, outputs);
        return new Program(graph, inputs, compiler.kept(inputs), compiler.instructions(), compiler.memory());
    }

    private static Graph graph(List<Node> inputs, List<Node> outputs) {
        Graph graph = Graph.of(inputs, outputs);
        for (Node node : graph.nodes()) {
            if (node.op() instanceof Input input && !inputs.contains(node)) {
                throw new IllegalArgumentException("the input " + input.name() + " is not among the program's inputs");
            }
        }
        return graph;
    }

    /**
     * Computes every node.
     *
     * @param inputs the values of all inputs, one after the other, row-major; not modified
     */
    public void run(double[] inputs) {
        run(inputs, NONE);
    }

    /**
     * Computes every node.
     *
     * @param first the values of the first inputs, one after the other, row-major; not modified
     * @param rest the values of the other inputs; not modified
     */
    public void run(double[] first, double[] rest) {
        if (first.length + rest.length != inputSize) {
            throw new IllegalArgumentException(
                    "the program takes " + inputSize + " numbers, not " + (first.length + rest.length));
        }
        System.arraycopy(first, 0, memory, 0, first.length);
        System.arraycopy(rest, 0, memory, first.length, rest.length);
        for (Instruction instruction : instructions) {
            instruction.run(memory);
        }
    }

    /**
     * What a node would be if an element of another were something else: what was recorded after that one is computed anew. Only
     * for a program that keeps every node; {@link #run} it again before anything else is read.
     */
    double probe(Node changed, int element, double value, Node result) {
        int at = offset(changed) + element;
        double before = memory[at];
        memory[at] = value;
        Integer position = graph.position(changed);
        for (Instruction instruction : instructions) {
            Integer other = graph.position(instruction.nodes().get(0));
            if (position != null && other != null && other > position) {
                instruction.run(memory);
            }
        }
        double found = memory[offset(result)];
        memory[at] = before;
        return found;
    }

    public Graph graph() {
        return graph;
    }

    /** The memory itself, valid after {@link #run}; read it, do not write it. */
    public double[] memory() {
        return memory;
    }

    /** Where the value of a node that the program keeps begins in the memory. */
    public int offset(Node node) {
        Integer offset = offsets.get(node);
        if (offset == null) {
            throw new IllegalArgumentException(
                    (graph.position(node) == null ? "the program does not compute " : "the program does not keep ")
                            + node);
        }
        return offset;
    }

    /** A copy of a node's value as the last run left it. */
    public Tensor value(Node node) {
        return Tensor.of(node.shape(), memory, offset(node));
    }

    /**
     * How much memory there is; what no instruction computes, such as inputs; then the instructions, one a line, a chain's
     * nodes joined by bars.
     */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        out.append(memory.length).append(" numbers, of them ").append(inputSize).append(" inputs\n");
        Set<Node> computed = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Instruction instruction : instructions) {
            computed.addAll(instruction.nodes());
        }
        for (Node node : graph.nodes()) {
            if (!computed.contains(node)) {
                out.append(graph.line(node)).append('\n');
            }
        }
        for (Instruction instruction : instructions) {
            String bar = "";
            for (Node node : instruction.nodes()) {
                out.append(bar).append(graph.line(node));
                bar = " | ";
            }
            out.append('\n');
        }
        return out.toString();
    }
}
