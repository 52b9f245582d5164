package org.fallline.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class EmbeddedStoreTest extends StoreContract {
    @Override
    Database open() throws IOException {
        return Database.embedded(directory.resolve("made/on first start"));
    }

    @Test
    void embedded_missingDirectory_isCreated() {
        assertTrue(Files.exists(directory.resolve("made/on first start").resolve(Database.FILE)));
    }

    @Test
    void embedded_everyConnection_logsAheadAndSynchronisesFully() {
        database.sql().with("look at two connections", first -> {
            database.sql().with("look at the other", second -> assertSafe(first) && assertSafe(second));
            return true;
        });
    }

    private static boolean assertSafe(Connection connection) throws SQLException {
        assertEquals("wal", pragma(connection, "journal_mode"));
        assertEquals("2", pragma(connection, "synchronous")); // 2 is FULL
        return true;
    }

    private static String pragma(Connection connection, String name) throws SQLException {
        String value = Sql.first(connection, "PRAGMA " + name, row -> row.getString(1));
        return String.valueOf(value);
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

    @Test
    void embedded_withoutRoom_saysThatItIsFull_andGoesOnWhenThereIsRoomAgain() throws IOException {
        try (Database small = SmallDatabase.embedded(directory.resolve("small"), 80)) {
            ExperimentStore full = new ExperimentStore(small);
            String spec = "x".repeat(20_000);
            int[] saved = {0};
            StoreException refused = assertThrows(StoreException.class, () -> {
                for (; saved[0] < 1000; saved[0]++) {
                    added(full, StoreContract.experiment("id" + saved[0], spec));
                }
            });
            assertEquals(
                    StoreException.Reason.FULL,
                    refused.reason(),
                    () -> refused + " " + refused.getCause() + " after " + saved[0]);
            assertTrue(saved[0] > 0);
            for (int i = 0; i < saved[0]; i++) {
                assertEquals(StoreContract.experiment("id" + i, spec), full.find("id" + i));
            }
            full.delete("id0");
            full.delete("id1");
            assertTrue(added(full, StoreContract.experiment("another", spec)));
        }
    }
}
