package org.fallline.web.model;

import java.util.ArrayDeque;
import java.util.Deque;
import org.fallline.experiment.Experiment;
import org.fallline.web.words.Phrase;

/**
 * What a visitor can take back, and do again: the states before each change of the experiment, other than the passing of time and a step's own moments.
 * Changes of one kind that follow each other at once, as those of a slider that is dragged, are taken back together.
 */
final class History {
    /** Milliseconds between two changes that belong together, at most. */
    private static final double TOGETHER = 600;

    /** More changes back nobody remembers what there was. */
    private static final int MOST = 300;

    private final Deque<Change> past = new ArrayDeque<>();
    private final Deque<Change> future = new ArrayDeque<>();
    private double lastTime = Double.NEGATIVE_INFINITY;

    /** What a change did, and the state to go to. */
    private record Change(Phrase label, State state) {}

    /** Takes note of a change, made by an intent with a label. */
    void changed(Phrase label, State before, State after, double now) {
        if (timeless(before.experiment()).equals(timeless(after.experiment()))) {
            return;
        }
        future.clear();
        boolean goesOn = now - lastTime <= TOGETHER && undoable().equals(label);
        if (!goesOn) {
            past.addLast(new Change(label, before));
        }
        if (past.size() > MOST) {
            past.removeFirst();
        }
        lastTime = now;
    }

    private static Experiment timeless(Experiment experiment) {
        return experiment.withView(experiment.view().withoutMoment());
    }

    /** What would be taken back; empty if there is nothing. */
    Phrase undoable() {
        return past.isEmpty() ? Phrase.NONE : past.getLast().label();
    }

    /** What would be done again; empty if there is nothing. */
    Phrase redoable() {
        return future.isEmpty() ? Phrase.NONE : future.getLast().label();
    }

    /** The state before the last change, instead of the present one; only if something is {@link #undoable}. */
    State undo(State present) {
        return move(present, past, future);
    }

    /** The state that was taken back last; only if something is {@link #redoable}. */
    State redo(State present) {
        return move(present, future, past);
    }

    private State move(State present, Deque<Change> from, Deque<Change> to) {
        Change change = from.removeLast();
        to.addLast(new Change(change.label(), present));
        // What comes next is a change of its own.
        lastTime = Double.NEGATIVE_INFINITY;
        // Time stays where it is, and runs as the visitor set it.
        return change.state()
                .withPlayback(present.playback())
                .withPlaying(false)
                .at(present.step());
    }
}
