package org.fallline.web.worker;

import java.util.Arrays;

/** Reads what {@link Pack} wrote. */
final class Unpack {
    private final double[] numbers;
    private int at;

    Unpack(Message message) {
        this.numbers = message.getNumbers().copyToJavaArray();
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

    double[] array() {
        int length = whole();
        at += length;
        return Arrays.copyOfRange(numbers, at - length, at);
    }
}
