package org.fallline.server.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.router.Endpoint;
import java.util.List;
import java.util.Objects;
import org.fallline.server.store.Cards.Card;
import org.fallline.server.store.SavedExperiment;

/** The pictures of a saved experiment: {@code /e/{id}/preview.png} for cards, and a small one for the gallery. */
public final class PreviewImage implements Resource {
    /** The experiment of an id never changes, but how it is drawn may with a new version of the server. */
    private static final String FOR_A_DAY = "public, max-age=86400";

    private static final String PNG = "image/png";

    private final Lookup lookup;
    private final Drawings drawings;
    private final Admission admission;

    /**
     * The pictures of the saved experiments.
     *
     * @param lookup what they show
     * @param drawings where they come from
     * @param admission how often a client may have one drawn that is not there yet
     */
    public PreviewImage(Lookup lookup, Drawings drawings, Admission admission) {
        this.lookup = lookup;
        this.drawings = drawings;
        this.admission = admission;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(HandlerType.GET, "/e/{id}/preview.png", ctx -> answer(ctx, true))
                        .withMetadata(operation("previewImage", "The card image, 1200 × 630 pixels")),
                new Endpoint(HandlerType.GET, "/e/{id}/thumbnail.png", ctx -> answer(ctx, false))
                        .withMetadata(operation("thumbnailImage", "The card image, small")));
    }

    private static Operation operation(String id, String summary) {
        return Operation.of(id, summary, "Drawn when first asked for, then kept.")
                .ofOne()
                .problem(429, "Too many pictures had to be drawn for this client.")
                .problem(503, "The picture is not drawn yet, or takes more to compute than it may.")
                .cached()
                .reply(200, "The picture.", PNG, null);
    }

    private void answer(Context ctx, boolean isCard) throws InterruptedException {
        SavedExperiment saved = lookup.visible(ctx);
        Card card = drawings.find(saved);
        if (card == null) {
            admission.admit(ctx);
            ctx.header("Retry-After", "10");
            card = drawings.drawn(saved);
            ctx.res().setHeader("Retry-After", null);
        }
        if (card.card() == null) {
            throw new ProblemException(Problem.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "This experiment takes more to compute than a preview may. Open it in the playground instead."));
        }
        SecurityHeaders.allowLoading(ctx);
        byte[] bytes = isCard ? card.card() : Objects.requireNonNull(card.thumbnail());
        new Content(bytes, PNG).send(ctx, FOR_A_DAY);
    }
}
