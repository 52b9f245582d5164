package org.fallline.experiment;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.fallline.json.JsonException;
import org.jspecify.annotations.Nullable;

/**
 * Experiments as the fragment of a URL: {@code v1.} and the canonical text in UTF-8 as base64url (RFC 4648, section 5) without
 * padding.
 */
public final class ExperimentUrl {
    private static final String PREFIX = "v1.";
    /** Checked here: decoders of other platforms let other characters pass. */
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private ExperimentUrl() {}

    /** The fragment, without its number sign. */
    public static String write(Experiment experiment) {
        byte[] bytes = ExperimentCodec.write(experiment).getBytes(StandardCharsets.UTF_8);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * The experiment of a fragment, or null if the fragment is of another kind.
     *
     * @throws IllegalArgumentException if it is of this kind but damaged
     */
    public static @Nullable Experiment read(String fragment) {
        if (!fragment.startsWith(PREFIX)) {
            return null;
        }
        String digits = fragment.substring(PREFIX.length()).trim();
        for (int i = 0; i < digits.length(); i++) {
            if (DIGITS.indexOf(digits.charAt(i)) < 0) {
                throw new IllegalArgumentException(
                        "the link is damaged: '" + digits.charAt(i) + "' cannot stand at character " + (i + 1));
            }
        }
        if (digits.length() % 4 == 1) {
            throw new IllegalArgumentException("the link is damaged or cut off: its last character stands alone");
        }
        try {
            return ExperimentCodec.read(new String(Base64.getUrlDecoder().decode(digits), StandardCharsets.UTF_8));
        } catch (JsonException e) {
            throw new IllegalArgumentException("the link is damaged or cut off: " + e.getMessage(), e);
        }
    }
}
