package org.fallline.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes that share a transaction. */
class GroupCommitTest {
    @TempDir
    Path directory;

    @Test
    void write_whileTheDiskDoesNotAnswer_holdsNobody_andRefusesAtOnceWhenTooManyWait() throws IOException {
        CountDownLatch disk = new CountDownLatch(1);
        try (Database database = Database.embedded(directory)) {
            GroupCommit<Integer> group = new GroupCommit<>(database.sql());
            List<CompletableFuture<Integer>> waiting = new ArrayList<>();
            waiting.add(group.write(after(disk, 0)));
            for (int i = 1; i < GroupCommit.MOST_WAITING; i++) {
                int number = i;
                waiting.add(group.write(connection -> number));
            }
            assertFalse(waiting.stream().anyMatch(CompletableFuture::isDone));
            CompletableFuture<Integer> more = group.write(connection -> -1);
            assertTrue(more.isDone());
            assertEquals(StoreException.Reason.BUSY, failure(more).reason());

            disk.countDown();
            for (int i = 0; i < waiting.size(); i++) {
                assertEquals(i, waiting.get(i).join());
            }
            assertEquals(7, group.write(connection -> 7).join());
        }
    }

    @Test
    void write_thatFailsBesideOthers_failsAlone() throws IOException {
        CountDownLatch disk = new CountDownLatch(1);
        try (Database database = Database.embedded(directory)) {
            GroupCommit<Integer> group = new GroupCommit<>(database.sql());
            CompletableFuture<Integer> first = group.write(after(disk, 1));
            CompletableFuture<Integer> wrong = group.write(connection -> {
                throw new IllegalStateException("a mistake of ours");
            });
            CompletableFuture<Integer> right = group.write(connection -> 2);
            disk.countDown();
            assertEquals(1, first.join());
            assertEquals(2, right.join());
            assertEquals(StoreException.Reason.UNAVAILABLE, failure(wrong).reason());
        }
    }

    /** A write that takes as long as a disk takes. */
    private static Sql.Work<Integer> after(CountDownLatch disk, int result) {
        return connection -> {
            try {
                disk.await();
            } catch (InterruptedException e) {
                throw new SQLException(e);
            }
            return result;
        };
    }

    private static StoreException failure(CompletableFuture<?> failed) {
        CompletionException e = assertThrows(CompletionException.class, failed::join);
        return assertInstanceOf(StoreException.class, e.getCause());
    }
}
