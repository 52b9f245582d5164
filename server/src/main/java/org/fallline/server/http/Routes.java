package org.fallline.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.router.Endpoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fallline.server.telemetry.RequestTrace;

/**
 * Registers resources: their endpoints, HEAD beside each GET, and 405 with {@code Allow} for the other methods.
 *
 * <p>A path that takes any rest ({@code <path>}) says nothing of what exists, so its other methods are left to 404.
 */
public final class Routes {
    private static final List<HandlerType> METHODS = List.of(
            HandlerType.GET,
            HandlerType.HEAD,
            HandlerType.POST,
            HandlerType.PUT,
            HandlerType.PATCH,
            HandlerType.DELETE,
            HandlerType.OPTIONS,
            HandlerType.TRACE);

    private Routes() {}

    /**
     * Registers resources with the headers and the error answers that hold for all.
     *
     * @param routes where to
     * @param resources in order of precedence where paths overlap
     */
    public static void register(RoutesConfig routes, List<Resource> resources) {
        routes.before(ctx -> {
            RequestTrace.begin(ctx);
            refuseOtherSites(ctx);
        });
        Problems.register(routes);
        byPath(resources).forEach((path, handlers) -> {
            handlers.forEach(
                    (method, handler) -> routes.addHttpHandler(HandlerType.findOrCreate(method), path, handler));
            if (!path.contains("<")) {
                refuseOthers(routes, path, handlers);
            }
        });
    }

    /**
     * Browsers tell where a request comes from. There is nothing of a visitor's that another site's page could use, but it
     * could make its visitors save what it likes.
     */
    private static void refuseOtherSites(Context ctx) {
        boolean isRead = ctx.method().equals(HandlerType.GET) || ctx.method().equals(HandlerType.HEAD);
        if (!isRead && "cross-site".equals(ctx.header("Sec-Fetch-Site"))) {
            throw new ProblemException(
                    Problem.of(HttpStatus.FORBIDDEN, "Only this site's own pages, and programs, may ask this."));
        }
    }

    /** Handlers by path and method name. The router takes the first path that fits, so paths keep their order. */
    private static Map<String, Map<String, Handler>> byPath(List<Resource> resources) {
        Map<String, Map<String, Handler>> paths = new LinkedHashMap<>();
        for (Resource resource : resources) {
            for (Endpoint endpoint : resource.endpoints()) {
                Map<String, Handler> handlers = paths.computeIfAbsent(endpoint.path, path -> new TreeMap<>());
                Handler traced = ctx -> {
                    RequestTrace.took(ctx, endpoint.path);
                    endpoint.handler.handle(ctx);
                };
                handlers.put(endpoint.method.name(), traced);
                if (endpoint.method.equals(HandlerType.GET)) {
                    handlers.put(HandlerType.HEAD.name(), traced);
                }
            }
        }
        return paths;
    }

    private static void refuseOthers(RoutesConfig routes, String path, Map<String, Handler> handlers) {
        String allow = String.join(", ", handlers.keySet());
        for (HandlerType method : METHODS) {
            if (!handlers.containsKey(method.name())) {
                routes.addHttpHandler(method, path, ctx -> {
                    ctx.header("Allow", allow);
                    throw new ProblemException(Problem.of(
                            HttpStatus.METHOD_NOT_ALLOWED,
                            "This address does not answer " + method.name() + ". It answers " + allow + "."));
                });
            }
        }
    }
}
