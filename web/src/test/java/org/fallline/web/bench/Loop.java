package org.fallline.web.bench;

/** Work of the engine that is measured: each call begins at the same start, so that equal counts are equal work. */
interface Loop {
    /** Makes so many steps, or passes over the data. */
    void run(int count);

    /** Of as many, only what computes losses; all of it where there are no gradients. */
    default void forward(int count) {
        run(count);
    }

    /** Of as many, only what computes losses and gradients; all of it where there is no update. */
    default void gradient(int count) {
        run(count);
    }

    /** The loss where the last {@link #run} ended, over all data. */
    double loss();
}
