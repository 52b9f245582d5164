package org.fallline.code;

import java.util.Set;
import java.util.TreeSet;

/** The identifiers of one program: ASCII, each given once, none of them a word of the language or of the program's own. */
final class Names {
    private static final String GREEK = "αβγδεζηθικλμνξοπρστυφχψω";
    private static final String[] GREEK_NAMES = {
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu",
        "xi", "omicron", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega"
    };

    private final Set<String> taken;

    /** Names for a program in which some words mean something already. */
    Names(Set<String> reserved) {
        this.taken = new TreeSet<>(reserved);
    }

    /** A new identifier, as close to what a reader calls the thing as it can be. */
    String fresh(String label) {
        String plain = identifier(label);
        String name = plain;
        for (int i = 2; !taken.add(name); i++) {
            name = plain + "_" + i;
        }
        return name;
    }

    private static String identifier(String label) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            int greek = GREEK.indexOf(c);
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
                out.append(c);
            } else if (c >= '₀' && c <= '₉') {
                out.append((char) ('0' + (c - '₀')));
            } else if (c == 'ŷ') {
                out.append("y_hat");
            } else {
                out.append(greek < 0 ? "_" : GREEK_NAMES[greek]);
            }
        }
        boolean begins = out.length() > 0 && (out.charAt(0) < '0' || out.charAt(0) > '9') && out.charAt(0) != '_';
        return begins ? out.toString() : "v" + out;
    }
}
