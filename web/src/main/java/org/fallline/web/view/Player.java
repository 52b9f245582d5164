package org.fallline.web.view;

import org.fallline.web.model.Model;
import org.fallline.web.model.Speed;
import org.fallline.web.model.State;
import org.fallline.web.model.TimeIntents;
import org.fallline.web.platform.Browser;
import org.teavm.jso.browser.Window;

/** Lets time run: the whole walk takes about as long as a reader likes to watch. */
final class Player {
    private static final double SECONDS = 10;
    private static final double SLOWEST = 8;

    /** Milliseconds at the end of a walk before it begins again. */
    private static final double REST = 1000;

    private final Model model;
    private boolean running;
    private double since;
    private int from;
    private int last;
    private Speed speed = Speed.USUAL;

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
        speed = model.state().playback().speed();
    }

    private void frame() {
        State state = model.state();
        if (!state.playing()) {
            running = false;
            return;
        }
        if (state.step() != last || state.playback().speed() != speed) {
            begin();
        }
        int steps = state.experiment().steps();
        double rate = Math.max(SLOWEST, steps / SECONDS) / 1000 * speed.factor();
        int step = from + (int) ((Browser.now() - since) * rate);
        if (state.playback().loop() && last == steps && step > steps + REST * rate) {
            model.dispatch(TimeIntents.tick(0));
            begin();
        } else if (step > last && last < steps) {
            last = Math.min(step, steps);
            model.dispatch(TimeIntents.tick(last));
        }
        Window.requestAnimationFrame(time -> frame());
    }
}
