package org.fallline.server.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The saved experiments by id: the same text always has the same id, and one id never means two texts.
 *
 * <p>The id of a text is the shortest prefix of its hash, from {@link ExperimentId#LENGTH} characters on, that no other
 * text has taken before it.
 */
public final class SavedExperiments {
    private final ExperimentStore store;
    private final Clock clock;

    /**
     * The experiments of a store.
     *
     * @param store where they are kept; the caller closes it
     * @param clock what tells the time of a save
     */
    public SavedExperiments(ExperimentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * What came of a save.
     *
     * @param id the experiment's id
     * @param editToken the secret of whoever saved this text first; null when the text was there already
     */
    public record Receipt(String id, @Nullable EditToken editToken) {}

    /**
     * Keeps a text for ever.
     *
     * @param spec canonical text of an experiment
     * @return its id, and the edit token when this call was the first to save it
     */
    public Receipt save(String spec) {
        EditToken token = EditToken.random();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        for (int length = ExperimentId.LENGTH; length <= ExperimentId.MAXIMAL_LENGTH; length++) {
            String id = ExperimentId.of(spec, length);
            if (store.add(new SavedExperiment(id, spec, token.hash(), now))) {
                return new Receipt(id, token);
            }
            SavedExperiment holder = store.find(id);
            if (holder != null && holder.spec().equals(spec)) {
                return new Receipt(id, null);
            }
        }
        throw new IllegalStateException("two texts with one SHA-256");
    }

    /**
     * The experiment of an id.
     *
     * @param id any text
     * @return the experiment, or null when there is none
     */
    public @Nullable SavedExperiment find(String id) {
        return ExperimentId.isId(id) ? store.find(id) : null;
    }

    /** Asks the database for an answer and throws {@link StoreException} when there is none. */
    public void check() {
        store.check();
    }
}
