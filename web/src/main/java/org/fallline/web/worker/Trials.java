package org.fallline.web.worker;

/**
 * What came of trying shaders in one worker. A trial takes a tenth of a second and more where a program acts as a card, which is
 * lost time for everything after the first: a card that was slower is tried again only for what is much heavier, where it may be worth
 * its overhead.
 */
final class Trials {
    /** What is so many times as heavy may come out otherwise. */
    private static final double HEAVIER = 3;

    private double lost;

    /** Whether a shader may be faster than a module that takes so many milliseconds a point. */
    boolean isWorth(double pointTime) {
        return pointTime > HEAVIER * lost;
    }

    /** Takes note that a module with so many milliseconds a point was faster than a shader. */
    void lost(double pointTime) {
        lost = Math.max(lost, pointTime);
    }
}
