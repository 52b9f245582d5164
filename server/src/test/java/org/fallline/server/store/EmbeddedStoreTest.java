package org.fallline.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class EmbeddedStoreTest extends ExperimentStoreContract {
    @Override
    ExperimentStore open() throws IOException {
        return new JdbcStore(Database.embedded(directory.resolve("made/on first start")));
    }

    @Test
    void embedded_missingDirectory_isCreated() {
        assertTrue(Files.exists(directory.resolve("made/on first start").resolve(Database.FILE)));
    }

    @Test
    void embedded_everyConnection_logsAheadAndSynchronisesFully() throws Exception {
        try (HikariDataSource pool = Database.embedded(directory.resolve("pragmas"));
                Connection first = pool.getConnection();
                Connection second = pool.getConnection()) {
            for (Connection connection : new Connection[] {first, second}) {
                assertEquals("wal", pragma(connection, "journal_mode"));
                assertEquals("2", pragma(connection, "synchronous")); // 2 is FULL
            }
        }
    }

    @Test
    void embedded_directoryIsAFile_saysSoInOneLine() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        String refusal = refusal(file);
        assertTrue(refusal.startsWith("cannot create the data directory " + file), refusal);
        assertEquals(1, refusal.lines().count());
    }

    @Test
    void embedded_fileIsNoDatabase_saysSoInOneLine() throws IOException {
        Files.writeString(directory.resolve(Database.FILE), "a note that happens to have this name\n".repeat(100));
        String refusal = refusal(directory);
        assertTrue(refusal.contains(directory.resolve(Database.FILE).toString()), refusal);
        assertTrue(refusal.contains("not a database"), refusal);
        assertEquals(1, refusal.lines().count());
    }

    private static String refusal(Path directory) {
        return String.valueOf(assertThrows(IOException.class, () -> Database.embedded(directory))
                .getMessage());
    }

    private static String pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA " + name)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
