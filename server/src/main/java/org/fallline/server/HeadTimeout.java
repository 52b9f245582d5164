package org.fallline.server;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Ends connections whose client begins a request's head and does not bring it to its end: as each byte counts as a sign of life, the
 * idle time-out alone lets a client that sends one now and then keep its connection for hours.
 */
final class HeadTimeout extends AbstractLifeCycle implements Connection.Listener {
    /** So often within the limit is looked. */
    private static final int LOOKS = 4;

    private final Scheduler scheduler;
    private final Duration limit;
    private final Map<Connection, Head> heads = new ConcurrentHashMap<>();

    /**
     * A time-out for the connections of a connector.
     *
     * @param scheduler what calls at times
     * @param limit how long a head may take
     */
    HeadTimeout(Scheduler scheduler, Duration limit) {
        this.scheduler = scheduler;
        this.limit = limit;
    }

    /**
     * What was seen of a connection.
     *
     * @param complete heads that had come to their end
     * @param bytes that had arrived by then
     * @param begin since when there are more, on the clock of {@link System#nanoTime}; null if there are none
     */
    private record Head(long complete, long bytes, @Nullable Long begin) {
        Head next(Connection connection, long now) {
            long requests = connection.getMessagesIn();
            if (requests != complete || connection.getMessagesOut() < requests) {
                return new Head(requests, connection.getBytesIn(), null);
            }
            return begin == null && connection.getBytesIn() > bytes ? new Head(complete, bytes, now) : this;
        }
    }

    @Override
    public void onOpened(Connection connection) {
        heads.put(connection, new Head(0, 0, null));
    }

    @Override
    public void onClosed(Connection connection) {
        heads.remove(connection);
    }

    @Override
    protected void doStart() {
        schedule();
    }

    private void schedule() {
        scheduler.schedule(this::look, limit.toMillis() / LOOKS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (!isRunning()) {
            return;
        }
        long now = System.nanoTime();
        heads.replaceAll((connection, head) -> head.next(connection, now));
        heads.forEach((connection, head) -> {
            if (head.begin != null && now - head.begin > limit.toNanos()) {
                connection.getEndPoint().close();
            }
        });
        schedule();
    }
}
