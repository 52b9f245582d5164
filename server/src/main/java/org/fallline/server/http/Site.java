package org.fallline.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The static files, read from {@code site/} on the class path and kept in memory once asked for.
 *
 * <p>A path is a chain of plain names, the last of which has a known extension; everything else, dot segments and
 * directories among it, names no file.
 */
public final class Site {
    private static final String ROOT = "site/";
    private static final Pattern PATH = Pattern.compile("(?:[A-Za-z0-9_][A-Za-z0-9_.-]*/)*[A-Za-z0-9_][A-Za-z0-9_.-]*");

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("csv", "text/csv; charset=utf-8"),
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("png", "image/png"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("wasm", "application/wasm"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("woff2", "font/woff2"));

    private final ClassLoader loader;
    private final Map<String, Content> files = new ConcurrentHashMap<>();

    /**
     * The site of a class path.
     *
     * @param loader where {@code site/} is looked up
     */
    public Site(ClassLoader loader) {
        this.loader = loader;
    }

    /**
     * The file at a path.
     *
     * @param path path below the site, without a slash in front, as it stands in the URL
     * @return the file, or null when there is none
     */
    public @Nullable Content file(String path) {
        Content known = files.get(path);
        if (known != null) {
            return known;
        }
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null || !PATH.matcher(path).matches()) {
            return null;
        }
        try (InputStream in = loader.getResourceAsStream(ROOT + path)) {
            if (in == null) {
                return null;
            }
            Content read = new Content(in.readAllBytes(), type);
            files.put(path, read);
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + ROOT + path, e);
        }
    }
}
