package org.fallline.server.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Writes that come while another one is being written, in one transaction: a commit waits for the disk, which takes as long for many
 * as for one.
 *
 * <p>One thread writes for all: when a commit is done, it takes whatever has come meanwhile. No write is said to be done before it is
 * on the disk, and each at once then. Nobody waits in a thread of its own: with many that wait beside many that read, a commit would
 * have to wait for a processor.
 *
 * @param <T> what a write gives
 */
final class GroupCommit<T> {
    /** So many that a transaction does not keep its readers' cache for long. */
    private static final int MOST = 100;

    /** So many texts are kept for a disk that does not answer; more are refused at once. */
    static final int MOST_WAITING = 256;

    private static final long PATIENCE_SECONDS = 10;

    /** One write and what comes of it. */
    private record Pending<T>(Sql.Work<T> work, CompletableFuture<T> result) {}

    private final Sql sql;
    private final ConcurrentLinkedQueue<Pending<T>> queue = new ConcurrentLinkedQueue<>();
    private final Semaphore places = new Semaphore(MOST_WAITING);
    private final ThreadPoolExecutor writer;

    GroupCommit(Sql sql) {
        this.sql = sql;
        this.writer = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread thread = new Thread(task, "writing");
            thread.setDaemon(true);
            return thread;
        });
        writer.allowCoreThreadTimeOut(true);
    }

    /**
     * Does a write, with others or alone.
     *
     * @param work what is written; it may be done twice, when a transaction with others failed
     * @return what the work gives, once it is on the disk; it comes in the thread that writes, which must not be kept. Fails with a
     *     {@link StoreException} when it was not written
     */
    CompletableFuture<T> write(Sql.Work<T> work) {
        if (!places.tryAcquire()) {
            return CompletableFuture.failedFuture(busy(null));
        }
        Pending<T> mine = new Pending<>(work, new CompletableFuture<>());
        CompletableFuture<T> outcome = mine.result
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .whenComplete((result, failure) -> places.release())
                .exceptionally(failure -> {
                    queue.remove(mine);
                    throw reason(failure instanceof CompletionException wrapped ? wrapped.getCause() : failure);
                });
        queue.add(mine);
        writer.execute(this::writeAll);
        return outcome;
    }

    private static StoreException busy(@Nullable Throwable cause) {
        return new StoreException(StoreException.Reason.BUSY, "could not write: too many wait already", cause);
    }

    private static StoreException reason(@Nullable Throwable failure) {
        if (failure instanceof StoreException known) {
            return known;
        }
        return failure instanceof TimeoutException
                ? busy(failure)
                : new StoreException(StoreException.Reason.UNAVAILABLE, "could not write", failure);
    }

    /** Writes what waits; nothing, if that was written with what came before it. */
    private void writeAll() {
        List<Pending<T>> batch = new ArrayList<>();
        for (Pending<T> next = queue.poll(); next != null; next = batch.size() < MOST ? queue.poll() : null) {
            batch.add(next);
        }
        if (batch.isEmpty()) {
            return;
        }
        try {
            List<T> results = together(batch);
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).result.complete(results.get(i));
            }
        } catch (StoreException e) {
            boolean mayFitAlone = e.reason() == StoreException.Reason.FULL && batch.size() > 1;
            batch.forEach(mayFitAlone ? this::alone : each -> each.result.completeExceptionally(e));
        } catch (RuntimeException e) {
            batch.forEach(this::alone);
        } catch (Error e) {
            batch.forEach(each -> each.result.completeExceptionally(e));
            throw e;
        }
    }

    private List<T> together(List<Pending<T>> batch) {
        return sql.inTransaction("write " + batch.size() + " at once", connection -> {
            List<T> results = new ArrayList<>();
            for (Pending<T> each : batch) {
                results.add(each.work.on(connection));
            }
            return results;
        });
    }

    private void alone(Pending<T> pending) {
        try {
            pending.result.complete(together(List.of(pending)).get(0));
        } catch (RuntimeException e) {
            pending.result.completeExceptionally(e);
        }
    }
}
