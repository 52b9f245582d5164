package org.fallline.web.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.OptimizerSpec;
import org.fallline.experiment.Trajectory;
import org.fallline.problem.Problem;
import org.fallline.problem.ProblemSpec;
import org.fallline.survey.Findings;
import org.fallline.survey.Reading;
import org.fallline.survey.Standing;
import org.fallline.web.words.Phrase;
import org.fallline.web.words.Words;
import org.fallline.web.worker.Landscape;
import org.jspecify.annotations.Nullable;

/** The present state and what the engine answered for it; tells its listeners of every change. */
public final class Model {
    private final List<Runnable> listeners = new ArrayList<>();
    private final DoubleSupplier clock;
    private final History history = new History();
    private State state;
    private boolean isOpen;
    private List<Trajectory> trajectories = List.of();
    private @Nullable Experiment walked;
    private @Nullable Landscape landscape;
    private @Nullable Findings findings;
    private @Nullable Standing standing;
    private @Nullable Reading reading;
    private String notice = "";
    private String lack = "";
    private @Nullable ProblemSpec spec;
    private int seed;
    private @Nullable Problem problem;
    private int problems;
    private int occasions;

    /** A model of an experiment; {@code clock} tells the time in milliseconds. */
    public Model(Experiment experiment, DoubleSupplier clock) {
        this.state = State.of(experiment);
        this.clock = clock;
    }

    /** Calls a listener after every change. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Does what a visitor wants. */
    public void dispatch(Intent intent) {
        State next = intent.apply(state);
        history.changed(intent.label(), state, next, clock.getAsDouble());
        show(next);
    }

    /** Does what a visitor wants, or says why it cannot be done. */
    public void attempt(Intent intent) {
        try {
            dispatch(intent);
        } catch (IllegalArgumentException e) {
            String reason = String.valueOf(e.getMessage());
            tell(Words.say("error.cannot", reason + (reason.endsWith(".") ? "" : ".")));
        }
    }

    /** Shows another experiment; the first one is where everything begins, and cannot be taken back. */
    public void load(Experiment experiment) {
        State next = State.of(experiment);
        if (isOpen) {
            history.changed(Phrase.of("intent.open"), state, next, clock.getAsDouble());
        }
        isOpen = true;
        show(next);
    }

    /** Takes the last change back, if there is one. */
    public void undo() {
        if (!undoable().isEmpty()) {
            show(history.undo(state));
        }
    }

    /** Does what was taken back last, if nothing else was done since. */
    public void redo() {
        if (!redoable().isEmpty()) {
            show(history.redo(state));
        }
    }

    /** What {@link #undo} would take back; empty if there is nothing. */
    public Phrase undoable() {
        return history.undoable();
    }

    /** What {@link #redo} would do again; empty if there is nothing. */
    public Phrase redoable() {
        return history.redoable();
    }

    private void show(State next) {
        if (!next.at(0).withPlayback(state.playback()).equals(state.at(0))) {
            occasions++;
        }
        notice = "";
        state = next;
        problem();
        changed();
    }

    /** Receives the trajectories of an experiment. */
    public void ran(Experiment experiment, List<Trajectory> answer) {
        occasions++;
        walked = experiment;
        trajectories = answer;
        changed();
    }

    /** Receives the landscape of an experiment, or a finer one. */
    public void sampled(Landscape answer) {
        landscape = answer;
        changed();
    }

    /** Receives the reason why there is no landscape of the present cut. */
    public void unsampled(String reason) {
        lack = reason;
        changed();
    }

    /** Takes note that another landscape is asked for: what was said of the one before does not count. */
    public void awaitLandscape() {
        lack = "";
    }

    /** Receives what is true of a part of an experiment's landscape. */
    public void found(Experiment of, Findings answer) {
        if (isPresent(of)) {
            findings = answer;
            changed();
        }
    }

    /** Receives how things stand at a point of an experiment. */
    public void stood(Experiment of, Standing answer) {
        if (isPresent(of)) {
            standing = answer;
            changed();
        }
    }

    /** Receives what is read off at a point of an experiment. */
    public void noted(Experiment of, Reading answer) {
        if (isPresent(of)) {
            reading = answer;
            changed();
        }
    }

    /** Whether an answer about this experiment is one about the present problem. */
    private boolean isPresent(Experiment of) {
        return of.hasProblemOf(experiment());
    }

    /** What was found last, whichever slice it is of; null before. */
    public @Nullable Findings findings() {
        return findings;
    }

    /** How things stood where it was asked last; null before. */
    public @Nullable Standing standing() {
        return standing;
    }

    /** What was read off where the visitor pointed last; null before. */
    public @Nullable Reading reading() {
        return reading;
    }

    /** Tells the visitor something, until the visitor does something. */
    public void tell(String text) {
        occasions++;
        notice = text;
        changed();
    }

    public State state() {
        return state;
    }

    /** Counts whatever happens, except that time passes and that more is known of the landscape: what depends on these alone stays. */
    public int occasions() {
        return occasions;
    }

    public Experiment experiment() {
        return state.experiment();
    }

    /** The present problem, made once: a network's has all of its examples. */
    public Problem problem() {
        Experiment present = experiment();
        Problem made = problem;
        if (made == null || seed != present.seed() || !present.problem().equals(spec)) {
            spec = present.problem();
            seed = present.seed();
            made = spec.problem(seed);
            problem = made;
            problems++;
            findings = null;
            standing = null;
            reading = null;
        }
        return made;
    }

    /** Tells the present problem from those before it. */
    public int problemNumber() {
        problem();
        return problems;
    }

    /** The trajectories, if they belong to the present optimizers and problem; else none. */
    public List<Trajectory> trajectories() {
        boolean fit = walked != null
                && walked.problem().equals(experiment().problem())
                && walked.optimizers().size() == experiment().optimizers().size();
        return fit ? trajectories : List.of();
    }

    /** Whether the trajectories are those of the present experiment, to their last steps. */
    public boolean isWalked() {
        return walked != null && walked.walksAs(experiment());
    }

    /** The trajectory of an optimizer, or null while it is being computed. */
    public @Nullable Trajectory trajectory(int optimizer) {
        List<Trajectory> all = trajectories();
        return optimizer < all.size() ? all.get(optimizer) : null;
    }

    /** The optimizer whose steps are open, with its settings of the present step. */
    public OptimizerSpec inspected() {
        return experiment().optimizers().get(state.inspected()).at(state.step());
    }

    /** The trajectory of the optimizer whose steps are open, or null while it is being computed. */
    public @Nullable Trajectory inspectedWalk() {
        return trajectory(state.inspected());
    }

    /** The landscape, if it belongs to the present problem and plane, if not yet to the present part of it; else null. */
    public @Nullable Landscape landscape() {
        if (landscape == null) {
            return null;
        }
        Experiment of = landscape.experiment();
        boolean fits = of.hasProblemOf(experiment())
                && of.view().cut().plane().equals(experiment().view().cut().plane());
        return fits ? landscape : null;
    }

    /** Why there is no landscape to be seen; empty if there is one, or one is awaited. */
    public String lack() {
        return lack;
    }

    /** What the visitor is told. */
    public String notice() {
        return notice.isEmpty() ? lack : notice;
    }

    private void changed() {
        for (Runnable listener : listeners) {
            listener.run();
        }
    }
}
