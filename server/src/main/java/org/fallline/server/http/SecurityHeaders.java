package org.fallline.server.http;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The headers every response carries, errors included, and which pages may be framed.
 *
 * <p>Pages load nothing but our own scripts ({@code 'wasm-unsafe-eval'} lets them compile WebAssembly, not text), styles,
 * images, fonts, manifest, workers and (lessons) frames, talk to this server only and are framed by nobody. The embed page is made to be framed by anyone, also by pages that are isolated
 * across origins: those ask each frame for {@code Cross-Origin-Embedder-Policy}, and a frame that sends it asks the same
 * of its workers' scripts; so files and data carry it too. Files and data may be loaded from everywhere, pages may not.
 */
final class SecurityHeaders {
    private static final String POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';"
            + " img-src 'self'; font-src 'self'; worker-src 'self'; connect-src 'self'; frame-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors ";

    private static final Map<String, String> EVERYWHERE = everywhere();

    private SecurityHeaders() {}

    private static Map<String, String> everywhere() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Security-Policy", POLICY + "'none'");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.put("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        return headers;
    }

    /** Sets what every response carries; the strictest values. */
    static void set(BiConsumer<String, String> header) {
        EVERYWHERE.forEach(header);
    }

    /** Lets the response, a page, send its forms to this server. */
    static void allowForms(Context ctx) {
        ctx.header("Content-Security-Policy", (POLICY + "'none'").replace("form-action 'none'", "form-action 'self'"));
    }

    /** Lets the response be framed by any page. */
    static void allowFraming(Context ctx) {
        ctx.header("Content-Security-Policy", POLICY + "*");
        ctx.header("Cross-Origin-Embedder-Policy", "require-corp");
        ctx.header("Cross-Origin-Resource-Policy", "cross-origin");
    }

    /** Lets the response, which is a public file or public data, be loaded by any page and any frame. */
    static void allowLoading(Context ctx) {
        ctx.header("Cross-Origin-Embedder-Policy", "require-corp");
        ctx.header("Cross-Origin-Resource-Policy", "cross-origin");
        ctx.header("Access-Control-Allow-Origin", "*");
    }
}
