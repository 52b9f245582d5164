package org.fallline.server.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.router.Endpoint;
import java.util.List;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.server.store.SavedExperiment;
import org.fallline.server.store.SavedExperiments;

/**
 * The pages that show a saved experiment: the playground at {@code /e/{id}}, and a page made for frames at {@code
 * /embed/{id}}, the only one that other sites may frame.
 *
 * <p>With a slash at the end both lead to the address without it. They are the site's own pages with the head filled in; the page reads the experiment from {@link ExperimentApi}.
 */
public final class SharedPages implements Resource {
    private static final String HTML = "text/html; charset=utf-8";

    private final SavedExperiments experiments;
    private final Site site;
    private final PublicUrl publicUrl;

    /**
     * The pages of the saved experiments.
     *
     * @param experiments what they show
     * @param site where {@code index.html} and {@code embed.html} are
     * @param publicUrl where visitors reach them
     */
    public SharedPages(SavedExperiments experiments, Site site, PublicUrl publicUrl) {
        this.experiments = experiments;
        this.site = site;
        this.publicUrl = publicUrl;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(HandlerType.GET, "/e/{id}", ctx -> page(ctx, "index.html")),
                new Endpoint(HandlerType.GET, "/embed/{id}", ctx -> {
                    SecurityHeaders.allowFraming(ctx);
                    page(ctx, "embed.html");
                }));
    }

    private void page(Context ctx, String file) {
        SavedExperiment saved = experiments.find(ctx.pathParam("id"));
        if (saved == null) {
            throw new ProblemException(Problem.unknownExperiment());
        }
        if (ctx.path().endsWith("/")) {
            // The page's relative addresses are made for one level; this one is relative too, below whatever prefix.
            ctx.header("Location", "../" + saved.id()).status(HttpStatus.PERMANENT_REDIRECT);
            return;
        }
        Content page = site.file(file);
        if (page == null) {
            throw new ProblemException(
                    Problem.of(HttpStatus.NOT_FOUND, "This server was built without the page " + file + "."));
        }
        Experiment experiment = ExperimentCodec.read(saved.spec());
        String shared = publicUrl.of(ctx, "/e/" + saved.id());
        PageHead head = new PageHead(
                experiment.title().isBlank() ? "A shared descent" : experiment.title(),
                experiment.notes().isBlank()
                        ? "Watch optimizers walk down a loss landscape, step by step, and see every gradient."
                        : experiment.notes(),
                shared,
                shared + "/preview.png");
        Content.text(head.fill(page.text()), HTML).send(ctx, Content.REVALIDATED);
    }
}
