package org.fallline.server.http;

import io.javalin.http.Context;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where visitors reach this server, for what must be an absolute URL.
 *
 * <p>Behind a proxy the operator says it; without that it is what the request says of itself.
 *
 * @param fixed scheme and authority, and a path if there is one, without a slash at the end; null when not known
 */
public record PublicUrl(@Nullable String fixed) {
    private static final Pattern AUTHORITY =
            Pattern.compile("[A-Za-z0-9._-]+(?::[0-9]+)?|\\[[0-9A-Fa-f:.]+](?::[0-9]+)?");

    /**
     * The absolute URL of a path.
     *
     * @param ctx the request
     * @param path path from the root
     * @return the URL
     */
    String of(Context ctx, String path) {
        if (fixed != null) {
            return fixed + path;
        }
        String host = ctx.header("Host");
        boolean plain = host != null && AUTHORITY.matcher(host).matches();
        return ctx.scheme() + "://" + (plain ? host : "localhost") + path;
    }
}
