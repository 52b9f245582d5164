package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Op;
import org.fallline.tensor.Shape;

/** A value that is given to a program each time it runs. It has no input, so no derivative, and its kernel does nothing. */
public record Input(String name) implements Op {
    @Override
    public Shape shape(List<Shape> inputs) {
        throw new UnsupportedOperationException("the shape of the input " + name + " is given, not computed");
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        // The program's caller has written the value.
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of();
    }
}
