package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Notation;
import org.fallline.tensor.Shape;

/**
 * {@code a + b} for equal shapes. Derivatives: {@code ȳ} and {@code ȳ}.
 */
public record Add() implements Binary {
    @Override
    public String name() {
        return "add";
    }

    @Override
    public Notation notation() {
        return Notation.infix(" + ", Notation.SUM);
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        int a = in[0];
        int b = in[1];
        for (int i = 0, n = shapes[2].size(); i < n; i++) {
            memory[out + i] = memory[a + i] + memory[b + i];
        }
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        return List.of(yBar, yBar);
    }
}
