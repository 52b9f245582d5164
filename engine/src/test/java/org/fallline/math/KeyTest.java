package org.fallline.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTest {

    /** Known answers for Threefry-2x32 with 20 rounds, from the Random123 library's {@code kat_vectors}. */
    @ParameterizedTest
    @CsvSource({
        "00000000, 00000000, 00000000, 00000000, 6b200159, 99ba4efe",
        "ffffffff, ffffffff, ffffffff, ffffffff, 1cb996fc, bb002be7",
        "13198a2e, 03707344, 243f6a88, 85a308d3, c4923a9c, 483df7a0",
    })
    void block_ofPublishedKeyAndCounter_isThePublishedBlock(
            String keyHigh, String keyLow, String first, String second, String high, String low) {
        Key key = new Key(word(keyHigh), word(keyLow));

        assertEquals(word(high), (int) key.block(word(first), word(second), Key.HIGH));
        assertEquals(word(low), (int) key.block(word(first), word(second), Key.LOW));
    }

    @Test
    void numbers_askedInAnyOrder_areTheSame() {
        Key key = Key.of(7);
        double third = key.uniform(3);
        key.uniform(4);

        assertEquals(third, Key.of(7).uniform(3));
        assertNotEquals(third, Key.of(8).uniform(3));
    }

    @Test
    void split_forDifferentIndexes_givesDifferentKeys() {
        Set<Key> keys = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            Key child = Key.of(7).split(i);
            keys.add(child);
            keys.add(child.split(0));
        }

        assertEquals(2000, keys.size());
    }

    /** Mean 1/2, variance 1/12; bounds of four standard errors of 100,000 numbers. */
    @Test
    void uniform_overManyCounters_isSpreadEvenly() {
        int n = 100_000;
        double sum = 0;
        double squares = 0;
        int[] tenths = new int[10];
        for (int i = 0; i < n; i++) {
            double u = Key.of(1).uniform(i);
            assertTrue(u >= 0 && u < 1);
            sum += u;
            squares += (u - 0.5) * (u - 0.5);
            tenths[(int) (u * 10)]++;
        }
        assertEquals(0.5, sum / n, 4 * Math.sqrt(1 / 12.0 / n));
        assertEquals(1 / 12.0, squares / n, 4 * Math.sqrt(1 / 180.0 / n));
        for (int count : tenths) {
            assertEquals(n / 10.0, count, 4 * Math.sqrt(n * 0.09));
        }
    }

    /** Moments 0, 1, 0 and 3; bounds of four standard errors of 100,000 numbers. */
    @Test
    void normal_overManyCounters_hasTheNormalMoments() {
        int n = 100_000;
        double[] moments = new double[5];
        int withinOne = 0;
        for (int i = 0; i < n; i++) {
            double x = Key.of(2).normal(i);
            for (int k = 1; k <= 4; k++) {
                moments[k] += Math.pow(x, k) / n;
            }
            withinOne += Math.abs(x) < 1 ? 1 : 0;
        }
        assertEquals(0, moments[1], 4 * Math.sqrt(1.0 / n));
        assertEquals(1, moments[2], 4 * Math.sqrt(2.0 / n));
        assertEquals(0, moments[3], 4 * Math.sqrt(15.0 / n));
        assertEquals(3, moments[4], 4 * Math.sqrt(96.0 / n));
        assertEquals(0.6826894921370859, withinOne / (double) n, 4 * Math.sqrt(0.22 / n));
    }

    @Test
    void below_aSmallBound_givesEachNumberAsOften() {
        int n = 70_000;
        int[] counts = new int[7];
        for (int i = 0; i < n; i++) {
            counts[Key.of(3).below(7, i)]++;
        }
        for (int count : counts) {
            assertEquals(10_000, count, 4 * Math.sqrt(n * 6 / 49.0));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1 << 30, Integer.MAX_VALUE})
    void below_aGreatBound_staysBelow(int bound) {
        for (int i = 0; i < 1000; i++) {
            int x = Key.of(4).below(bound, i);
            assertTrue(x >= 0 && x < bound);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void below_aBoundThatIsNotPositive_isRefused(int bound) {
        assertThrows(IllegalArgumentException.class, () -> Key.of(1).below(bound, 0));
    }

    @Test
    void bits_overManyCounters_setEachBitHalfTheTime() {
        int n = 10_000;
        int[] set = new int[32];
        for (int i = 0; i < n; i++) {
            int bits = Key.of(5).bits(i);
            for (int bit = 0; bit < 32; bit++) {
                set[bit] += bits >>> bit & 1;
            }
        }
        for (int count : set) {
            assertEquals(n / 2.0, count, 4 * Math.sqrt(n / 4.0));
        }
    }

    private static int word(String hex) {
        return Integer.parseUnsignedInt(hex, 16);
    }
}
