package org.fallline.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SelectionTest {
    @Test
    void anyNumbers_givesWhatSortingWouldPutThere() {
        Random random = new Random(5);
        for (int round = 0; round < 500; round++) {
            // Few different ones, so that there are many ties.
            int kinds = 1 + random.nextInt(round % 2 == 0 ? 5 : 1000);
            double[] numbers = random.ints(1 + random.nextInt(300), -kinds, kinds)
                    .asDoubleStream()
                    .toArray();
            double[] sorted = numbers.clone();
            Arrays.sort(sorted);

            int k = random.nextInt(numbers.length);
            assertEquals(sorted[k], Selection.nth(numbers, k));

            // What it has put into another order serves as well.
            int another = random.nextInt(numbers.length);
            assertEquals(sorted[another], Selection.nth(numbers, another));
        }
    }

    @Test
    void equalOrSortedNumbers_takeNoLonger() {
        int count = 1 << 20;
        int k = count / 3;
        double[] rising = IntStream.range(0, count).asDoubleStream().toArray();
        double[] falling = IntStream.range(0, count).mapToDouble(i -> count - i).toArray();
        assertTimeout(Duration.ofSeconds(10), () -> {
            assertEquals(0, Selection.nth(new double[count], k));
            assertEquals(k, Selection.nth(rising, k));
            assertEquals(k + 1, Selection.nth(falling, k));
        });
    }
}
