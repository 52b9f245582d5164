package org.fallline.web.platform;

import java.util.ArrayDeque;
import java.util.Deque;
import org.teavm.jso.browser.Window;

/** Work to do once before the next picture, however often it is asked for; and work that may wait for a later one. */
public final class Frames {
    /** Milliseconds of a frame after which the rest waits. */
    private static final double BUDGET = 5;

    /** More are not done at once, whatever asks for another: time that runs never stops asking. */
    private static final int MOST_FRAMES = 300;

    private final Runnable work;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean pending;
    /** Whether the frame before did nothing of what waits: then this one does, so that all gets its turn. */
    private boolean starved;

    public Frames(Runnable work) {
        this.work = work;
    }

    /** Asks for the work to be done before the next picture. */
    public void request() {
        if (!pending) {
            pending = true;
            Window.requestAnimationFrame(time -> frame());
        }
    }

    /** Asks for other work, known by its identity, to be done in its turn, in the first frame that has time left. */
    public void later(Runnable other) {
        if (!waiting.contains(other)) {
            waiting.add(other);
            request();
        }
    }

    /** Does work as soon as the page has painted its next picture. */
    public static void afterNext(Runnable work) {
        Window.requestAnimationFrame(time -> Window.setTimeout(work::run, 0));
    }

    /** Does all that is asked for and waits at once: a page that is printed gets no more frames. */
    public void finish() {
        for (int i = 0; i < MOST_FRAMES && (pending || !waiting.isEmpty()); i++) {
            frame();
        }
    }

    private void frame() {
        pending = false;
        double begin = Browser.now();
        work.run();
        boolean did = false;
        while (!waiting.isEmpty() && (Browser.now() - begin < BUDGET || (starved && !did))) {
            waiting.remove().run();
            did = true;
        }
        starved = !did;
        if (!waiting.isEmpty()) {
            request();
        }
    }
}
