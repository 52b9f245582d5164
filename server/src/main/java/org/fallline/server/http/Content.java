package org.fallline.server.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.fallline.server.store.Digest;
import org.jspecify.annotations.Nullable;

/**
 * Bytes with a media type, ready to be sent whole, compressed, or not at all when the client has them.
 *
 * <p>The entity tag is a hash of the bytes. It is a weak one, because it stands for the compressed form too. Bytes and
 * compressed bytes are not modified; an instance may be kept and sent from many threads.
 */
public final class Content {
    /** Kept for ever without asking: what is behind the URL never changes. */
    public static final String FOR_EVER = "public, max-age=31536000, immutable";

    /** Kept, but compared with the server's before each use. */
    public static final String REVALIDATED = "no-cache";

    /** Below this a header and a checksum eat what compression gains, and all fits in one network packet anyway. */
    private static final int SMALLEST_COMPRESSED = 1024;

    private static final HttpField VARY = new PreEncodedHttpField(HttpHeader.VARY, "Accept-Encoding");

    /** What goes over the wire in one coding. */
    @SuppressWarnings("ArrayRecordComponent") // passed on as it is, never compared
    private record Form(byte[] bytes, List<HttpField> fields) {}

    private final byte[] bytes;
    private final boolean isCompressible;
    private final HttpField type;
    private final HttpField tag;
    private final Form plain;
    private final Map<Coding, Form> compressed = new EnumMap<>(Coding.class);

    /**
     * Content of a media type.
     *
     * @param bytes what is sent; not copied and not modified
     * @param type media type, with the charset where text has one
     */
    public Content(byte[] bytes, String type) {
        this.bytes = bytes;
        this.isCompressible = bytes.length >= SMALLEST_COMPRESSED && gains(type);
        this.type = new HttpField(HttpHeader.CONTENT_TYPE, type);
        this.tag = new HttpField(HttpHeader.ETAG, tag(bytes));
        this.plain = form(bytes, null);
    }

    /**
     * Text in UTF-8.
     *
     * @param text what is sent
     * @param type media type, with the charset where text has one
     * @return the content
     */
    public static Content text(String text, String type) {
        return new Content(text.getBytes(StandardCharsets.UTF_8), type);
    }

    /**
     * The bytes as text.
     *
     * @return the bytes decoded as UTF-8
     */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The number of bytes, uncompressed. */
    int length() {
        return bytes.length;
    }

    /**
     * Answers a request: 304 when the client has this content, else the bytes, compressed when the client can read that
     * and it gains.
     *
     * @param ctx the request; its response's status is kept unless it is 304
     * @param cacheControl how long clients and caches may keep the content
     */
    public void send(Context ctx, String cacheControl) {
        HttpFields.Mutable fields = SecurityHeaders.fields(ctx);
        fields.put(type); // also without the bytes: caches take the fields of a 304 over
        fields.add(tag);
        fields.add(HttpHeader.CACHE_CONTROL, cacheControl);
        if (isCompressible) {
            fields.add(VARY);
        }
        if (ctx.statusCode() == 200 && names(ctx.header("If-None-Match"), tag.getValue())) {
            ctx.status(304);
            return;
        }
        Coding coding = isCompressible ? Coding.best(ctx.header("Accept-Encoding")) : null;
        Form form = coding == null ? plain : compressed(coding);
        form.fields.forEach(fields::add);
        try {
            // Not as Javalin's result, which is copied through a stream that looks once more whether it can be
            // compressed.
            ctx.res().getOutputStream().write(form.bytes);
        } catch (IOException e) {
            // The client left before it had its answer; there is nobody to tell.
        }
    }

    private static boolean gains(String type) {
        return type.startsWith("text/")
                || type.startsWith("application/json")
                || type.startsWith("application/schema+json")
                || type.startsWith("application/wasm")
                || type.startsWith("image/svg+xml");
    }

    /** Compressed once, when first asked for: starting is not made slower by what nobody loads. */
    private Form compressed(Coding coding) {
        synchronized (compressed) {
            return compressed.computeIfAbsent(coding, each -> form(each.compress(bytes), each));
        }
    }

    private Form form(byte[] sent, @Nullable Coding coding) {
        HttpField length = new HttpField.LongValueHttpField(HttpHeader.CONTENT_LENGTH, sent.length);
        return new Form(
                sent,
                coding == null
                        ? List.of(length)
                        : List.of(length, new HttpField(HttpHeader.CONTENT_ENCODING, coding.label())));
    }

    private static String tag(byte[] bytes) {
        return "W/\"" + HexFormat.of().formatHex(Digest.sha256(bytes), 0, 16) + "\"";
    }

    /** Weak comparison of RFC 9110, section 8.8.3.2, with each tag of the header. */
    private static boolean names(@Nullable String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        String opaque = tag.substring(2);
        return Arrays.stream(ifNoneMatch.split(",", -1))
                .map(String::strip)
                .anyMatch(
                        each -> each.equals("*") || (each.startsWith("W/") ? each.substring(2) : each).equals(opaque));
    }
}
