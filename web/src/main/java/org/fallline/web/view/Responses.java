package org.fallline.web.view;

import java.util.Arrays;
import java.util.Objects;
import org.fallline.experiment.Trajectory;
import org.fallline.probe.Fit;
import org.fallline.probe.InputRows;
import org.fallline.probe.Response;
import org.fallline.web.model.Model;
import org.fallline.web.platform.Browser;
import org.fallline.web.platform.Frames;
import org.jspecify.annotations.Nullable;

/**
 * What the model says of its inputs at the present step of the inspected optimizer, for all views of it: computed in slices of a
 * few milliseconds between pictures, coarsely while time runs, finer when it rests.
 */
final class Responses {
    /** Points a side of the lattice, from coarse to fine. */
    private static final int[] SIDES = {17, 33, 65};

    /** Milliseconds of work in one go. */
    private static final double SLICE = 3;

    /** A pass of so many milliseconds is not noticed while time runs. */
    private static final double UNNOTICED = 2;

    private final Model model;
    private final Frames frames;
    private final Runnable changed;
    private final Runnable goingOn = this::goOn;
    private final @Nullable Response[] levels = new Response[SIDES.length];
    private int problem = -1;
    private @Nullable Fit fit;
    private @Nullable Response shown;
    private int shownStep;
    private int version;
    private @Nullable Response running;
    private double[] runningAt = {};
    private int runningStep;
    private int runningLevel;
    private double runningTime;
    private double[] doneAt = {};
    private int doneLevel = -1;
    /** Milliseconds a row. */
    private double rowTime = 1e-3;

    /** {@code changed} is called when there is something new to be read. */
    Responses(Model model, Frames frames, Runnable changed) {
        this.model = model;
        this.frames = frames;
        this.changed = changed;
    }

    /** Sees to it that the present step is or will be answered, and tells the number of the latest answer; 0 if there is none. */
    int ask() {
        if (problem != model.problemNumber()) {
            problem = model.problemNumber();
            fit = Fit.of(model.experiment().problem(), model.experiment().seed());
            Arrays.fill(levels, null);
            running = null;
            shown = null;
            doneLevel = -1;
        }
        if (fit != null && running == null) {
            next();
        }
        return shown == null ? 0 : version;
    }

    /** The latest answer; only if {@link #ask} gave a number. */
    Response response() {
        return Objects.requireNonNull(shown);
    }

    /** The step at which it is true. */
    int step() {
        return shownStep;
    }

    /** Begins what is wanted now, if anything. */
    private void next() {
        Trajectory walk = model.inspectedWalk();
        if (walk == null) {
            return;
        }
        int step = Math.min(model.state().step(), walk.length() - 1);
        double[] at = walk.params(step);
        boolean isSame = Arrays.equals(at, doneAt) && doneLevel >= 0;
        int level = isSame ? doneLevel + 1 : first();
        if (level >= SIDES.length || (isSame && model.state().playing())) {
            shownStep = isSame ? step : shownStep;
            return;
        }
        Response response = level(level);
        response.begin(at);
        running = response;
        runningAt = at;
        runningStep = step;
        runningLevel = level;
        runningTime = 0;
        work(true);
    }

    /** The finest level that is not noticed. */
    private int first() {
        for (int level = SIDES.length - 1; level > 0; level--) {
            if (level(level).rows().count() * rowTime < UNNOTICED) {
                return level;
            }
        }
        return 0;
    }

    private Response level(int level) {
        Response made = levels[level];
        if (made == null) {
            Fit of = Objects.requireNonNull(fit);
            InputRows rows = InputRows.of(of, SIDES[level]);
            Response other = null;
            for (Response known : levels) {
                other = known == null ? other : known;
            }
            made = other == null ? new Response(of, rows) : other.about(rows);
            levels[level] = made;
        }
        return made;
    }

    private void goOn() {
        work(false);
    }

    private void work(boolean isAsked) {
        Response present = running;
        if (present == null) {
            return;
        }
        double begin = Browser.now();
        boolean more = present.advance();
        while (more && Browser.now() - begin < SLICE) {
            more = present.advance();
        }
        runningTime += Browser.now() - begin;
        if (more) {
            frames.later(goingOn);
            return;
        }
        running = null;
        shown = present;
        shownStep = runningStep;
        doneAt = runningAt;
        doneLevel = runningLevel;
        version++;
        rowTime = 0.5 * rowTime + 0.5 * runningTime / present.rows().count();
        // Who asked reads it at once, and asks again in the next picture if time runs.
        if (!isAsked || !model.state().playing()) {
            frames.later(changed);
        }
    }
}
