package org.fallline.server.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.router.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.server.preview.Budget;
import org.fallline.server.preview.Preview;
import org.fallline.server.store.SavedExperiment;
import org.fallline.server.store.SavedExperiments;

/**
 * The card image of a saved experiment at {@code /e/{id}/preview.png}.
 *
 * <p>It is the only computing that visitors can ask of the server, so it is bounded: a fixed size, a fixed time, and no
 * more pictures at once than leave processors for everything else.
 */
public final class PreviewImage implements Resource {
    /** The experiment of an id never changes, but how it is drawn may with a new version of the server. */
    private static final String FOR_A_DAY = "public, max-age=86400";

    private final SavedExperiments experiments;
    private final Duration time;
    private final Semaphore places =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

    /**
     * The previews of the saved experiments.
     *
     * @param experiments what they show
     * @param time how long a request may wait for its turn, and then how long its picture may take to compute
     */
    public PreviewImage(SavedExperiments experiments, Duration time) {
        this.experiments = experiments;
        this.time = time;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(new Endpoint(HandlerType.GET, "/e/{id}/preview.png", this::get));
    }

    private void get(Context ctx) throws InterruptedException {
        SavedExperiment saved = experiments.find(ctx.pathParam("id"));
        if (saved == null) {
            throw new ProblemException(Problem.unknownExperiment());
        }
        Experiment experiment = ExperimentCodec.read(saved.spec());
        if (!places.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
            ctx.header("Retry-After", "10");
            throw new ProblemException(
                    Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "Too many pictures are being drawn just now."));
        }
        try {
            Content picture = new Content(Preview.png(experiment, time), "image/png");
            SecurityHeaders.allowLoading(ctx);
            picture.send(ctx, FOR_A_DAY);
        } catch (Budget.Exceeded e) {
            throw new ProblemException(Problem.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "This experiment takes more to compute than a preview may. Open it in the playground instead."));
        } finally {
            places.release();
        }
    }
}
