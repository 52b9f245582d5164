package org.fallline.code;

import java.util.Set;
import org.fallline.catalogue.Setting;

/** The words of a Python program. */
final class PythonWords {
    /** What a name must not be: the language's words, and what the programs themselves use. */
    static final Set<String> RESERVED = Set.of(
            "False",
            "None",
            "True",
            "and",
            "as",
            "assert",
            "async",
            "await",
            "break",
            "class",
            "continue",
            "def",
            "del",
            "elif",
            "else",
            "except",
            "finally",
            "for",
            "from",
            "global",
            "if",
            "import",
            "in",
            "is",
            "lambda",
            "nonlocal",
            "not",
            "or",
            "pass",
            "raise",
            "return",
            "try",
            "while",
            "with",
            "yield",
            "math",
            "np",
            "tf",
            "torch",
            "jax",
            "jnp",
            "params",
            "loss",
            "loss_of_step",
            "start",
            "batch",
            "rng",
            "order",
            "print",
            "range",
            "zip",
            "map",
            "max",
            "min",
            "rate",
            "wave",
            "update",
            "clipped",
            "data",
            "data_of_step",
            "optimizer",
            "state",
            "clip",
            "value",
            "gradients",
            "step",
            "i",
            "tape",
            "value_and_gradients",
            "len",
            "sum",
            "float");

    private PythonWords() {}

    /** {@code learning_rate} for {@code learningRate}. */
    static String snake(String name) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                out.append('_').append((char) (c - 'A' + 'a'));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** The value of a setting. */
    static String value(Setting setting, double value) {
        return setting.kind() == Setting.Kind.FLAG ? (value == 0 ? "False" : "True") : Literals.finite(value);
    }
}
