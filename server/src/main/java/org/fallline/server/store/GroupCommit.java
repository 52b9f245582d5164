package org.fallline.server.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Writes that come while another one is being written, in one transaction: a commit waits for the disk, which takes as long for many
 * as for one.
 *
 * <p>There is no thread of its own: whoever has its turn writes for all who wait. Nobody returns before its write is on the disk.
 */
final class GroupCommit {
    /** So many that a transaction does not keep its readers' cache for long. */
    private static final int MOST = 100;

    private static final long PATIENCE_SECONDS = 10;

    /** One write and what came of it. */
    private static final class Pending {
        private final Sql.Work<Boolean> work;
        private boolean isDone;
        private boolean result;
        private @Nullable StoreException failure;

        Pending(Sql.Work<Boolean> work) {
            this.work = work;
        }

        void succeed(boolean value) {
            isDone = true;
            result = value;
        }

        void fail(StoreException e) {
            isDone = true;
            failure = e;
        }

        boolean outcome() {
            if (failure != null) {
                throw new StoreException(failure.reason(), String.valueOf(failure.getMessage()), failure);
            }
            return result;
        }
    }

    private final Sql sql;
    private final ConcurrentLinkedQueue<Pending> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock(true);

    GroupCommit(Sql sql) {
        this.sql = sql;
    }

    /**
     * Does a write, with others or alone.
     *
     * @param work what is written; it may be done twice, when a transaction with others failed
     * @return what the work returned
     * @throws StoreException when it was not written
     */
    boolean write(Sql.Work<Boolean> work) {
        Pending mine = new Pending(work);
        queue.add(mine);
        boolean isMyTurn;
        try {
            isMyTurn = turn.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            isMyTurn = false;
        }
        if (!isMyTurn) {
            queue.remove(mine);
            throw new StoreException(StoreException.Reason.BUSY, "could not write: too many wait already", null);
        }
        try {
            if (!mine.isDone) {
                writeAll();
            }
            return mine.outcome();
        } finally {
            turn.unlock();
        }
    }

    /** Writes what waits; as the fair lock lets them in by turns, that has whoever writes in it. */
    private void writeAll() {
        List<Pending> batch = new ArrayList<>();
        for (Pending next = queue.poll(); next != null; next = batch.size() < MOST ? queue.poll() : null) {
            batch.add(next);
        }
        try {
            List<Boolean> results = together(batch);
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).succeed(results.get(i));
            }
        } catch (StoreException e) {
            boolean mayFitAlone = e.reason() == StoreException.Reason.FULL && batch.size() > 1;
            batch.forEach(mayFitAlone ? this::alone : each -> each.fail(e));
        } catch (RuntimeException e) {
            batch.forEach(this::alone);
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
            pending.succeed(together(List.of(pending)).get(0));
        } catch (StoreException e) {
            pending.fail(e);
        } catch (RuntimeException e) {
            pending.fail(new StoreException(StoreException.Reason.UNAVAILABLE, "could not write", e));
        }
    }
}
