package org.fallline.web.platform;

import org.teavm.jso.browser.Window;

/** Work to do once before the next picture, however often it is asked for. */
public final class Frames {
    private final Runnable work;
    private boolean pending;

    public Frames(Runnable work) {
        this.work = work;
    }

    /** Asks for the work to be done before the next picture. */
    public void request() {
        if (!pending) {
            pending = true;
            Window.requestAnimationFrame(time -> {
                pending = false;
                work.run();
            });
        }
    }
}
