package org.fallline.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fallline.problem.FormulaNames.FormulaConstant;
import org.fallline.problem.FormulaNames.FormulaFunction;
import org.jspecify.annotations.Nullable;

/**
 * How a word of letters, digits, underscores and subscripts reads: {@code xy} is {@code x·y}, {@code x1} one variable.
 *
 * <p>A word that is a known name, or has an underscore, is one name. Any other is read from left to right: at each place the
 * longest known name, else one letter, in both cases with the digits and subscripts behind it. Known are functions, constants,
 * columns of data and the names of Greek letters; of the latter not {@code mu}, {@code nu} and {@code xi} inside of longer words.
 */
final class FormulaWords {
    private static final List<String> GREEK = List.of(
            "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu",
            "xi", "omicron", "rho", "sigma", "upsilon", "phi", "chi", "psi", "omega", "Gamma", "Delta", "Theta",
            "Lambda", "Xi", "Sigma", "Upsilon", "Phi", "Psi", "Omega");

    /** Shorter names of Greek letters are more often two variables, except where they are a word of their own. */
    private static final int LEAST_GREEK_INSIDE = 3;

    /** Two letters before a parenthesis are factors, {@code xy(z + 1)}; more of them look like a function. */
    private static final int MOST_LETTERS_BEFORE_PARENTHESIS = 2;

    /** One letter before a function is a factor, {@code xsin(y)}; more of them look like another function. */
    private static final int MOST_LETTERS_BEFORE_FUNCTION = 1;

    /** In a word of up to so many letters one misspelling is looked for, in longer ones two. */
    private static final int LONGEST_SHORT_WORD = 4;

    /** How many functions a refusal names. */
    private static final int SOME_FUNCTIONS = 6;

    private final Set<String> columns;
    private final int longest;

    FormulaWords(Set<String> columns) {
        this.columns = columns;
        int longestName = 0;
        for (FormulaFunction function : FormulaNames.FUNCTIONS) {
            longestName = Math.max(longestName, function.name().length());
        }
        for (String name : GREEK) {
            longestName = Math.max(longestName, name.length());
        }
        for (String name : columns) {
            longestName = Math.max(longestName, name.length());
        }
        this.longest = longestName;
    }

    /** Whether a word can begin with the character. */
    static boolean isLetter(char c) {
        // Most characters are of ASCII, and the browser has to unpack a table for the others first.
        return c < 128
                ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'
                : Character.isLetter(c) && !isRaisedLetter(c) && !isIndex(c);
    }

    /** Whether letters are the name of a Greek one. */
    static boolean isGreek(String letters) {
        return GREEK.contains(letters);
    }

    /** Whether the character is a digit or a subscript, which belongs to the letter before it. */
    static boolean isIndex(char c) {
        return (c >= '0' && c <= '9') || (c >= '₀' && c <= '₉') || (c >= 'ₐ' && c <= 'ₜ') || (c >= 'ᵢ' && c <= 'ᵥ');
    }

    /** Whether the character is a raised letter, which looks like a power but is not read as one. */
    static boolean isRaisedLetter(char c) {
        return (c >= 'ʰ' && c <= 'ʸ')
                || (c >= 'ˠ' && c <= 'ˤ')
                || (c >= 'ᴬ' && c <= 'ᵡ')
                || c == 'ᵸ'
                || c == 'ⁱ'
                || c == 'ⁿ';
    }

    /**
     * The names that a word reads as; one after the other they are the word.
     *
     * @param called whether an opening parenthesis follows
     * @param position of the word, for refusals
     */
    List<String> names(String word, boolean called, int position) {
        if (isKnown(word) || word.indexOf('_') >= 0) {
            return List.of(word);
        }
        List<String> names = split(word);
        if (called && isNoCall(names)) {
            throw FormulaScanner.error(noFunction(word), position);
        }
        String meant = sameButForCase(word);
        if (meant != null) {
            throw FormulaScanner.error("there is no " + word + "; did you mean " + meant + "?", position);
        }
        return names;
    }

