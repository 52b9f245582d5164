package org.fallline.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store promises; a store is tested by one subclass that says how to open it. */
abstract class ExperimentStoreContract {
    @TempDir
    Path directory;

    ExperimentStore store;

    /** Opens the store, new or with what the test before the last {@link ExperimentStore#close} left in it. */
    abstract ExperimentStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private static SavedExperiment experiment(String id, String spec) {
        return new SavedExperiment(id, spec, "00ff".repeat(16), Instant.parse("2026-01-02T03:04:05.678Z"));
    }

    @Test
    void find_afterAdd_returnsWhatWasAdded() {
        SavedExperiment saved = experiment("0123456789ab", "{\"title\":\"Täler & <b>Grate</b> 🏔\\u0000\"}");
        assertTrue(store.add(saved));
        assertEquals(saved, store.find("0123456789ab"));
    }

    @Test
    void find_unknownId_isNull() {
        assertNull(store.find("0123456789ab"));
        assertNull(store.find("' OR '1'='1"));
    }

    @Test
    void add_takenId_changesNothing() {
        SavedExperiment first = experiment("0123456789ab", "{\"version\":1}");
        assertTrue(store.add(first));
        assertFalse(store.add(experiment("0123456789ab", "{\"version\":1,\"seed\":2}")));
        assertEquals(first, store.find("0123456789ab"));
    }

    @Test
    void add_largeSpec_isKeptWhole() {
        SavedExperiment saved = experiment("0123456789ab", "x".repeat(256 * 1024));
        assertTrue(store.add(saved));
        assertEquals(saved, store.find("0123456789ab"));
    }

    @Test
    void add_sameIdFromManyThreads_succeedsOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                SavedExperiment mine = experiment("0123456789ab", "{\"seed\":" + i + "}");
                calls.add(() -> store.add(mine));
            }
            int successes = 0;
            for (Future<Boolean> call : threads.invokeAll(calls)) {
                successes += call.get() ? 1 : 0;
            }
            assertEquals(1, successes);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void add_manyIdsFromManyThreads_losesNone() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                SavedExperiment mine = experiment("id" + i, "{\"seed\":" + i + "}");
                calls.add(() -> store.add(mine));
            }
            for (Future<Boolean> call : threads.invokeAll(calls)) {
                assertTrue(call.get());
            }
            for (int i = 0; i < 100; i++) {
                assertEquals(experiment("id" + i, "{\"seed\":" + i + "}"), store.find("id" + i));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void find_afterReopening_returnsWhatWasAdded() throws Exception {
        SavedExperiment saved = experiment("0123456789ab", "{\"version\":1}");
        store.add(saved);
        store.close();
        store = open();
        assertEquals(saved, store.find("0123456789ab"));
    }

    @Test
    void everyCall_afterClose_throwsStoreException() {
        store.check();
        store.close();
        assertThrows(StoreException.class, () -> store.check());
        assertThrows(StoreException.class, () -> store.find("0123456789ab"));
        assertThrows(StoreException.class, () -> store.add(experiment("0123456789ab", "{}")));
    }
}
