package org.fallline.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The same promises on a real PostgreSQL. */
class PostgresStoreTest extends StoreContract {
    private @Nullable String url;

    @Override
    Database open() throws IOException {
        if (url == null) {
            url = Postgres.freshUrl();
        }
        return Database.shared(url);
    }

    @Test
    void shared_openedByManyAtOnce_isMigratedOnce() throws Exception {
        String fresh = Postgres.freshUrl();
        List<Thread> threads = IntStream.range(0, 3)
                .mapToObj(i -> new Thread(() -> {
                    try (Database each = Database.shared(fresh)) {
                        each.check();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }))
                .toList();
        ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
        for (Thread thread : threads) {
            thread.setUncaughtExceptionHandler((t, e) -> failures.add(e));
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(List.of(), List.copyOf(failures));
    }

    @Test
    void shared_thatCannotBeReached_saysSoWithoutThePassword() {
        IOException refused = assertThrows(
                IOException.class, () -> Database.shared("postgresql://someone:secret@127.0.0.1:1/nowhere"));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("cannot open the database"), refused.getMessage());
        assertFalse(String.valueOf(refused.getMessage()).contains("secret"), refused.getMessage());
    }

    @Test
    void shared_urlThatIsNone_saysWhatWouldBe() {
        for (String wrong : List.of("mysql://user:secret@host/db", "postgresql:///", "not a url: secret")) {
            IOException refused = assertThrows(IOException.class, () -> Database.shared(wrong));
            assertTrue(String.valueOf(refused.getMessage()).contains("postgresql://user"), refused.getMessage());
            assertFalse(String.valueOf(refused.getMessage()).contains("secret"), refused.getMessage());
        }
    }
}
