package org.fallline.web.worker;

import java.util.Arrays;

/** Numbers and arrays of numbers, one after the other, for a message; read again by {@link Unpack} in the same order. */
final class Pack {
    private double[] numbers = new double[64];
    private int count;

    Pack add(double number) {
        reserve(1);
        numbers[count++] = number;
        return this;
    }

    /** Adds an array with its length. */
    Pack add(double[] array) {
        add(array.length);
        reserve(array.length);
        System.arraycopy(array, 0, numbers, count, array.length);
        count += array.length;
        return this;
    }

    /** Adds one of several values, by its place among them. */
    <T> Pack add(T value, T[] all) {
        return add(Arrays.asList(all).indexOf(value));
    }

    private void reserve(int more) {
        if (count + more > numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(2 * numbers.length, count + more));
        }
    }

    double[] numbers() {
        return Arrays.copyOf(numbers, count);
    }
}
