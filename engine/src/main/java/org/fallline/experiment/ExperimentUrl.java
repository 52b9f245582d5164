package org.fallline.experiment;

import org.jspecify.annotations.Nullable;

/**
 * Experiments as the fragment of a URL: {@code v1.} and the canonical text in UTF-8 as base64url (RFC 4648, section 5) without
 * padding.
 */
public final class ExperimentUrl {
    private static final String PREFIX = "v1.";
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private ExperimentUrl() {}

    /** The fragment, without its number sign. */
    public static String write(Experiment experiment) {
        byte[] bytes = ExperimentCodec.write(experiment).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        StringBuilder out = new StringBuilder(PREFIX);
        for (int i = 0; i < bytes.length; i += 3) {
            int group = (bytes[i] & 255) << 16
                    | (i + 1 < bytes.length ? (bytes[i + 1] & 255) << 8 : 0)
                    | (i + 2 < bytes.length ? bytes[i + 2] & 255 : 0);
            int digits = bytes.length - i < 3 ? bytes.length - i + 1 : 4;
            for (int k = 0; k < digits; k++) {
                out.append(DIGITS.charAt(group >> (18 - 6 * k) & 63));
            }
        }
        return out.toString();
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
        String digits = fragment.substring(PREFIX.length());
        byte[] bytes = new byte[digits.length() * 6 / 8];
        int group = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = DIGITS.indexOf(digits.charAt(i));
            if (digit < 0) {
                throw new IllegalArgumentException(
                        "the link is damaged: '" + digits.charAt(i) + "' cannot stand at character " + (i + 1));
            }
            group = (group << 6 | digit) & 0xffffff;
            int bits = (i + 1) * 6;
            int index = bits / 8 - 1;
            if (i % 4 != 0) {
                bytes[index] = (byte) (group >> bits % 8);
            }
        }
        try {
            return ExperimentCodec.read(new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
        } catch (org.fallline.json.JsonException e) {
            throw new IllegalArgumentException("the link is damaged or cut off: " + e.getMessage(), e);
        }
    }
}
