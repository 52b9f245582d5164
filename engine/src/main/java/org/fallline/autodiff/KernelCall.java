package org.fallline.autodiff;

import java.util.List;
import org.fallline.tensor.Shape;

/** An op's own kernel, applied to whole operands. */
final class KernelCall implements Instruction {
    private final Node node;
    private final Op op;
    private final int[] in;
    private final int out;
    private final Shape[] shapes;

    /**
     * The kernel of a node.
     *
     * @param in where its operands begin; not modified
     * @param out where its result begins
     */
    KernelCall(Node node, int[] in, int out) {
        this.node = node;
        this.op = node.op();
        this.in = in;
        this.out = out;
        this.shapes = new Shape[in.length + 1];
        for (int k = 0; k < in.length; k++) {
            shapes[k] = node.input(k).shape();
        }
        shapes[in.length] = node.shape();
    }

    @Override
    public void run(double[] memory) {
        op.forward(memory, in, out, shapes);
    }

    @Override
    public List<Node> nodes() {
        return List.of(node);
    }
}
