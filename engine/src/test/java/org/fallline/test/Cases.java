package org.fallline.test;

import java.util.Random;
import java.util.function.Consumer;

/** Seeded cases: the same on every machine, and one of them again when {@code -Dfallline.seed} names it. */
public final class Cases {
    /** Whether {@code -Dfallline.long=true} asks for the hour-long kind of test. */
    public static final boolean LONG = Boolean.getBoolean("fallline.long");

    private Cases() {}

    /** Runs the body with the random numbers of n seeds; a failure says which seed replays it. */
    public static void forEachSeed(int n, Consumer<Random> body) {
        Long replayed = Long.getLong("fallline.seed");
        long first = replayed == null ? 0 : replayed;
        long end = replayed == null ? n : first + 1;
        for (long seed = first; seed < end; seed++) {
            try {
                // Neighbouring seeds of java.util.Random begin alike, so they are spread out.
                body.accept(new Random(seed * 0x9E3779B97F4A7C15L));
            } catch (RuntimeException | Error e) {
                throw new AssertionError("-Dfallline.seed=" + seed + " replays this: " + e, e);
            }
        }
    }
}
