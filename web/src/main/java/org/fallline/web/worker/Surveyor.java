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
    private static final double BEGINNING = 5;

    private final Trials trials = new Trials();
    private final Compiled compiled;
    private @Nullable Derivatives present;
    /** Of the present problem, as soon as it is needed. */
    private @Nullable Ground whole;

    /** Of its sketch, as soon as that is needed. */
    private @Nullable Ground sketch;

    private @Nullable Slice slice;

    /** A problem and what computes its losses. */
    private record Ground(Derivatives derivatives, Rung rung) {
        Problem problem() {
            return derivatives.problem();
        }
    }

    Surveyor(Compiled compiled) {
        this.compiled = compiled;
    }

    /** Samples from now on what another worker has found. */
    void take(Take asked) {
        turnTo(compiled.of(asked.text()));
        slice = asked.slice();
    }

    /** Finds what is to be sampled from now on; {@code send} takes it, and its coarsest grid if that was asked for. */
    void find(Find asked, Consumer<Message> send) {
        Derivatives of = compiled.of(asked.text());
        turnTo(of);
        Problem rough = asked.isSketched() ? of.problem().sketch() : null;
        boolean isGlance = asked.anchors() == null;
        if (rough != null) {
            Ground drawn = sketch(rough);
            Slice found = find(asked, drawn);
            Message losses = sample(first(asked, drawn, found), drawn, found, true);
            send.accept(new Surveyed(asked.id(), found, true, !isGlance).message());
            send.accept(losses);
        }
        if (rough == null || !isGlance) {
            Ground ground = whole();
            Slice found = find(asked, ground);
            slice = found;
            send.accept(new Surveyed(asked.id(), found, asked.isQuick(), false).message());
            if (asked.isQuick()) {
                send.accept(sample(first(asked, ground, found), ground, found, false));
            }
        }
    }

    private Slice find(Find asked, Ground ground) {
        Anchors anchors = asked.anchors();
        return Slicing.of(
                ground.derivatives(),
                cut(asked, ground.problem()),
                anchors == null ? beginning(ground.problem()) : anchors);
    }

    private static Cut cut(Find asked, Problem problem) {
        return ExperimentCodec.readCut(asked.cut(), problem.layout().size());
    }

    private static Rows first(Find asked, Ground ground, Slice found) {
        return Level.first(Picture.window(cut(asked, ground.problem()), found), found.isLine())
                .whole(asked.id());
    }

    /** What the cut goes through while its walks are not known. */
    private Anchors beginning(Problem problem) {
        double end = Browser.now() + BEGINNING;
        Beginning beginning = Beginning.of(compiled.experiment(), problem, () -> Browser.now() < end);
        return Objects.requireNonNull(Anchors.of(beginning.experiment(), beginning.walks()));
    }

    private void turnTo(Derivatives asked) {
        if (asked != present) {
            present = asked;
            whole = null;
            sketch = null;
        }
    }

    private Ground whole() {
        Ground made = whole;
        if (made == null) {
            made = ground(Objects.requireNonNull(present));
            whole = made;
        }
        return made;
    }

    private Ground sketch(Problem rough) {
        Ground made = sketch;
        if (made == null) {
            made = ground(new Derivatives(rough));
            sketch = made;
        }
        return made;
    }

    private Ground ground(Derivatives derivatives) {
        ProgramRung program = new ProgramRung(derivatives);
        return new Ground(
                derivatives, compiled.isBareFunction() ? program : new Ladder(program, derivatives.problem(), trials));
    }

    /** The losses of some rows over the slice that was found or taken last. */
    Message sample(Rows asked) {
        return sample(asked, whole(), Objects.requireNonNull(slice), false);
    }

    private static Message sample(Rows asked, Ground ground, Slice over, boolean isSketch) {
        double begin = Browser.now();
        double[] losses =
                ground.rung().losses(over, asked.window(), asked.columns(), asked.rows(), asked.from(), asked.to());
        return asked.answer(isSketch ? Double.NaN : Browser.now() - begin, losses)
                .message();
    }
}
