package org.fallline.server.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.router.Endpoint;
import java.util.List;
import java.util.regex.Pattern;
import org.fallline.experiment.Experiment;
import org.fallline.server.store.SavedExperiment;

/**
 * The pages that show a saved experiment: the playground at {@code /e/{id}}, and a page made for frames at {@code
 * /embed/{id}}, the only one that other sites may frame. In another language than the site's first they are below its folder, at {@code /de/e/{id}}.
 *
 * <p>With a slash at the end both lead to the address without it. They are the site's own pages with the head filled in; the page reads the experiment from {@link ExperimentApi}.
 */
public final class SharedPages implements Resource {
    static final String HTML = "text/html; charset=utf-8";

    /** A language's folder is its tag. */
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(?:-[a-z]+)*");

    private final Lookup lookup;
    private final ContentCache cache;
    private final Site site;
    private final PublicUrl publicUrl;

    /**
     * The pages of the saved experiments.
     *
     * @param lookup what they show
     * @param site where {@code index.html} and {@code embed.html} are
     * @param publicUrl where visitors reach them
     * @param cache what was sent lately
     */
    public SharedPages(Lookup lookup, Site site, PublicUrl publicUrl, ContentCache cache) {
        this.lookup = lookup;
        this.cache = cache;
        this.site = site;
        this.publicUrl = publicUrl;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(HandlerType.GET, "/e/{id}", ctx -> playground(ctx, "")),
                new Endpoint(HandlerType.GET, "/embed/{id}", ctx -> embedded(ctx, "")),
                new Endpoint(HandlerType.GET, "/{language}/e/{id}", ctx -> playground(ctx, folder(ctx))),
                new Endpoint(HandlerType.GET, "/{language}/embed/{id}", ctx -> embedded(ctx, folder(ctx))));
    }

    /** The folder of the language that the address names, if the site speaks it. */
    private String folder(Context ctx) {
        String language = ctx.pathParam("language");
        if (!LANGUAGE.matcher(language).matches() || site.file(language + "/index.html") == null) {
            throw new ProblemException(Problems.unknownAddress(ctx));
        }
        return language + "/";
    }

    private void playground(Context ctx, String folder) {
        page(ctx, folder, "e/", "index.html");
    }

    private void embedded(Context ctx, String folder) {
        SecurityHeaders.allowFraming(ctx);
        page(ctx, folder, "embed/", "embed.html");
    }

    private void page(Context ctx, String folder, String kind, String name) {
        String file = folder + name;
        SavedExperiment saved = lookup.visible(ctx);
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
        String home = publicUrl.of(ctx, "");
        cache.of(
                        file + " " + saved.id() + " " + home,
                        saved,
                        () -> Content.text(head(saved, home, folder).fill(page.text(), kind + saved.id()), HTML))
                .send(ctx, Content.REVALIDATED);
    }

    private static PageHead head(SavedExperiment saved, String home, String folder) {
        Experiment experiment = Lookup.experiment(saved);
        String title = Lookup.title(saved, experiment);
        String notes = Lookup.notes(saved, experiment);
        return new PageHead(
                title.isBlank() ? PageHead.UNTITLED : title,
                notes.isBlank()
                        ? "Watch optimizers walk down a loss landscape, step by step, and see every gradient."
                        : notes,
                home,
                folder,
                saved.id(),
                saved.listing().listedAt() != null);
    }
}
