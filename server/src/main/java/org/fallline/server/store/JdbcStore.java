package org.fallline.server.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The store over a migrated SQL database, see {@link Database}.
 *
 * <p>Each call is one statement and so one transaction; the statements are the same for SQLite and PostgreSQL.
 */
public final class JdbcStore implements ExperimentStore {
    private static final String ADD =
            "INSERT INTO experiments (id, spec, edit_token_hash, saved_at) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING";
    private static final String FIND = "SELECT id, spec, edit_token_hash, saved_at FROM experiments WHERE id = ?";
    private static final String CHECK = "SELECT count(*) FROM experiments WHERE id = ''";

    private final HikariDataSource pool;

    /**
     * A store that owns its pool and closes it.
     *
     * @param pool connections to a migrated database
     */
    public JdbcStore(HikariDataSource pool) {
        this.pool = pool;
    }

    @Override
    public boolean add(SavedExperiment experiment) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setString(1, experiment.id());
            statement.setString(2, experiment.spec());
            statement.setString(3, experiment.editTokenHash());
            statement.setLong(4, experiment.savedAt().toEpochMilli());
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new StoreException("could not save experiment " + experiment.id(), e);
        }
    }

    @Override
    public @Nullable SavedExperiment find(String id) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return null;
                }
                return new SavedExperiment(
                        rows.getString(1), rows.getString(2), rows.getString(3), Instant.ofEpochMilli(rows.getLong(4)));
            }
        } catch (SQLException e) {
            throw new StoreException("could not look up an experiment", e);
        }
    }

    @Override
    public void check() {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(CHECK);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
        } catch (SQLException e) {
            throw new StoreException("the database does not answer", e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
