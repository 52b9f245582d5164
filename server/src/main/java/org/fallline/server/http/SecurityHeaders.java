package org.fallline.server.http;

import io.javalin.http.Context;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.HttpConfiguration;

/**
 * The headers every response carries, errors included, and which pages may be framed.
 *
 * <p>Pages load nothing but our own scripts ({@code 'wasm-unsafe-eval'} lets them compile WebAssembly, not text), styles,
 * images, fonts, manifest, workers and (lessons) frames, talk to this server only and are framed by nobody. The embed page is made to be framed by anyone, also by pages that are isolated
 * across origins: those ask each frame for {@code Cross-Origin-Embedder-Policy}, and a frame that sends it asks the same
 * of its workers' scripts; so files and data carry it too. Files and data may be loaded from everywhere, pages may not.
 */
public final class SecurityHeaders {
    private static final String POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';"
            + " img-src 'self'; font-src 'self'; worker-src 'self'; connect-src 'self'; frame-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors ";

    /** Encoded once: they are on every response. */
    private static final List<HttpField> EVERYWHERE = List.of(
            field("Content-Security-Policy", POLICY + "'none'"),
            field("X-Content-Type-Options", "nosniff"),
            field("Referrer-Policy", "strict-origin-when-cross-origin"),
            field("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
            field("Cross-Origin-Resource-Policy", "same-origin"));

    private static final HttpField FRAMED = field("Content-Security-Policy", POLICY + "*");
    private static final HttpField READ_BY_ALL = field("Access-Control-Allow-Origin", "*");

    private static final List<HttpField> LOADED_BY_FRAMES = List.of(
            field("Cross-Origin-Embedder-Policy", "require-corp"),
            field("Cross-Origin-Resource-Policy", "cross-origin"));

    private SecurityHeaders() {}

    private static HttpField field(String name, String value) {
        return new PreEncodedHttpField(name, value);
    }

    /** Gives every response, also those that reach no handler, the strictest values; handlers may loosen them. */
    public static void prepare(HttpConfiguration http) {
        http.addCustomizer((request, headers) -> {
            set(headers);
            return request;
        });
    }

    /** Sets what every response carries; the strictest values. */
    static void set(HttpFields.Mutable headers) {
        EVERYWHERE.forEach(headers::put);
    }

    /** Lets the response, a page, send its forms to this server. */
    static void allowForms(Context ctx) {
        ctx.header("Content-Security-Policy", (POLICY + "'none'").replace("form-action 'none'", "form-action 'self'"));
    }

    /** Lets the response be framed by any page. */
    static void allowFraming(Context ctx) {
        HttpFields.Mutable fields = fields(ctx);
        fields.put(FRAMED);
        LOADED_BY_FRAMES.forEach(fields::put);
    }

    /** Lets the response, which is a public file or public data, be loaded by any page and any frame. */
    static void allowLoading(Context ctx) {
        HttpFields.Mutable fields = fields(ctx);
        LOADED_BY_FRAMES.forEach(fields::put);
        fields.put(READ_BY_ALL);
    }

    /** The header fields of the response as Jetty keeps them, which takes fields that are encoded already. */
    static HttpFields.Mutable fields(Context ctx) {
        return ServletContextRequest.getServletContextRequest(ctx.req())
                .getServletContextResponse()
                .getHeaders();
    }
}
