package org.fallline.server.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One saved experiment as the database keeps it.
 *
 * @param id the short id, see {@link ExperimentId}
 * @param spec the experiment's canonical text; immutable once saved
 * @param editTokenHash SHA-256 of the edit token, 64 hexadecimal digits
 * @param savedAt when it was first saved, to the millisecond
 * @param parent the id of what it is a fork of, which may be gone; null when it is none
 * @param forks how often it was forked
 * @param listing what its owner says of it
 * @param hiddenAt since when the operator keeps it from everybody; null when it is not hidden
 */
public record SavedExperiment(
        String id,
        String spec,
        String editTokenHash,
        Instant savedAt,
        @Nullable String parent,
        long forks,
        Listing listing,
        @Nullable Instant hiddenAt) {

    /** One that was saved just now. */
    static SavedExperiment fresh(String id, String spec, EditToken token, Instant savedAt, @Nullable String parent) {
        return new SavedExperiment(id, spec, token.hash(), savedAt, parent, 0, Listing.NONE, null);
    }

    /** The same with what its owner says now. */
    SavedExperiment with(Listing changed) {
        return new SavedExperiment(id, spec, editTokenHash, savedAt, parent, forks, changed, hiddenAt);
    }
}
