package org.fallline.web.platform;

import java.util.ArrayDeque;
import java.util.Deque;
import org.teavm.jso.browser.Window;

/** Work that is done soon and in its order, with room between its pieces for the browser to answer and to paint. */
public final class Pieces {
    /** Milliseconds without a pause: four times as many, on a slow machine, are still no hitch. */
    private static final double BUDGET = 5;

    private final Deque<Runnable> waiting = new ArrayDeque<>();

    private boolean isStarted;

    /** Adds work to the end; it waits for the start. */
    public void add(Runnable piece) {
        waiting.add(piece);
    }

    /** Adds work that comes next, before what waits. */
    public void addNext(Runnable piece) {
        waiting.addFirst(piece);
    }

    /** Begins; whatever has begun goes on. */
    public void start() {
        if (!isStarted) {
            isStarted = true;
            Window.setTimeout(this::advance, 0);
        }
    }

    public boolean isStarted() {
        return isStarted;
    }

    /** Whether all is done. */
    public boolean isDone() {
        return isStarted && waiting.isEmpty();
    }

    private void advance() {
        double begin = Browser.now();
        while (!waiting.isEmpty()) {
            if (Browser.now() - begin >= BUDGET) {
                Window.setTimeout(this::advance, 0);
                return;
            }
            waiting.remove().run();
        }
    }
}
