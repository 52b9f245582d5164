package org.fallline.server.http;

import io.javalin.router.EndpointMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fallline.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an endpoint beside its address and its handler; {@link OpenApi} is made of it.
 *
 * @param id name of the operation in generated clients
 * @param summary what it does, in a line
 * @param description more of it, or empty
 * @param needsToken whether only the owner may do it
 * @param parameters of the query, each with its JSON Schema
 * @param body name of the schema of what is sent, or null when nothing is
 * @param replies by status
 */
record Operation(
        String id,
        String summary,
        String description,
        boolean needsToken,
        Map<String, Parameter> parameters,
        @Nullable String body,
        Map<Integer, Reply> replies)
        implements EndpointMetadata {
    /**
     * A parameter of the query.
     *
     * @param description what it means
     * @param schema JSON Schema of its value
     */
    record Parameter(String description, Json schema) {}

    /**
     * An answer.
     *
     * @param description when it comes
     * @param type its media type without parameters, or several separated by commas; empty when it has no body
     * @param schema name of the schema of a JSON body, or null
     */
    record Reply(String description, String type, @Nullable String schema) {}

    static Operation of(String id, String summary, String description) {
        return new Operation(id, summary, description, false, Map.of(), null, Map.of());
    }

    Operation withToken() {
        return new Operation(id, summary, description, true, parameters, body, replies)
                .problem(401, "There is no edit token.")
                .problem(403, "The edit token is not this experiment's.");
    }

    Operation taking(String schema) {
        return new Operation(id, summary, description, needsToken, parameters, schema, replies)
                .problem(400, "The body is not JSON, or beyond all bounds.")
                .problem(408, "The body did not arrive in time.")
                .problem(413, "The body is too large.")
                .problem(422, "The body is JSON, but not what it should be.");
    }

    Operation limited() {
        return problem(403, "A page of another site may not ask this.")
                .problem(429, "That were too many requests; Retry-After says when to come back.");
    }

    /** Names an experiment in its path. */
    Operation ofOne() {
        return problem(404, "There is no such experiment.").problem(410, "The operator withdrew the experiment.");
    }

    Operation parameter(String name, String meaning, Json schema) {
        Map<String, Parameter> more = new LinkedHashMap<>(parameters);
        more.put(name, new Parameter(meaning, schema));
        return new Operation(id, summary, description, needsToken, more, body, replies);
    }

    Operation reply(int status, String when, String type, @Nullable String schema) {
        Map<Integer, Reply> more = new TreeMap<>(replies);
        more.putIfAbsent(status, new Reply(when, type, schema));
        return new Operation(id, summary, description, needsToken, parameters, body, more);
    }

    /** An answer that a client has already. */
    Operation cached() {
        return reply(304, "The client has this content already.", "", null);
    }

    Operation problem(int status, String when) {
        return reply(status, when, Problem.MEDIA_TYPE, Schemas.PROBLEM);
    }

    /** The names of the path's parameters, in order. */
    static List<String> pathParameters(String path) {
        List<String> names = new ArrayList<>();
        for (int at = path.indexOf('{'); at >= 0; at = path.indexOf('{', at + 1)) {
            names.add(path.substring(at + 1, path.indexOf('}', at)));
        }
        return names;
    }
}
