package org.fallline.web.worker;

import java.util.Arrays;

/** Reads what {@link Pack} wrote. */
final class Unpack {
    private final double[] numbers;
    private int at;

    Unpack(Message message) {
        this(message.getNumbers().copyToJavaArray());
    }

    /** Reads numbers that have been packed; not modified. */
    Unpack(double[] numbers) {
        this.numbers = numbers;
    }

    boolean hasMore() {
        return at < numbers.length;
    }

    double number() {
        return numbers[at++];
    }

    int whole() {
        return (int) number();
    }

    /** One of several values. */
    <T> T one(T[] all) {
        return all[whole()];
    }

    double[] array() {
        int length = whole();
        at += length;
        return Arrays.copyOfRange(numbers, at - length, at);
    }
}
