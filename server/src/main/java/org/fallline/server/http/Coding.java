package org.fallline.server.http;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** How content is compressed, the best first. */
enum Coding {
    BROTLI("br") {
        @Override
        byte[] compress(byte[] bytes) {
            try {
                return Encoder.compress(bytes, new Encoder.Parameters().setQuality(QUALITY));
            } catch (IOException e) {
                throw new UncheckedIOException("writing to memory failed", e);
            }
        }

        @Override
        boolean isAvailable() {
            return Brotli4jLoader.isAvailable(); // a native library, which some platforms lack
        }
    },
    GZIP("gzip") {
        @Override
        byte[] compress(byte[] bytes) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3);
            try (GZIPOutputStream gzip = new GZIPOutputStream(out) {
                {
                    def.setLevel(Deflater.BEST_COMPRESSION);
                }
            }) {
                gzip.write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException("writing to memory failed", e);
            }
            return out.toByteArray();
        }

        @Override
        boolean isAvailable() {
            return true;
        }
    };

    /** Within a few per cent of the smallest, in a tenth of its time: the first visitor waits for it. */
    private static final int QUALITY = 9;

    private static final Pattern ZERO = Pattern.compile("0(\\.0*)?");

    private final String label;
    private final Pattern listed;

    Coding(String label) {
        this.label = label;
        this.listed = Pattern.compile(
                "(?:^|,)\\s*" + label + "\\s*(?:;\\s*q=([0-9.]+)\\s*)?(?:,|$)", Pattern.CASE_INSENSITIVE);
    }

    /** The coding's name in HTTP. */
    String label() {
        return label;
    }

    /** The bytes in less. */
    abstract byte[] compress(byte[] bytes);

    abstract boolean isAvailable();

    /** The best that a client can read, or null when it reads none. */
    static @Nullable Coding best(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) {
            return null;
        }
        for (Coding coding : values()) {
            if (coding.isIn(acceptEncoding) && coding.isAvailable()) {
                return coding;
            }
        }
        return null;
    }

    /** Whether the header lists the coding with a weight above zero; RFC 9110, section 12.5.3. */
    private boolean isIn(String acceptEncoding) {
        Matcher found = listed.matcher(acceptEncoding);
        return found.find()
                && (found.group(1) == null || !ZERO.matcher(found.group(1)).matches());
    }
}
