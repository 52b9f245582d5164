package org.fallline.autodiff.op;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Notation;
import org.fallline.autodiff.Ops;
import org.fallline.tensor.Shape;

/**
 * Whether a relation holds between a and b, element by element, for equal shapes: 1 if it does, else 0. −0 equals 0; NaN is
 * unequal to everything, itself included, and every other relation with it is false. No derivative flows through: the result
 * is a condition, not a quantity. Source: TensorFlow API, {@code tf.math.less} and its kin.
 */
public record Compare(Relation relation) implements Binary {
    /** What two numbers are asked for. */
    public enum Relation {
        LESS("less", " < "),
        LESS_EQUAL("lessEqual", " ≤ "),
        GREATER("greater", " > "),
        GREATER_EQUAL("greaterEqual", " ≥ "),
        EQUAL("equal", " = "),
        NOT_EQUAL("notEqual", " ≠ ");

        private final String title;
        private final String sign;

        Relation(String title, String sign) {
            this.title = title;
            this.sign = sign;
        }
    }

    @Override
    public String name() {
        return relation.title;
    }

    @Override
    public Notation notation() {
        return Notation.infix(relation.sign, Notation.RELATION);
    }

    @Override
    public void forward(double[] memory, int[] in, int out, Shape[] shapes) {
        int n = shapes[2].size();
        switch (relation) {
            case LESS -> less(memory, in[0], in[1], out, n);
            case LESS_EQUAL -> lessEqual(memory, in[0], in[1], out, n);
            case GREATER -> less(memory, in[1], in[0], out, n);
            case GREATER_EQUAL -> lessEqual(memory, in[1], in[0], out, n);
            case EQUAL -> equal(memory, in[0], in[1], out, n);
            case NOT_EQUAL -> notEqual(memory, in[0], in[1], out, n);
        }
    }

    private static void less(double[] memory, int a, int b, int out, int n) {
        for (int i = 0; i < n; i++) {
            memory[out + i] = memory[a + i] < memory[b + i] ? 1 : 0;
        }
    }

    private static void lessEqual(double[] memory, int a, int b, int out, int n) {
        for (int i = 0; i < n; i++) {
            memory[out + i] = memory[a + i] <= memory[b + i] ? 1 : 0;
        }
    }

    private static void equal(double[] memory, int a, int b, int out, int n) {
        for (int i = 0; i < n; i++) {
            memory[out + i] = memory[a + i] == memory[b + i] ? 1 : 0;
        }
    }

    private static void notEqual(double[] memory, int a, int b, int out, int n) {
        for (int i = 0; i < n; i++) {
            memory[out + i] = memory[a + i] != memory[b + i] ? 1 : 0;
        }
    }

    @Override
    public boolean isDifferentiable(int input) {
        return false;
    }

    @Override
    public List<Node> vjp(Node y, Node yBar) {
        Node zeros = Ops.zerosLike(yBar);
        return List.of(zeros, zeros);
    }
}
