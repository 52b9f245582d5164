package org.fallline.server.http;

import io.javalin.router.Endpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fallline.json.Json;
import org.fallline.json.JsonReader;
import org.jspecify.annotations.Nullable;

/**
 * The description of the API, made from the endpoints themselves.
 *
 * <p>Reference: <a href="https://spec.openapis.org/oas/v3.1.1.html">OpenAPI Specification 3.1</a>.
 */
final class OpenApi {
    private OpenApi() {}

    /** The document of the endpoints that say what they do, see {@link Operation}. */
    static Json.Obj document(List<Resource> resources, String version) {
        Map<String, Json> root = new LinkedHashMap<>();
        root.put("openapi", new Json.Str("3.1.0"));
        root.put("info", info(version));
        Map<String, Map<String, Json>> paths = new LinkedHashMap<>();
        for (Resource resource : resources) {
            for (Endpoint endpoint : resource.endpoints()) {
                Operation operation = endpoint.metadata(Operation.class);
                if (operation != null) {
                    paths.computeIfAbsent(endpoint.path, path -> new LinkedHashMap<>())
                            .put(endpoint.method.name().toLowerCase(Locale.ROOT), operation(endpoint.path, operation));
                }
            }
        }
        Map<String, Json> items = new LinkedHashMap<>();
        paths.forEach((path, methods) -> items.put(path, new Json.Obj(methods)));
        root.put("paths", new Json.Obj(items));
        Map<String, Json> components = new LinkedHashMap<>();
        components.put("schemas", new Json.Obj(Schemas.all()));
        components.put(
                "securitySchemes",
                JsonReader.read("{\"editToken\":{\"type\":\"http\",\"scheme\":\"bearer\",\"description\":"
                        + "\"The token that the first save, or a fork, answered with.\"}}"));
        root.put("components", new Json.Obj(components));
        return new Json.Obj(root);
    }

    private static Json info(String version) {
        Map<String, Json> info = new LinkedHashMap<>();
        info.put("title", new Json.Str("Fallline"));
        info.put("version", new Json.Str(version));
        info.put(
                "description",
                new Json.Str(
                        "Saved experiments of gradient descent: save, read, fork, list, share. No cookies, no accounts:"
                                + " who saves an experiment first gets the token that may change it."));
        info.put("license", JsonReader.read("{\"name\":\"Apache 2.0\",\"identifier\":\"Apache-2.0\"}"));
        return new Json.Obj(info);
    }

    private static Json operation(String path, Operation operation) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("operationId", new Json.Str(operation.id()));
        members.put("summary", new Json.Str(operation.summary()));
        if (!operation.description().isEmpty()) {
            members.put("description", new Json.Str(operation.description()));
        }
        List<Json> parameters = parameters(path, operation);
        if (!parameters.isEmpty()) {
            members.put("parameters", new Json.Arr(parameters));
        }
        if (operation.body() != null) {
            Map<String, Json> body = new LinkedHashMap<>();
            body.put("content", content("application/json", operation.body()));
            members.put("requestBody", new Json.Obj(body));
        }
        Map<String, Json> responses = new LinkedHashMap<>();
        operation.replies().forEach((status, reply) -> responses.put(String.valueOf(status), response(reply)));
        responses.put(
                "default",
                response(new Operation.Reply(
                        "The server cannot answer just now; Retry-After may say when to come back.",
                        Problem.MEDIA_TYPE,
                        Schemas.PROBLEM)));
        members.put("responses", new Json.Obj(responses));
        if (operation.needsToken()) {
            members.put("security", JsonReader.read("[{\"editToken\":[]}]"));
        }
        return new Json.Obj(members);
    }

    private static List<Json> parameters(String path, Operation operation) {
        List<Json> parameters = new ArrayList<>();
        for (String name : Operation.pathParameters(path)) {
            parameters.add(parameter(name, "path", "The id of a saved experiment.", reference("Id")));
        }
        operation
                .parameters()
                .forEach((name, each) -> parameters.add(parameter(name, "query", each.description(), each.schema())));
        return parameters;
    }

    private static Json parameter(String name, String in, String description, Json schema) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("name", new Json.Str(name));
        members.put("in", new Json.Str(in));
        members.put("required", new Json.Bool(in.equals("path")));
        members.put("description", new Json.Str(description));
        members.put("schema", schema);
        return new Json.Obj(members);
    }

    private static Json response(Operation.Reply reply) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("description", new Json.Str(reply.description()));
        if (!reply.type().isEmpty()) {
            members.put("content", content(reply.type(), reply.schema()));
        }
        return new Json.Obj(members);
    }

    /** What a body is, by media type; the schema is that of JSON. */
    private static Json content(String types, @Nullable String schema) {
        Map<String, Json> content = new LinkedHashMap<>();
        for (String type : types.split(",", -1)) {
            Map<String, Json> members = new LinkedHashMap<>();
            if (schema != null && type.endsWith("json")) {
                members.put("schema", reference(schema));
            }
            content.put(type, new Json.Obj(members));
        }
        return new Json.Obj(content);
    }

    private static Json reference(String schema) {
        return new Json.Obj(Map.of("$ref", new Json.Str("#/components/schemas/" + schema)));
    }
}
