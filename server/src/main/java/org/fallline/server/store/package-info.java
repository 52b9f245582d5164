/**
 * Saved experiments: short ids, edit tokens and the database that keeps them.
 *
 * <p>A row is {@code (id, spec, editTokenHash, savedAt)}; the spec is canonical text and never changes, the id follows
 * from it. The schema's history is {@code db/migration} in the resources, in SQL that SQLite and PostgreSQL both read.
 *
 * <p>Imports the JDK, the connection pool and the migration tool; nothing of the engine and nothing of HTTP.
 *
 * <pre>{@code
 * try (ExperimentStore store = new JdbcStore(Database.embedded(Path.of("data")))) {
 *     SavedExperiments experiments = new SavedExperiments(store, Clock.systemUTC());
 *     String id = experiments.save("{\"version\":1}").id();
 *     experiments.find(id); // the same text
 * }
 * }</pre>
 *
 * <p>References: SQLite, <a href="https://www.sqlite.org/wal.html">Write-Ahead Logging</a>; the pragma
 * <a href="https://www.sqlite.org/pragma.html#pragma_synchronous">synchronous</a>.
 */
@NullMarked
package org.fallline.server.store;

import org.jspecify.annotations.NullMarked;
