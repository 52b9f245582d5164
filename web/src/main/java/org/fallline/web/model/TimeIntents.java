package org.fallline.web.model;

import java.util.List;
import org.fallline.experiment.Cut;
import org.fallline.experiment.Experiment;
import org.fallline.web.words.Phrase;

/** Moving in time. */
public final class TimeIntents {
    public static final Intent TO_START =
            new Intent(Phrase.of("time.toStart"), "Home", state -> state.at(0).withPlaying(false));

    public static final Intent BACK = new Intent(
            Phrase.of("time.back"),
            "ArrowLeft",
            state -> state.at(state.step() - 1).withPlaying(false));

    /** Plays or pauses; at the end it plays from the start again. */
    public static final Intent PLAY = new Intent(Phrase.of("intent.playOrPause"), " ", state -> {
        boolean atEnd = state.step() >= state.experiment().steps();
        return !state.playing() && atEnd ? state.at(0).withPlaying(true) : state.withPlaying(!state.playing());
    });

    /** Plays from the start. */
    public static final Intent ROLL =
            new Intent(Phrase.of("intent.roll"), state -> state.at(0).withPlaying(true));

    public static final Intent FORWARD = new Intent(
            Phrase.of("time.forward"),
            "ArrowRight",
            state -> state.at(state.step() + 1).withPlaying(false));

    public static final Intent TO_END = new Intent(
            Phrase.of("time.toEnd"),
            "End",
            state -> state.at(state.experiment().steps()).withPlaying(false));

    public static final Intent SLOWER = new Intent(
            Phrase.of("intent.slower"),
            "<",
            state -> state.withPlayback(
                    state.playback().withSpeed(state.playback().speed().slower())));

    public static final Intent FASTER = new Intent(
            Phrase.of("intent.faster"),
            ">",
            state -> state.withPlayback(
                    state.playback().withSpeed(state.playback().speed().faster())));

    public static final Intent LOOP = new Intent(
            Phrase.of("intent.loop"),
            "l",
            state -> state.withPlayback(
                    state.playback().withLoop(!state.playback().loop())));

    /** Those with a key, in the order of the controls. */
    public static final List<Intent> ALL = List.of(TO_START, BACK, PLAY, FORWARD, TO_END, SLOWER, FASTER, LOOP);

    private TimeIntents() {}

    /** Goes to a step. */
    public static Intent goTo(int step) {
        return new Intent(
                Phrase.of("intent.goTo", step), state -> state.at(step).withPlaying(false));
    }

    /** Lets time run on to a step, and stops it at the end unless it begins again there. */
    public static Intent tick(int step) {
        return new Intent(
                Phrase.of("intent.tick"),
                state -> state.at(step)
                        .withPlaying(state.playback().loop()
                                || step < state.experiment().steps()));
    }

    /** Lets time run at a speed. */
    public static Intent speed(Speed speed) {
        return new Intent(
                Phrase.of("intent.speed", speed.text()),
                state -> state.withPlayback(state.playback().withSpeed(speed)));
    }

    /** Walks another number of steps. */
    public static Intent walk(int steps) {
        return new Intent(Phrase.of("intent.steps"), state -> {
            Experiment before = state.experiment();
            Experiment walked = before.withSteps(steps);
            Cut cut = Cuts.walking(before.view().cut(), before.steps(), walked.steps());
            return state.with(walked.withView(walked.view().withCut(cut)));
        });
    }
}
