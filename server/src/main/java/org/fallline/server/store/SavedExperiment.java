package org.fallline.server.store;

import java.time.Instant;

/**
 * One saved experiment as the database keeps it.
 *
 * @param id the short id, see {@link ExperimentId}
 * @param spec the experiment's canonical text; immutable once saved
 * @param editTokenHash SHA-256 of the edit token, 64 hexadecimal digits
 * @param savedAt when it was first saved, to the millisecond
 */
public record SavedExperiment(String id, String spec, String editTokenHash, Instant savedAt) {}
