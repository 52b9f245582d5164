package org.fallline.web.view;

import org.fallline.web.model.Model;
import org.fallline.web.model.State;
import org.fallline.web.model.TimeIntents;
import org.fallline.web.platform.Browser;
import org.teavm.jso.browser.Window;

/** Lets time run: the whole walk takes about as long as a reader likes to watch. */
final class Player {
    private static final double SECONDS = 10;
    private static final double SLOWEST = 8;

    private final Model model;
    private boolean running;
    private double since;
    private int from;
    private int last;

    Player(Model model) {
        this.model = model;
    }

    /** Starts or stops with the model. */
    void show() {
        if (model.state().playing() && !running) {
            running = true;
            begin();
            Window.requestAnimationFrame(time -> frame());
        }
    }

    private void begin() {
        since = Browser.now();
        from = model.state().step();
        last = from;
    }

    private void frame() {
        State state = model.state();
        if (!state.playing()) {
            running = false;
            return;
        }
        if (state.step() != last) {
            begin();
        }
        double rate = Math.max(SLOWEST, state.experiment().steps() / SECONDS) / 1000;
        int step = from + (int) ((Browser.now() - since) * rate);
        if (step > last) {
            last = Math.min(step, state.experiment().steps());
            model.dispatch(TimeIntents.tick(last));
        }
        Window.requestAnimationFrame(time -> frame());
    }
}
