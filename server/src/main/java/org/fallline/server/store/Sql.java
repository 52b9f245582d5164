package org.fallline.server.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Statements on a pool of connections: whatever the driver throws becomes a {@link StoreException} that says what was
 * attempted.
 *
 * <p>A database that answers slowly must not take every thread of the server with it: only so many calls wait for a
 * connection, the others are refused at once.
 */
public final class Sql {
    /** Calls that may wait or run; a few times the connections, and a fraction of the server's threads. */
    private static final int CALLS = 64;

    private final HikariDataSource pool;
    private final Semaphore places = new Semaphore(CALLS);

    Sql(HikariDataSource pool) {
        this.pool = pool;
    }

    /** What is done on one connection. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Makes a value of the row that a result stands at. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * Does work whose every statement is a transaction of its own.
     *
     * @param what what is attempted, in words for the log: "save an experiment"
     * @param work what is done
     * @return what the work returned
     * @throws StoreException when the database does not answer, refuses, or is asked too much
     */
    public <T> T with(String what, Work<T> work) {
        if (!places.tryAcquire()) {
            throw new StoreException(StoreException.Reason.BUSY, "could not " + what + ": too many wait already", null);
        }
        try (Connection connection = pool.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new StoreException(StoreException.reason(e), "could not " + what, e);
        } finally {
            places.release();
        }
    }

    /**
     * Does work as one transaction: all of it or nothing.
     *
     * @param what what is attempted, in words for the log
     * @param work what is done
     * @return what the work returned
     * @throws StoreException as {@link #with}
     */
    public <T> T inTransaction(String what, Work<T> work) {
        return with(what, connection -> {
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        });
    }

    /** A full disk, for one, has ended the transaction already: what went wrong at first is what matters. */
    private static void rollBack(Connection connection, Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /**
     * Reads at one moment, however long it takes, while others write.
     *
     * @param what what is attempted, in words for the log
     * @param work what is read
     * @return what the work returned
     * @throws StoreException as {@link #with}
     */
    public <T> T atOneMoment(String what, Work<T> work) {
        return with(what, connection -> {
            boolean isSqlite = connection.getMetaData().getURL().startsWith("jdbc:sqlite:");
            // SQLite's driver would take the write lock for a transaction it begins itself.
            execute(connection, isSqlite ? "BEGIN DEFERRED" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
            try {
                return work.on(connection);
            } finally {
                execute(connection, "COMMIT");
            }
        });
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Executes a statement that changes rows and tells how many. */
    public static int update(Connection connection, String sql, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, arguments)) {
            return statement.executeUpdate();
        }
    }

    /** The rows of a query. */
    public static <T> List<T> query(Connection connection, String sql, Row<T> row, @Nullable Object... arguments)
            throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, arguments);
                ResultSet rows = statement.executeQuery()) {
            List<T> result = new ArrayList<>();
            while (rows.next()) {
                result.add(row.read(rows));
            }
            return result;
        }
    }

    /** The first row of a query, or null when there is none. */
    public static <T> @Nullable T first(Connection connection, String sql, Row<T> row, @Nullable Object... arguments)
            throws SQLException {
        List<T> rows = query(connection, sql, row, arguments);
        return rows.isEmpty() ? null : rows.get(0);
    }

    /**
     * The first row of a query that is a transaction of its own.
     *
     * @param what what is attempted, in words for the log
     * @return the row's value, or null when there is none
     * @throws StoreException as {@link #with}
     */
    public <T> @Nullable T firstOf(String what, String sql, Row<T> row, @Nullable Object... arguments) {
        List<T> rows = with(what, connection -> query(connection, sql, row, arguments));
        return rows.isEmpty() ? null : rows.get(0);
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... arguments)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    /** Connections that work now. */
    public int active() {
        return pool.isClosed() ? 0 : pool.getHikariPoolMXBean().getActiveConnections();
    }

    /** Calls that wait for a connection now. */
    public int waiting() {
        return pool.isClosed() ? 0 : pool.getHikariPoolMXBean().getThreadsAwaitingConnection();
    }
}
