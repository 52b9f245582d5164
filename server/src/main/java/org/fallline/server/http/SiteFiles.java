package org.fallline.server.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.router.Endpoint;
import java.util.List;
import java.util.regex.Pattern;

/** The static site: {@code /} is {@code index.html}, so is any path that ends in a slash. */
public final class SiteFiles implements Resource {
    /** A name with eight or more hexadecimal digits before its extension stands for one content for ever. */
    private static final Pattern HASHED = Pattern.compile(".*[.-][0-9a-f]{8,}\\.[a-z0-9]+");

    /** The page made for frames, in any language; without a saved experiment it shows the one in its fragment. */
    private static final Pattern EMBED = Pattern.compile("(?:[a-z-]+/)?embed\\.html");

    private final Site site;

    /**
     * The files of a site.
     *
     * @param site where they are read from
     */
    public SiteFiles(Site site) {
        this.site = site;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(HandlerType.GET, "/", this::file), new Endpoint(HandlerType.GET, "/<path>", this::file));
    }

    private void file(Context ctx) {
        String path = ctx.path().substring(1);
        Content file = site.file(path.isEmpty() || path.endsWith("/") ? path + "index.html" : path);
        if (file != null) {
            if (EMBED.matcher(path).matches()) {
                SecurityHeaders.allowFraming(ctx);
            } else if (!path.isEmpty() && !path.endsWith("/") && !path.endsWith(".html")) {
                SecurityHeaders.allowLoading(ctx);
            }
            file.send(ctx, HASHED.matcher(path).matches() ? Content.FOR_EVER : Content.REVALIDATED);
        } else if (site.file(path + "/index.html") != null) {
            ctx.redirect("/" + path + "/", HttpStatus.PERMANENT_REDIRECT);
        } else {
            throw new ProblemException(Problems.unknownAddress(ctx));
        }
    }
}
