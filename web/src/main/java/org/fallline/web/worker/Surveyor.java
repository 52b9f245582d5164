package org.fallline.web.worker;

import java.util.Objects;
import java.util.function.Consumer;
import org.fallline.experiment.Cut;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.problem.Problem;
import org.fallline.scene.Picture;
import org.fallline.survey.Anchors;
import org.fallline.survey.Beginning;
import org.fallline.survey.Derivatives;
import org.fallline.survey.Slice;
import org.fallline.survey.Slicing;
import org.fallline.web.platform.Browser;
import org.jspecify.annotations.Nullable;

/** The worker's part of a landscape: finds a slice, and samples it row by row. */
final class Surveyor {
    /** Milliseconds of walking before a first look at a slice that goes through walks. */
    private static final double BEGINNING = 8;

    private final Trials trials = new Trials();
    private final Compiled compiled;
    private @Nullable Derivatives derivatives;
    private @Nullable Rung rung;
    private @Nullable Slice slice;

    Surveyor(Compiled compiled) {
        this.compiled = compiled;
    }

    /** Samples from now on what another worker has found. */
    void take(Take asked) {
        turnTo(asked.text());
        slice = asked.slice();
    }

    /** Finds what is to be sampled from now on; {@code send} takes it, and its coarsest grid if that was asked for. */
    void find(Find asked, Consumer<Message> send) {
        Derivatives present = turnTo(asked.text());
        Cut cut =
                ExperimentCodec.readCut(asked.cut(), present.problem().layout().size());
        Anchors anchors = asked.anchors();
        Slice found = Slicing.of(present, cut, anchors == null ? beginning(present.problem()) : anchors);
        slice = found;
        send.accept(new Surveyed(asked.id(), found, asked.isQuick()).message());
        if (asked.isQuick()) {
            send.accept(sample(
                    Level.first(Picture.window(cut, found), found.isLine()).whole(asked.id())));
        }
    }

    /** What the cut goes through while its walks are not known. */
    private Anchors beginning(Problem problem) {
        double end = Browser.now() + BEGINNING;
        Beginning beginning = Beginning.of(compiled.experiment(), problem, () -> Browser.now() < end);
        return Objects.requireNonNull(Anchors.of(beginning.experiment(), beginning.walks()));
    }

    private Derivatives turnTo(String text) {
        Derivatives present = compiled.of(text);
        if (present != derivatives) {
            derivatives = present;
            ProgramRung program = new ProgramRung(present.function());
            rung = compiled.isBareFunction() ? program : new Ladder(program, present.problem(), trials);
        }
        return present;
    }

    /** The losses of some rows over the slice that was found or taken last. */
    Message sample(Rows asked) {
        double begin = Browser.now();
        double[] losses = Objects.requireNonNull(rung)
                .losses(
                        Objects.requireNonNull(slice),
                        asked.window(),
                        asked.columns(),
                        asked.rows(),
                        asked.from(),
                        asked.to());
        return asked.answer(Browser.now() - begin, losses).message();
    }
}
