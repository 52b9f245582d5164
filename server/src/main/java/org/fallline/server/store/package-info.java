/**
 * Saved experiments: short ids, edit tokens and the database that keeps them.
 *
 * <pre>
 *   Database          SQLite or PostgreSQL, opened and migrated       Sql   statements and transactions on it
 *   ExperimentStore   (id, spec, editTokenHash, savedAt, parent, forks, Listing, hiddenAt)
 *   SavedExperiments  ids from contents, tokens, what was read lately
 *   Gallery           Query → Page                what is listed
 *   Cards, Reports    pictures; what visitors reported
 *   Archive           everything as JSON lines
 * </pre>
 *
 * <p>A spec is canonical text and never changes; what its owner says of it is a {@link org.fallline.server.store.Listing}. The
 * schema's history is {@code db/migration} in the resources, in SQL that SQLite and PostgreSQL both read.
 *
 * <p>Imports the JDK, the engine's JSON, the connection pool and the cache; nothing of HTTP.
 *
 * <pre>{@code
 * try (Database database = Database.embedded(Path.of("data"))) {
 *     SavedExperiments experiments = new SavedExperiments(new ExperimentStore(database), Clock.systemUTC());
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
