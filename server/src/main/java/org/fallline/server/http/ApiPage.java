package org.fallline.server.http;

import java.util.Locale;
import java.util.Map;
import org.fallline.json.Json;
import org.fallline.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** An OpenAPI document as a page that one reads from top to bottom. */
final class ApiPage {
    private final StringBuilder out = new StringBuilder();

    private ApiPage() {}

    static String html(Json.Obj document) {
        ApiPage page = new ApiPage();
        page.write(document);
        return ServerPage.html("The API", "document", page.out.toString(), true);
    }

    private void write(Json.Obj document) {
        element("h1", "The API");
        element("p", text(object(document, "info"), "description"));
        out.append("<p>For programs: <a href=\"/openapi.json\">openapi.json</a>,")
                .append(" and the <a href=\"/schema/experiment-v1.json\">JSON Schema of an experiment</a>.</p>\n");
        object(document, "paths")
                .members()
                .forEach((path, methods) -> ((Json.Obj) methods)
                        .members()
                        .forEach((method, operation) -> operation(path, method, (Json.Obj) operation)));
        element("h2", "What is sent and received");
        object(object(document, "components"), "schemas").members().forEach(this::schema);
    }

    private void operation(String path, String method, Json.Obj operation) {
        out.append("<section id=\"")
                .append(Html.escape(text(operation, "operationId")))
                .append("\">\n");
        element("h2", text(operation, "summary"));
        out.append("<p><code><strong>")
                .append(method.toUpperCase(Locale.ROOT))
                .append("</strong> ")
                .append(Html.escape(path))
                .append("</code></p>\n");
        element("p", text(operation, "description"));
        if (operation.member("security") != null) {
            element("p", "Only with the edit token: Authorization: Bearer …");
        }
        out.append("<table>\n");
        if (operation.member("parameters") instanceof Json.Arr parameters) {
            for (Json each : parameters.items()) {
                Json.Obj parameter = (Json.Obj) each;
                row(text(parameter, "name"), text(parameter, "description"), null);
            }
        }
        if (operation.member("requestBody") instanceof Json.Obj body) {
            row("body", "JSON", schemaName(body));
        }
        object(operation, "responses")
                .members()
                .forEach((status, response) ->
                        row(status, text((Json.Obj) response, "description"), schemaName((Json.Obj) response)));
        out.append("</table>\n</section>\n");
    }

    private void row(String name, String description, @Nullable String schema) {
        out.append("<tr><th scope=\"row\"><code>").append(Html.escape(name)).append("</code></th><td>");
        out.append(Html.escape(description));
        if (schema != null) {
            String escaped = Html.escape(schema);
            out.append(" <a href=\"#schema-")
                    .append(escaped)
                    .append("\">")
                    .append(escaped)
                    .append("</a>");
        }
        out.append("</td></tr>\n");
    }

    private void schema(String name, Json schema) {
        String escaped = Html.escape(name);
        out.append("<details id=\"schema-")
                .append(escaped)
                .append("\"><summary>")
                .append(escaped);
        out.append("</summary><pre>")
                .append(Html.escape(JsonWriter.write(schema)))
                .append("</pre></details>\n");
    }

    private void element(String name, String text) {
        if (!text.isEmpty()) {
            out.append('<').append(name).append('>').append(Html.escape(text));
            out.append("</").append(name).append(">\n");
        }
    }

    /** The name of the only schema of a body or response, or null. */
    private static @Nullable String schemaName(Json.Obj described) {
        if (described.member("content") instanceof Json.Obj content) {
            for (Map.Entry<String, Json> type : content.members().entrySet()) {
                if (((Json.Obj) type.getValue()).member("schema") instanceof Json.Obj schema) {
                    String reference = text(schema, "$ref");
                    return reference.substring(reference.lastIndexOf('/') + 1);
                }
            }
        }
        return null;
    }

    private static Json.Obj object(Json.Obj of, String name) {
        return of.member(name) instanceof Json.Obj object ? object : new Json.Obj(Map.of());
    }

    private static String text(Json.Obj of, String name) {
        return of.member(name) instanceof Json.Str text ? text.text() : "";
    }
}
