package org.fallline.server.store;

import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * The short id of a text: the first characters of its SHA-256, written in base 32.
 *
 * <p>The digits are those of Crockford's base 32, {@code 0-9a-z} without {@code i l o u}: safe in a URL, and none can be
 * mistaken for another when read aloud or copied by hand. Twelve of them are 60 bits: among a million experiments two
 * share an id with probability 4e-7. {@link SavedExperiments} notices when that happens and takes one character more.
 *
 * <p>Reference: D. Crockford, <a href="https://www.crockford.com/base32.html">Base 32</a>.
 */
public final class ExperimentId {
    /** Characters of an id unless two texts share them. */
    public static final int LENGTH = 12;

    /** Characters of the whole hash: 51 of five bits each; the last bit is dropped. */
    public static final int MAXIMAL_LENGTH = 51;

    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final Pattern FORM = Pattern.compile("[" + DIGITS + "]{" + LENGTH + "," + MAXIMAL_LENGTH + "}");

    private ExperimentId() {}

    /**
     * The id of a text.
     *
     * @param text canonical text
     * @param length number of characters, from {@link #LENGTH} to {@link #MAXIMAL_LENGTH}
     * @return the first {@code length} digits of the text's hash
     */
    public static String of(String text, int length) {
        BigInteger hash = new BigInteger(1, Digest.sha256(text));
        StringBuilder id = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            id.append(DIGITS.charAt(hash.shiftRight(256 - 5 * (i + 1)).intValue() & 31));
        }
        return id.toString();
    }

    /**
     * Whether a text has the form of an id.
     *
     * @param text any text
     * @return true when an experiment of this id could exist
     */
    public static boolean isId(String text) {
        return FORM.matcher(text).matches();
    }
}
