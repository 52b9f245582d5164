package org.fallline.server.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The schema's history: the files of {@code db/migration} in order, each executed once, those that are missing in one transaction.
 *
 * <p>A file is statements that end in a semicolon, with comments from {@code --} to the end of the line and {@code ${placeholders}};
 * neither may stand in a literal. Processes that start together on one database wait for the first of them.
 */
final class Migrations {
    /** The names of the files, in order; those that were released never change. */
    static final List<String> FILES = List.of("V1__experiments", "V2__sharing");

    /** Of all processes that migrate; any number that nobody else takes. */
    private static final long LOCK = 0x66616c6c6c696e65L; // "fallline"

    private final boolean isShared;
    private final Map<String, String> names;

    /**
     * The migrations of one kind of database.
     *
     * @param isShared whether others may migrate it at the same time
     * @param names what stands for each placeholder
     */
    Migrations(boolean isShared, Map<String, String> names) {
        this.isShared = isShared;
        this.names = names;
    }

    /** Brings the schema up to date; what is newer already, by a newer program, stays as it is. */
    void migrate(Sql sql) {
        int before = sql.with("look at the schema", Migrations::version);
        if (before < FILES.size()) {
            sql.inTransaction("migrate the schema", this::bringUpToDate);
        }
    }

    private boolean bringUpToDate(Connection connection) throws SQLException {
        if (isShared) {
            execute(connection, "SELECT pg_advisory_xact_lock(" + LOCK + ")");
        }
        int before = version(connection); // again: another process may have been faster
        execute(
                connection,
                "CREATE TABLE IF NOT EXISTS schema_versions (version INTEGER NOT NULL PRIMARY KEY, file TEXT NOT NULL)");
        for (int version = before + 1; version <= FILES.size(); version++) {
            String file = FILES.get(version - 1);
            for (String statement : statements(file)) {
                execute(connection, statement);
            }
            Sql.update(connection, "INSERT INTO schema_versions (version, file) VALUES (?, ?)", version, file);
        }
        return before < FILES.size();
    }

    /** The number of the newest migration in a database; 0 in an empty one. */
    static int version(Connection connection) throws SQLException {
        if (hasTable(connection, "schema_versions")) {
            return newest(connection, "SELECT max(version) FROM schema_versions");
        }
        // What builds from before 2026-12 left, whose history was kept by Flyway.
        return hasTable(connection, "flyway_schema_history")
                ? newest(connection, "SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history WHERE success")
                : 0;
    }

    private static int newest(Connection connection, String query) throws SQLException {
        return Objects.requireNonNullElse(Sql.first(connection, query, row -> row.getInt(1)), 0);
    }

    private static boolean hasTable(Connection connection, String name) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, connection.getSchema(), name, null)) {
            return tables.next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> statements(String file) {
        String text = read("/db/migration/" + file + ".sql").replaceAll("--[^\n]*", "");
        for (Map.Entry<String, String> name : names.entrySet()) {
            text = text.replace("${" + name.getKey() + "}", name.getValue());
        }
        return List.of(text.split(";")).stream()
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static String read(String name) {
        try (@Nullable InputStream in = Migrations.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + name, e);
        }
    }
}
