package org.fallline.web.bench;

/** Where loops run: this machine, or a page. */
interface Platform {
    /** In the figures' names. */
    String name();

    /** Chooses the loop that the other methods run. */
    void prepare(Task task);

    /** The loss after so many steps or passes from the start. */
    double lossAfter(int count);

    /**
     * Steps or passes a second, of calls from the start until the time is up.
     *
     * @param part {@code run}, {@code forward} or {@code gradient}
     * @param count of each call
     */
    double speed(String part, int count, double seconds);
}
