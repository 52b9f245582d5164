package org.fallline.server.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The table of experiments. Safe for use by many threads; what {@link #add} says is done, and what {@link #edit} or
 * {@link #delete} returned from, is on the disk.
 *
 * <p>Every method throws {@link StoreException} when the database does not answer.
 */
public final class ExperimentStore {
    private static final String COLUMNS =
            "id, spec, edit_token_hash, saved_at, parent, forks, title, notes, tags, listed_at, hidden_at";
    private static final String ADD = "INSERT INTO experiments (" + COLUMNS + ", sort_title, words)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING";
    private static final String FIND = "SELECT " + COLUMNS + " FROM experiments WHERE id = ?";
    private static final String EDIT = "UPDATE experiments SET title = ?, notes = ?, tags = ?, listed_at = ?,"
            + " sort_title = ?, words = ? WHERE id = ?";

    /** Ancestors, the nearest first; a ring, which only an import could make, ends at the bound. */
    private static final String LINEAGE = "WITH RECURSIVE line (id, depth) AS ("
            + " SELECT parent, 1 FROM experiments WHERE id = ?"
            + " UNION ALL SELECT e.parent, depth + 1 FROM experiments e JOIN line ON e.id = line.id WHERE depth < ?)"
            + " SELECT e.id, e.listed_at FROM line JOIN experiments e ON e.id = line.id WHERE e.hidden_at IS NULL"
            + " ORDER BY depth";

    private final Sql sql;
    private final @Nullable GroupCommit<Optional<SavedExperiment>> group;

    /**
     * The experiments of a database.
     *
     * @param database where they are kept; the caller closes it
     */
    public ExperimentStore(Database database) {
        this.sql = database.sql();
        this.group = database.isShared() ? null : new GroupCommit<>(sql); // PostgreSQL does the like by itself
    }

    /**
     * Adds an experiment unless its id is taken; its parent then has one fork more.
     *
     * @param experiment what to keep
     * @return who has the id already, in which case nothing changed; empty once the experiment is on the disk. Fails with a
     *     {@link StoreException}
     */
    public CompletableFuture<Optional<SavedExperiment>> add(SavedExperiment experiment) {
        Sql.Work<Optional<SavedExperiment>> work = connection -> {
            SavedExperiment holder = null;
            boolean added = add(connection, experiment);
            while (!added && holder == null) {
                // In a database that is shared, whoever had the id may have left meanwhile.
                holder = Sql.first(connection, FIND, ExperimentStore::read, experiment.id());
                added = holder == null && add(connection, experiment);
            }
            if (added && experiment.parent() != null) {
                Sql.update(connection, "UPDATE experiments SET forks = forks + 1 WHERE id = ?", experiment.parent());
            }
            return Optional.ofNullable(holder);
        };
        if (group != null) {
            return group.write(work);
        }
        try {
            return CompletableFuture.completedFuture(sql.inTransaction("save experiment " + experiment.id(), work));
        } catch (StoreException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** The same within a transaction, the parent's count left as it is. */
    static boolean add(Connection connection, SavedExperiment experiment) throws SQLException {
        Listing listing = experiment.listing();
        int added = Sql.update(
                connection,
                ADD,
                experiment.id(),
                experiment.spec(),
                experiment.editTokenHash(),
                experiment.savedAt().toEpochMilli(),
                experiment.parent(),
                experiment.forks(),
                listing.title(),
                listing.notes(),
                String.join(",", listing.tags()),
                millis(listing.listedAt()),
                millis(experiment.hiddenAt()),
                listing.sortTitle(),
                listing.words());
        if (added == 1) {
            tag(connection, experiment.id(), listing.tags());
        }
        return added == 1;
    }

    private static void tag(Connection connection, String id, List<String> tags) throws SQLException {
        for (String tag : tags) {
            Sql.update(connection, "INSERT INTO experiment_tags (experiment_id, tag) VALUES (?, ?)", id, tag);
        }
    }

    /**
     * The experiment of an id.
     *
     * @param id any text
     * @return the experiment, or null when there is none
     */
    public @Nullable SavedExperiment find(String id) {
        return sql.firstOf("look up an experiment", FIND, ExperimentStore::read, id);
    }

    /** The columns of {@link #FIND} as a value. */
    private static SavedExperiment read(ResultSet row) throws SQLException {
        return new SavedExperiment(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Instant.ofEpochMilli(row.getLong(4)),
                row.getString(5),
                row.getLong(6),
                new Listing(row.getString(7), row.getString(8), tags(row.getString(9)), instant(row, 10)),
                instant(row, 11));
    }

    /** Every experiment within a transaction, oldest first, one at a time. */
    static void each(Connection connection, Visit<SavedExperiment> visit) throws SQLException {
        try (var statement =
                connection.prepareStatement("SELECT " + COLUMNS + " FROM experiments ORDER BY saved_at, id")) {
            statement.setFetchSize(100); // else PostgreSQL's driver reads all into memory
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    visit.of(read(rows));
                }
            }
        }
    }

    /** Sees one value after the other. */
    @FunctionalInterface
    interface Visit<T> {
        void of(T value) throws SQLException;
    }

    static List<String> tags(String column) {
        return column.isEmpty() ? List.of() : List.of(column.split(",", -1));
    }

    static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    /**
     * Changes what an owner says of an experiment.
     *
     * @return false when there is no such experiment
     */
    public boolean edit(String id, Listing listing) {
        return sql.inTransaction("edit experiment " + id, connection -> {
            int edited = Sql.update(
                    connection,
                    EDIT,
                    listing.title(),
                    listing.notes(),
                    String.join(",", listing.tags()),
                    millis(listing.listedAt()),
                    listing.sortTitle(),
                    listing.words(),
                    id);
            if (edited == 1) {
                Sql.update(connection, "DELETE FROM experiment_tags WHERE experiment_id = ?", id);
                tag(connection, id, listing.tags());
            }
            return edited == 1;
        });
    }

    /**
     * Removes an experiment with its tags and its card. Forks stay, and still name it.
     *
     * @return false when there was none
     */
    public boolean delete(String id) {
        return sql.with(
                "delete experiment " + id,
                connection -> Sql.update(connection, "DELETE FROM experiments WHERE id = ?", id) == 1);
    }

    /**
     * Hides an experiment from everybody, or shows it again.
     *
     * @param hiddenAt since when, or null to show it
     * @return false when there is no such experiment
     */
    public boolean hide(String id, @Nullable Instant hiddenAt) {
        return sql.with(
                "hide experiment " + id,
                connection -> Sql.update(
                                connection, "UPDATE experiments SET hidden_at = ? WHERE id = ?", millis(hiddenAt), id)
                        == 1);
    }

    /**
     * What an experiment is a fork of, the nearest first.
     *
     * @param most how many at most
     * @param onlyListed whether those that only who has the link may see are left out
     * @return ids that name something
     */
    public List<String> lineage(String id, int most, boolean onlyListed) {
        record Ancestor(String id, boolean isListed) {}
        List<Ancestor> ancestors = sql.with(
                "look up ancestors",
                connection -> Sql.query(
                        connection, LINEAGE, row -> new Ancestor(row.getString(1), instant(row, 2) != null), id, most));
        return ancestors.stream()
                .filter(each -> each.isListed || !onlyListed)
                .map(Ancestor::id)
                .toList();
    }
}
