package org.fallline.web.view;

import java.util.Objects;
import org.fallline.experiment.Cut;
import org.fallline.experiment.Experiment;
import org.fallline.survey.Anchors;
import org.fallline.web.model.Model;
import org.fallline.web.platform.Browser;
import org.fallline.web.worker.Engine;
import org.fallline.web.worker.Landscapes;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.browser.Window;

/** Asks the workers for the walks and the landscape of the present experiment, as soon as they are not those that are there. */
final class Asking {
    /** Milliseconds in which a map that has come is painted, before the walks begin that waited for it. */
    private static final int TO_PAINT = 34;

    /** Walks and map at once, beside the page, want so many cores. */
    private static final int CORES_FOR_ALL = 3;

    private final Model model;
    private final Engine engine;
    private final Landscapes landscapes;
    private final boolean hasLandscape;
    private @Nullable Experiment walked;
    private @Nullable Experiment surveyed;
    /** What the landscape that was asked for goes through; null if only a first look was asked for. */
    private @Nullable Anchors anchors;

    private boolean isWalkWaiting;

    /** {@code hasLandscape} tells whether the page shows one. */
    Asking(Model model, Engine engine, Landscapes landscapes, boolean hasLandscape) {
        this.model = model;
        this.engine = engine;
        this.landscapes = landscapes;
        this.hasLandscape = hasLandscape;
    }

    /** Asks for what the present experiment needs and has not got. */
    void ask() {
        landscapes.moves(model.state().playing());
        Experiment experiment = model.experiment();
        boolean isSurveyed = hasLandscape && survey(experiment);
        if (isSurveyed && isMapFirst()) {
            isWalkWaiting = true;
        } else if (isWalkWaiting) {
            isWalkWaiting = false;
            Window.setTimeout(() -> walk(model.experiment()), TO_PAINT);
        } else {
            walk(experiment);
        }
    }

    private void walk(Experiment experiment) {
        Experiment still = experiment.withView(experiment.view().withStep(0)).withTitle("");
        if (walked == null || !walked.walksAs(still)) {
            walked = still;
            engine.run(still);
        }
    }

    /** Whether walks wait for a map that comes without them. */
    private boolean isMapFirst() {
        return Browser.cores() < CORES_FOR_ALL
                && model.landscape() == null
                && model.lack().isEmpty();
    }

    /** Asks for another landscape, or for another part of the same; whether one comes without the walks. */
    private boolean survey(Experiment experiment) {
        Anchors wanted = Anchors.of(experiment, model.trajectories());
        if (wanted == null && model.landscape() != null) {
            // What there is is of the same problem: better than a first look.
            return false;
        }
        Cut cut = experiment.view().cut();
        if (surveyed == null || !surveyed.hasPlaneOf(experiment) || !isSame(anchors, wanted)) {
            model.awaitLandscape();
            landscapes.survey(experiment, wanted);
        } else if (!Objects.equals(surveyed.view().cut().window(), cut.window())) {
            landscapes.look(experiment);
        } else {
            return true;
        }
        surveyed = experiment;
        anchors = wanted;
        return true;
    }

    private static boolean isSame(@Nullable Anchors one, @Nullable Anchors other) {
        return one == null ? other == null : other != null && one.same(other);
    }
}
