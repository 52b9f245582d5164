package org.fallline.server.store;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The secret that lets its holder change what belongs to a saved experiment: 192 random bits in URL-safe base 64.
 *
 * <p>Whoever saves first gets the text; the store keeps only {@link #hash()}, so that a copy of the database gives
 * nobody the right to edit. The token has more entropy than any guessing can search, so a plain hash is enough.
 *
 * @param text what the holder presents
 */
public record EditToken(String text) {
    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * A token nobody has seen.
     *
     * @return a fresh token
     */
    public static EditToken random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new EditToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /**
     * What the store keeps.
     *
     * @return SHA-256 of the text, 64 hexadecimal digits
     */
    public String hash() {
        return HexFormat.of().formatHex(Digest.sha256(text));
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "EditToken[…]";
    }
}
