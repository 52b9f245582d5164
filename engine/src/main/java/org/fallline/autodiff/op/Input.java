package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Op;
import org.fallline.tensor.Shape;

/**
 * A value, any of its shape, that is given to a program each time it runs: an independent variable. It has no input, so
 * no derivative, and its kernel does nothing. Source: Griewank and Walther 2008, chapter 2.
 */
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
