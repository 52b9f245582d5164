package org.fallline.server.http;

import io.javalin.http.HttpStatus;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.fallline.json.JsonWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The answer to what never reaches a handler (a request that is not HTTP, an address that means two things) or leaves one
 * as an {@link Error}: a problem as everywhere else, which says nothing of how the server is built.
 */
public final class PlainErrors extends ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(PlainErrors.class);

    /**
     * Answers a request whose handler failed beyond what handlers answer for.
     *
     * @param response what is sent
     * @param error what the handler threw
     */
    public static void answer(HttpServletResponse response, Error error) {
        LOG.error("an unforeseen error", error);
        try {
            response.setStatus(500);
            response.setContentType(Problem.MEDIA_TYPE);
            response.getOutputStream().write(body(Problems.unforeseen()));
        } catch (IOException e) {
            LOG.error("the client left before the answer: {}", e.getMessage());
        }
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, ByteBuffer.wrap(describe(status, headers)), callback);
    }

    private static byte[] describe(int status, HttpFields.Mutable headers) {
        SecurityHeaders.set(headers);
        headers.put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        HttpStatus known = HttpStatus.forStatus(status);
        return body(Problem.of(
                known,
                known.getCode() < 500 ? "The server cannot read this request." : "The server cannot answer just now."));
    }

    private static byte[] body(Problem problem) {
        return JsonWriter.write(problem.toJson()).getBytes(StandardCharsets.UTF_8);
    }
}