    /** Whether names before a parenthesis look like a function that there is not, rather than like factors. */
    private static boolean isNoCall(List<String> names) {
        int last = names.size() - 1;
        for (int i = 0; i < last; i++) {
            if (FormulaNames.function(names.get(i)) != null) {
                return true;
            }
        }
        boolean endsInFunction = FormulaNames.function(names.get(last)) != null;
        List<String> factors = endsInFunction ? names.subList(0, last) : names;
        int most = endsInFunction ? MOST_LETTERS_BEFORE_FUNCTION : MOST_LETTERS_BEFORE_PARENTHESIS;
        return factors.size() > most && factors.stream().allMatch(name -> name.length() == 1);
    }

    private static String noFunction(String word) {
        String near = nearest(word);
        return "there is no function " + word
                + (near == null ? "; there are " + someFunctions() : "; did you mean " + near + "?")
                + (near == null ? "; in a product" : " In a product")
                + " put * or a space between the factors";
    }

    /** A few names, as a refusal has room for. */
    private static String someFunctions() {
        List<String> some = FormulaNames.FUNCTIONS.stream()
                .map(FormulaFunction::name)
                .limit(SOME_FUNCTIONS)
                .toList();
        return String.join(", ", some) + " and " + (FormulaNames.FUNCTIONS.size() - SOME_FUNCTIONS) + " more";
    }

    /** The function whose name is spelled most like the word, or null if none is spelled like it. */
    private static @Nullable String nearest(String word) {
        String given = word.toLowerCase(Locale.ROOT);
        String nearest = null;
        int least = given.length() > LONGEST_SHORT_WORD ? 3 : 2;
        for (FormulaFunction function : FormulaNames.FUNCTIONS) {
            int distance = distance(given, function.name().toLowerCase(Locale.ROOT));
            if (distance < least) {
                nearest = function.name();
                least = distance;
            }
        }
        for (FormulaFunction function : FormulaNames.FUNCTIONS) {
            if (nearest == null && given.startsWith(function.name())) {
                nearest = function.name();
            }
        }
        return nearest;
    }

    /** How many letters must be inserted, left out or changed, or neighbours exchanged, to make one word of the other. */
    private static int distance(String a, String b) {
        int[][] table = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    table[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                table[i][j] = Math.min(table[i - 1][j - 1] + change, 1 + Math.min(table[i - 1][j], table[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
                }
            }
        }
        return table[a.length()][b.length()];
    }

    /** The function or constant of more than one letter that differs from the word by capitals only, or null. */
    private static @Nullable String sameButForCase(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        FormulaFunction function = FormulaNames.function(lower);
        FormulaConstant constant = FormulaNames.constant(lower);
        if (lower.length() == 1 || lower.equals(word)) {
            return null;
        }
        return function != null || constant != null ? lower : null;
    }

    private boolean isKnown(String name) {
        return FormulaNames.function(name) != null
                || FormulaNames.constant(name) != null
                || columns.contains(name)
                || GREEK.contains(name.substring(0, stem(name)));
    }

    /** How long a name is without the digits and subscripts at its end. */
    private static int stem(String name) {
        int end = name.length();
        while (end > 0 && isIndex(name.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private List<String> split(String word) {
        List<String> names = new ArrayList<>();
        int from = 0;
        while (from < word.length()) {
            int to = from + longestKnown(word.substring(from));
            while (to < word.length() && isIndex(word.charAt(to))) {
                to++;
            }
            names.add(word.substring(from, to));
            from = to;
        }
        return names;
    }

    /** The length of the longest known name at the beginning, or 1. */
    private int longestKnown(String rest) {
        for (int length = Math.min(rest.length(), longest); length > 1; length--) {
            String name = rest.substring(0, length);
            if (isKnown(name) && (length >= LEAST_GREEK_INSIDE || !GREEK.contains(name))) {
                return length;
            }
        }
        return 1;
    }
}
