package org.fallline.server.http;

import io.javalin.router.Endpoint;
import java.util.List;

/**
 * A group of routes about one thing: path, method and handler side by side in one class.
 *
 * <p>An endpoint is data, so what else is known of a route can be added to it as metadata and read by others.
 */
public interface Resource {
    /**
     * The routes, more specific paths first.
     *
     * @return endpoints whose handlers may run on many threads
     */
    List<Endpoint> endpoints();
}
