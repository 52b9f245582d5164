package org.fallline.server.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.flywaydb.core.Flyway;

/**
 * Opens a database, brings its schema to the newest version and hands out its connection pool.
 *
 * <p>Another database is another method that fills a {@link HikariConfig}; migrations and statements stay as they are.
 */
public final class Database {
    /** The file's name inside the data directory. */
    public static final String FILE = "fallline.db";

    /** How long a write waits for another process or thread to finish its own, and a request for a connection. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Readers run side by side, writers one after the other; more connections than this only queue in the database. */
    private static final int EMBEDDED_CONNECTIONS = 4;

    private Database() {}

    /**
     * The embedded database of a data directory; directory and file are created when missing.
     *
     * <p>A write-ahead log keeps readers and the writer apart; full synchronisation puts every commit on the disk before
     * it is acknowledged, so that neither a killed process nor a power cut loses one.
     *
     * @param directory the data directory
     * @return the pool, over the newest schema
     * @throws IOException when the directory cannot be used, with a message fit for an operator
     */
    public static HikariDataSource embedded(Path directory) throws IOException {
        Path file = directory.toAbsolutePath().normalize().resolve(FILE);
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new IOException("cannot create the data directory " + file.getParent() + ": " + RootCause.text(e), e);
        }
        if (!Files.isWritable(file.getParent())) {
            throw new IOException("cannot write to the data directory " + file.getParent());
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:sqlite:" + file);
        config.addDataSourceProperty("journal_mode", "WAL");
        config.addDataSourceProperty("synchronous", "FULL");
        config.addDataSourceProperty("busy_timeout", Long.toString(PATIENCE.toMillis()));
        config.setMaximumPoolSize(EMBEDDED_CONNECTIONS);
        config.setMinimumIdle(1);
        try {
            return migrated(config);
        } catch (RuntimeException e) {
            throw new IOException("cannot open the database " + file + ": " + RootCause.text(e), e);
        }
    }

    private static HikariDataSource migrated(HikariConfig config) {
        config.setPoolName("store");
        config.setConnectionTimeout(PATIENCE.toMillis());
        HikariDataSource pool = new HikariDataSource(config);
        try {
            Flyway.configure().dataSource(pool).load().migrate();
            return pool;
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }
}
