package org.fallline.autodiff;

import java.util.ArrayList;
import java.util.List;
import org.fallline.autodiff.op.Constant;
import org.fallline.autodiff.op.Input;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;

/**
 * A graph laid out in one memory: a flat list of instructions over one {@code double[]}.
 *
 * <pre>
 * memory      = inputs, in order | every other node's value, in the graph's order
 * instruction = op, where its inputs begin, where its result begins, the shapes
 * </pre>
 *
 * <p>Running allocates nothing. The memory is there to be read: what a page shows of a step is what the step computed.
 * A program is not safe for use by several threads at once.
 */
public final class Program {
    private static final double[] NONE = {};

    private final Graph graph;
    private final int inputSize;
    private final double[] memory;
    private final int[] offsets;
    private final Op[] ops;
    private final int[][] in;
    private final int[] out;
    private final Shape[][] shapes;

    private Program(Graph graph, int inputSize) {
        this.graph = graph;
        this.inputSize = inputSize;
        List<Node> nodes = graph.nodes();
        this.offsets = new int[nodes.size()];
        int size = 0;
        List<Node> computed = new ArrayList<>();
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = size;
            size += nodes.get(i).shape().size();
            if (!(nodes.get(i).op() instanceof Input) && !(nodes.get(i).op() instanceof Constant)) {
                computed.add(nodes.get(i));
            }
        }
        this.memory = new double[size];
        int count = computed.size();
        this.ops = new Op[count];
        this.in = new int[count][];
        this.out = new int[count];
        this.shapes = new Shape[count][];
        for (int i = 0; i < count; i++) {
            schedule(i, computed.get(i));
        }
        for (Node node : nodes) {
            if (node.op() instanceof Constant constant) {
                constant.tensor().copyTo(memory, offset(node));
            }
        }
    }

    /**
     * A program that computes some nodes.
     *
     * @param inputs the symbolic inputs, in the order in which {@link #run} takes them
     * @param outputs the nodes to compute, with all they depend on
     * @throws IllegalArgumentException if an output depends on an input that is not listed
     */
    public static Program of(List<Node> inputs, List<Node> outputs) {
        Graph graph = Graph.of(inputs, outputs);
        int size = 0;
        for (Node input : inputs) {
            size += input.shape().size();
        }
        for (Node node : graph.nodes()) {
            if (node.op() instanceof Input input && !inputs.contains(node)) {
                throw new IllegalArgumentException("the input " + input.name() + " is not among the program's inputs");
            }
        }
        return new Program(graph, size);
    }

    private void schedule(int i, Node node) {
        int arity = node.inputs().size();
        ops[i] = node.op();
        out[i] = offset(node);
        in[i] = new int[arity];
        shapes[i] = new Shape[arity + 1];
        for (int k = 0; k < arity; k++) {
            in[i][k] = offset(node.input(k));
            shapes[i][k] = node.input(k).shape();
        }
        shapes[i][arity] = node.shape();
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
        for (int i = 0; i < ops.length; i++) {
            ops[i].forward(memory, in[i], out[i], shapes[i]);
        }
    }

    public Graph graph() {
        return graph;
    }

    /** The memory itself, valid after {@link #run}; read it, do not write it. */
    public double[] memory() {
        return memory;
    }

    /** Where a node's value begins in the memory. */
    public int offset(Node node) {
        Integer position = graph.position(node);
        if (position == null) {
            throw new IllegalArgumentException("the program does not compute " + node);
        }
        return offsets[position];
    }

    /** A copy of a node's value as the last run left it. */
    public Tensor value(Node node) {
        return Tensor.of(node.shape(), memory, offset(node));
    }
}
