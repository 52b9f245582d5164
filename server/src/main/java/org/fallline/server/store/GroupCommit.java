package org.fallline.server.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Writes that come while another one is being written, in one transaction: a commit waits for the disk, which takes as long for many
 * as for one.
 *
 * <p>One thread writes for all: when a commit is done, it takes whatever has come meanwhile. Nobody returns before its write is on the
 * disk, and then at once. Were the callers to write in turn, each commit would wait until the next of them is running.
 */
final class GroupCommit {
    /** So many that a transaction does not keep its readers' cache for long. */
    private static final int MOST = 100;

    private static final long PATIENCE_SECONDS = 10;

    /** One write and what comes of it. */
    private record Pending(Sql.Work<Boolean> work, CompletableFuture<Boolean> result) {}

    private final Sql sql;
    private final ConcurrentLinkedQueue<Pending> queue = new ConcurrentLinkedQueue<>();
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
     * @return what the work returned
     * @throws StoreException when it was not written
     */
    boolean write(Sql.Work<Boolean> work) {
        Pending mine = new Pending(work, new CompletableFuture<>());
        queue.add(mine);
        writer.execute(this::writeAll);
        try {
            return outcome(mine);
        } catch (TimeoutException | InterruptedException e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            queue.remove(mine);
            throw new StoreException(StoreException.Reason.BUSY, "could not write: too many wait already", e);
        }
    }

    private static boolean outcome(Pending mine) throws TimeoutException, InterruptedException {
        try {
            return mine.result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StoreException failure) {
                throw new StoreException(failure.reason(), String.valueOf(failure.getMessage()), failure);
            }
            throw new StoreException(StoreException.Reason.UNAVAILABLE, "could not write", e.getCause());
        }
    }

    /** Writes what waits; nothing, if that was written with what came before it. */
    private void writeAll() {
        List<Pending> batch = new ArrayList<>();
        for (Pending next = queue.poll(); next != null; next = batch.size() < MOST ? queue.poll() : null) {
            batch.add(next);
        }
        if (batch.isEmpty()) {
            return;
        }
        try {
            List<Boolean> results = together(batch);
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

    private List<Boolean> together(List<Pending> batch) {
        return sql.inTransaction("write " + batch.size() + " at once", connection -> {
            List<Boolean> results = new ArrayList<>();
            for (Pending each : batch) {
                results.add(each.work.on(connection));
            }
            return results;
        });
    }

    private void alone(Pending pending) {
        try {
            pending.result.complete(together(List.of(pending)).get(0));
        } catch (RuntimeException e) {
            pending.result.completeExceptionally(e);
        }
    }
}
