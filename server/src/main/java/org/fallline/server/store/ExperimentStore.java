package org.fallline.server.store;

import org.jspecify.annotations.Nullable;

/**
 * Where experiments are kept. Safe for use by many threads; what {@link #add} returned from is on the disk.
 *
 * <p>Every method throws {@link StoreException} when the database does not answer.
 */
public interface ExperimentStore extends AutoCloseable {
    /**
     * Adds an experiment unless its id is taken.
     *
     * @param experiment what to keep
     * @return true when it was added, false when the id was taken, in which case nothing changed
     */
    boolean add(SavedExperiment experiment);

    /**
     * The experiment of an id.
     *
     * @param id any text
     * @return the experiment, or null when there is none
     */
    @Nullable SavedExperiment find(String id);

    /** Asks the database for an answer and throws when there is none. */
    void check();

    @Override
    void close();
}
