package org.fallline.autodiff;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fallline.tensor.Shape;

/**
 * Where each named parameter lies in one flat array: one after the other, each row-major.
 *
 * @param names of the parameters, in order
 * @param shapes of the parameters, in order
 */
public record ParameterLayout(List<String> names, List<Shape> shapes) {
    public ParameterLayout {
        names = List.copyOf(names);
        shapes = List.copyOf(shapes);
        if (names.size() != shapes.size()) {
            throw new IllegalArgumentException(names.size() + " names but " + shapes.size() + " shapes");
        }
    }

    /** Scalars with these names. */
    public static ParameterLayout scalars(List<String> names) {
        return new ParameterLayout(
                names, names.stream().map(name -> Shape.SCALAR).toList());
    }

    /** How many numbers there are in all. */
    public int size() {
        return offset(shapes.size());
    }

    /** Where a parameter begins. */
    public int offset(int parameter) {
        int offset = 0;
        for (int i = 0; i < parameter; i++) {
            offset += shapes.get(i).size();
        }
        return offset;
    }

    /** One symbolic input a parameter. */
    public List<Node> inputs() {
        List<Node> inputs = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            inputs.add(Ops.input(names.get(i), shapes.get(i)));
        }
        return inputs;
    }

    /**
     * A name for every single number: {@code x} for a scalar, {@code W₁,₂} for an element (1-based, row and column). Each is made
     * when it is asked for: of a network's thousands one or two are.
     */
    public List<String> elementNames() {
        return new ElementNames();
    }

    private final class ElementNames extends AbstractList<String> {
        private final int size = ParameterLayout.this.size();

        @Override
        public String get(int index) {
            Objects.checkIndex(index, size);
            int parameter = 0;
            int element = index;
            while (element >= shapes.get(parameter).size()) {
                element -= shapes.get(parameter).size();
                parameter++;
            }
            return names.get(parameter) + subscript(shapes.get(parameter), element);
        }

        @Override
        public int size() {
            return size;
        }
    }

    // A row or a column of a matrix is numbered as a vector: the other index says nothing.
    private static String subscript(Shape shape, int index) {
        if (shape.size() == 1) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        for (int axis = 0; axis < shape.rank(); axis++) {
            if (shape.extent(axis) > 1) {
                out.append(out.length() == 0 ? "" : ",");
                digits(index / shape.stride(axis) % shape.extent(axis) + 1, out);
            }
        }
        return out.toString();
    }

    private static void digits(int number, StringBuilder out) {
        for (char digit : Integer.toString(number).toCharArray()) {
            out.append((char) ('₀' + (digit - '0')));
        }
    }
}
