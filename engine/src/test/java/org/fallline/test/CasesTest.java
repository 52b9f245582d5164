package org.fallline.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CasesTest {

    @Test
    void forEachSeed_twice_givesTheSameNumbers() {
        List<Double> first = new ArrayList<>();
        List<Double> second = new ArrayList<>();
        Cases.forEachSeed(5, random -> first.add(random.nextDouble()));
        Cases.forEachSeed(5, random -> second.add(random.nextDouble()));
        assertEquals(first, second);
    }

    @Test
    void forEachSeed_failingCase_saysWhichSeedReplaysIt() {
        assumeTrue(System.getProperty("fallline.seed") == null, "one seed is being replayed");
        List<Random> given = new ArrayList<>();
        AssertionError e = assertThrows(
                AssertionError.class,
                () -> Cases.forEachSeed(5, random -> {
                    given.add(random);
                    assertEquals(true, given.size() < 4, "three is a crowd");
                }));
        assertTrue(String.valueOf(e.getMessage()).startsWith("-Dfallline.seed=3 replays this: "), e.getMessage());
    }
}
