package org.fallline.server.http;

import io.javalin.http.Context;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.server.store.EditToken;
import org.fallline.server.store.SavedExperiment;
import org.fallline.server.store.SavedExperiments;
import org.jspecify.annotations.Nullable;

/**
 * Finds the experiment that an address names, or ends the request.
 *
 * @param experiments where they are
 */
public record Lookup(SavedExperiments experiments) {
    private static final String BEARER = "Bearer ";

    /** The experiment of the address, which everybody may see. */
    SavedExperiment visible(Context ctx) {
        return visible(experiments.find(ctx.pathParam("id")));
    }

    /** The same as it is now, not as it was a moment ago. */
    SavedExperiment current(Context ctx) {
        return visible(experiments.current(ctx.pathParam("id")));
    }

    static SavedExperiment visible(@Nullable SavedExperiment saved) {
        if (saved == null) {
            throw new ProblemException(Problem.unknownExperiment());
        }
        if (saved.hiddenAt() != null) {
            throw new ProblemException(Problem.withdrawn());
        }
        return saved;
    }

    /** The experiment of the address as it is now, if the request comes from its owner. */
    SavedExperiment own(Context ctx) {
        SavedExperiment saved = current(ctx);
        String authorization = ctx.header("Authorization");
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            ctx.header("WWW-Authenticate", "Bearer realm=\"fallline\"");
            throw new ProblemException(Problem.editTokenMissing());
        }
        if (!SavedExperiments.isOwner(
                saved, new EditToken(authorization.substring(BEARER.length()).strip()))) {
            throw new ProblemException(Problem.editTokenWrong());
        }
        return saved;
    }

    /** What its owner, or else the experiment itself, calls it; may be blank. */
    static String title(SavedExperiment saved, Experiment experiment) {
        String title = saved.listing().title();
        return title == null ? Changes.seen(experiment.title()) : title;
    }

    /** What its owner, or else the experiment itself, says of it; may be blank. */
    static String notes(SavedExperiment saved, Experiment experiment) {
        String notes = saved.listing().notes();
        return notes == null ? Changes.seen(experiment.notes()) : notes;
    }

    /** The experiment of a saved text. */
    static Experiment experiment(SavedExperiment saved) {
        return ExperimentCodec.read(saved.spec());
    }
}
