package org.fallline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.fallline.server.RunningServer.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Holds every response that a test gets against the OpenAPI description that the server gives of itself: its status and its
 * media type must be described, and JSON must fit its schema.
 */
final class ApiContract {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static @Nullable JsonNode document;
    private static final Map<String, JsonSchema> KNOWN = new ConcurrentHashMap<>();

    private ApiContract() {}

    /** Fails when the response is not one that the description allows. */
    static void check(HttpRequest request, Answer answer) {
        String path = request.uri().getRawPath();
        JsonNode known = path.equals("/openapi.json") ? null : document(request.uri());
        JsonNode item = known == null ? null : item(known, path);
        JsonNode operation = item == null ? null : item.get(method(request));
        if (operation == null || (answer.status() == 400 && answer.text().contains("cannot read this request"))) {
            return; // a page, a file, or no address at all
        }
        String what = request.method() + " " + path + " → " + answer.status();
        JsonNode response = operation.get("responses").get(String.valueOf(answer.status()));
        if (response == null && answer.status() >= 500) {
            response = operation.get("responses").get("default");
        }
        assertNotNull(response, what + " is not described");
        JsonNode content = response.get("content");
        String type = answer.header("Content-Type").replaceFirst(";.*", "").strip();
        boolean isEmpty = request.method().equals("HEAD") || answer.bytes().length == 0;
        if (content == null) {
            assertEquals(0, answer.bytes().length, what + " has a body");
            return;
        }
        if (type.equals("text/html") && answer.status() >= 400) {
            return; // the page of a problem, for a browser
        }
        assertTrue(content.has(type), what + ": " + type + " is not described");
        if (!isEmpty && content.get(type).has("schema")) {
            String reference = content.get(type).get("schema").get("$ref").asText();
            Set<ValidationMessage> wrong =
                    KNOWN.computeIfAbsent(reference, ApiContract::schema).validate(read(answer.text()));
            assertEquals(Set.of(), wrong, what + "\n" + answer.text());
        }
    }

    private static String method(HttpRequest request) {
        String method = request.method().toLowerCase(Locale.ROOT);
        return method.equals("head") ? "get" : method;
    }

    private static JsonSchema schema(String reference) {
        try {
            // Within the document itself, so that its references lead to its other schemas.
            JsonNode root = MAPPER.readTree("{\"$ref\":\"" + reference + "\",\"components\":"
                    + Objects.requireNonNull(document).get("components") + "}");
            SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                    .formatAssertionsEnabled(true)
                    .build();
            return SCHEMAS.getSchema(root, config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The description that the first server gave, or null when this one gives none. */
    private static synchronized @Nullable JsonNode document(URI address) {
        if (document == null) {
            Answer answer = RunningServer.send(address.getPort(), "GET", "/openapi.json");
            document = answer.status() == 200 ? read(answer.text()) : null;
        }
        return document;
    }

    private static @Nullable JsonNode item(JsonNode document, String path) {
        JsonNode paths = document.get("paths");
        if (paths.has(path)) {
            return paths.get(path);
        }
        for (var names = paths.fieldNames(); names.hasNext(); ) {
            String template = names.next();
            if (path.matches(template.replaceAll("\\{[^}]*}", "[^/]+"))) {
                return paths.get(template);
            }
        }
        return null;
    }

    private static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
