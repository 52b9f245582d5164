package org.fallline.server.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * An open database with the newest schema, and its pool of connections.
 *
 * <p>SQLite and PostgreSQL have the same tables and answer the same statements. They differ in how they are opened, in
 * the names of three types, and in who uses them: one process has the embedded database for itself, several may share a
 * PostgreSQL.
 */
public final class Database implements AutoCloseable {
    /** The file's name inside the data directory. */
    public static final String FILE = "fallline.db";

    /** How long a write waits for another process or thread to finish its own, and a request for a connection. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Readers run side by side, writers one after the other; more connections than this only queue in the database. */
    private static final int EMBEDDED_CONNECTIONS = 4;

    /** Of each process; PostgreSQL allows 100 in all unless told otherwise. */
    private static final int SHARED_CONNECTIONS = 10;

    private final HikariDataSource pool;
    private final Sql sql;
    private final boolean isShared;

    private Database(HikariDataSource pool, boolean isShared) {
        this.pool = pool;
        this.sql = new Sql(pool, !isShared);
        this.isShared = isShared;
    }

    private static Database migrated(HikariConfig config, boolean isShared, Map<String, String> names) {
        config.setPoolName("store");
        config.setConnectionTimeout(PATIENCE.toMillis());
        Database database = new Database(new HikariDataSource(config), isShared);
        try {
            new Migrations(isShared, names).migrate(database.sql);
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /**
     * The embedded database of a data directory; directory and file are created when missing.
     *
     * <p>A write-ahead log keeps readers and the writer apart; full synchronisation puts every commit on the disk before
     * it is acknowledged, so that neither a killed process nor a power cut loses one.
     *
     * @param directory the data directory
     * @return the database
     * @throws IOException when the directory cannot be used, with a message fit for an operator
     */
    public static Database embedded(Path directory) throws IOException {
        return embedded(directory, Map.of());
    }

    /** The same with more of SQLite's pragmas. */
    static Database embedded(Path directory, Map<String, String> pragmas) throws IOException {
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
        config.addDataSourceProperty("foreign_keys", "true");
        // Else its driver asks for a number after each row that is added.
        config.addDataSourceProperty("jdbc.get_generated_keys", "false");
        config.addDataSourceProperty("busy_timeout", Long.toString(PATIENCE.toMillis()));
        pragmas.forEach(config::addDataSourceProperty);
        config.setMaximumPoolSize(EMBEDDED_CONNECTIONS);
        config.setMinimumIdle(1);
        try {
            return migrated(config, false, Map.of("binary", "", "bytes", "BLOB", "unlogged", ""));
        } catch (RuntimeException e) {
            throw new IOException("cannot open the database " + file + ": " + RootCause.text(e), e);
        }
    }

    /**
     * A PostgreSQL database, which other processes may use too.
     *
     * @param url {@code postgresql://user:password@host:port/name}, or a JDBC URL that begins with {@code
     *     jdbc:postgresql:}
     * @return the database
     * @throws IOException when it cannot be opened, with a message fit for an operator: without the password
     */
    public static Database shared(String url) throws IOException {
        HikariConfig config = new HikariConfig();
        place(url, config);
        // Seconds; a database that hangs must give its callers back.
        config.addDataSourceProperty("connectTimeout", "3");
        config.addDataSourceProperty("socketTimeout", "10");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("ApplicationName", "fallline");
        config.addDataSourceProperty("options", "-c statement_timeout=" + PATIENCE.toMillis());
        config.setMaximumPoolSize(SHARED_CONNECTIONS);
        config.setMinimumIdle(2);
        config.setValidationTimeout(2000);
        try {
            return migrated(config, true, Map.of("binary", "COLLATE \"C\"", "bytes", "BYTEA", "unlogged", "UNLOGGED"));
        } catch (RuntimeException e) {
            throw new IOException("cannot open the database of FALLLINE_DATABASE_URL: " + RootCause.text(e), e);
        }
    }

    private static void place(String url, HikariConfig config) throws IOException {
        if (url.startsWith("jdbc:postgresql:")) {
            config.setJdbcUrl(url);
            return;
        }
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            throw unreadable(); // its message would show the password
        }
        if (uri.getHost() == null || !("postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme()))) {
            throw unreadable();
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        config.setJdbcUrl("jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query);
        if (uri.getRawUserInfo() != null) {
            String[] user = uri.getRawUserInfo().split(":", 2);
            config.setUsername(URLDecoder.decode(user[0], StandardCharsets.UTF_8));
            if (user.length > 1) {
                config.setPassword(URLDecoder.decode(user[1], StandardCharsets.UTF_8));
            }
        }
    }

    private static IOException unreadable() {
        return new IOException(
                "FALLLINE_DATABASE_URL cannot be read; expected something like postgresql://user:password@host:5432/fallline");
    }

    /** Statements on this database. */
    public Sql sql() {
        return sql;
    }

    /** Whether other processes may use it at the same time. */
    public boolean isShared() {
        return isShared;
    }

    /** Asks for an answer and throws {@link StoreException} when there is none. */
    public void check() {
        sql.firstOf("ask the database", "SELECT count(*) FROM experiments WHERE id = ''", row -> row.getInt(1));
    }

    @Override
    public void close() {
        pool.close();
    }
}
