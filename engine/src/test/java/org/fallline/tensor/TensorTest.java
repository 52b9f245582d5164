package org.fallline.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TensorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                // NumPy manual, "Broadcasting", General broadcasting rules, and its examples
                "256,256,3 | 3 | (256, 256, 3)",
                "8,1,6,1 | 7,1,5 | (8, 7, 6, 5)",
                "5,4 | 1 | (5, 4)",
                "5,4 | 4 | (5, 4)",
                "15,3,5 | 15,1,5 | (15, 3, 5)",
                "15,3,5 | 3,1 | (15, 3, 5)",
                "3 | 4 | none",
                "2,1 | 8,4,3 | none",
                "'' | '' | ()",
                "'' | 2,3 | (2, 3)",
                "0 | 1 | (0)",
                "0 | 2 | none"
            })
    void broadcast_twoShapes_isNumPysAndSymmetric(String a, String b, String expected) {
        assertEquals(String.valueOf(expected), String.valueOf(Shape.broadcast(shape(a), shape(b))));
        assertEquals(String.valueOf(expected), String.valueOf(Shape.broadcast(shape(b), shape(a))));
    }

    private static Shape shape(String extents) {
        return Shape.of(Stream.of(extents.split(","))
                .filter(extent -> !extent.isBlank())
                .mapToInt(extent -> Integer.parseInt(extent.strip()))
                .toArray());
    }

    @Test
    void shape_ofThreeAxes_countsRowMajorAndFromBothEnds() {
        Shape shape = Shape.of(2, 3, 4);
        assertEquals(24, shape.size());
        assertEquals("[12, 4, 1]", Arrays.toString(new int[] {shape.stride(0), shape.stride(1), shape.stride(2)}));
        assertEquals(4, shape.extent(-1));
        assertEquals(1, shape.axis(-2));
        assertEquals("(2, 4, 3)", shape.transposed().toString());
        assertEquals("(2, 1, 4)", shape.withExtent(-2, 1).toString());
        assertEquals(1, Shape.SCALAR.size());
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of(Tensor.scalar(0.1), "0.1"),
                Arguments.of(Tensor.vector(1, 2.5), "[1, 2.5]"),
                Arguments.of(Tensor.vector(), "[]"),
                Arguments.of(Tensor.matrix(new double[][] {{0.1}, {0.2}}), "[[0.1], [0.2]]"),
                Arguments.of(Tensor.of(Shape.of(2, 1, 2), new double[] {9, 1, 2, 3, 4}, 1), "[[[1, 2]], [[3, 4]]]"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void toString_ofATensor_nestsBracketsByAxis(Tensor tensor, String text) {
        assertEquals(text, tensor.toString());
    }

    @Test
    void text_roundedToDigits_keepsTheTensorsOwnNumbers() {
        Tensor third = Tensor.vector(1 / 3.0, 0.1 + 0.2);
        assertEquals("[0.333, 0.3]", third.text(3));
        assertEquals("[0.3333333333333333, 0.30000000000000004]", third.toString());
    }

    @Test
    void tensor_madeOfAnArray_doesNotChangeWithIt() {
        double[] values = {1, 2};
        Tensor tensor = Tensor.vector(values);
        values[0] = 9;
        tensor.toArray()[1] = 9;
        assertEquals("[1, 2]", tensor.toString());
    }

    @Test
    void equals_ofTensors_comparesShapesAndBits() {
        assertEquals(Tensor.scalar(Double.NaN), Tensor.scalar(Double.NaN));
        assertNotEquals(Tensor.scalar(0.0), Tensor.scalar(-0.0));
        assertNotEquals(Tensor.vector(1), Tensor.scalar(1));
        assertEquals(
                Tensor.vector(1, 1).hashCode(), Tensor.filled(Shape.of(2), 1).hashCode());
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("an extent is negative: [2, -1]", () -> Shape.of(2, -1)),
                mistake("too many elements: [65536, 65536]", () -> Shape.of(65536, 65536)),
                mistake("there is no axis 2 in (2, 3)", () -> Shape.of(2, 3).extent(2)),
                mistake("there is no axis -1 in ()", () -> Shape.SCALAR.extent(-1)),
                mistake("row 1 has 1 numbers but row 0 has 2", () -> Tensor.matrix(new double[][] {{1, 2}, {3}})),
                mistake(
                        "a tensor of shape (3) needs 3 numbers from 1 on but there are 3",
                        () -> Tensor.of(Shape.of(3), new double[3], 1)),
                mistake(
                        "there is no element 2 in a tensor of shape (2)",
                        () -> Tensor.vector(1, 2).at(2)),
                mistake(
                        "a tensor of shape (2) is not a single number",
                        () -> Tensor.vector(1, 2).item()));
    }

    private static Arguments mistake(String message, Executable mistake) {
        return Arguments.of(message, mistake);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistake_withShapesAndIndices_isRefusedSayingWhatWasGiven(String message, Executable mistake) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, mistake).getMessage());
    }
}
