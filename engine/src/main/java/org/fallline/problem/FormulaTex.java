package org.fallline.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A formula as TeX: quotients as fractions, powers raised, roots under their bars, and no parentheses where the setting says what
 * they say.
 *
 * <p>It reads the grammar of {@link Formula}, which the text must have passed: here nothing is refused. Each method gives the TeX of
 * what stands at the place.
 */
public final class FormulaTex {
    private static final Set<String> NAMED =
            Set.of("sin", "cos", "tan", "sinh", "cosh", "tanh", "ln", "log", "max", "min");

    private static final String SIGNS_OF_PRODUCT = "*·⋅∗×";
    private static final String SIGNS_OF_QUOTIENT = "/÷∕⁄";
    private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";

    private final FormulaScanner scanner;
    private final FormulaWords words;
    private final List<String> names = new ArrayList<>();
    private boolean inBars;

    private FormulaTex(String text, Columns columns) {
        this.scanner = new FormulaScanner(text);
        this.words = new FormulaWords(columns.nodes(false).keySet());
    }

    /**
     * The TeX of a formula.
     *
     * @throws FormulaException if the text is no formula
     */
    public static String of(String text, Columns columns) {
        Formula.parse(text, columns);
        return new FormulaTex(text, columns).sum().text();
    }

    /** The TeX of a formula without data. */
    public static String of(String text) {
        return of(text, Columns.NONE);
    }

    /** The TeX of a name: its index lowered, a Greek letter as that. */
    public static String name(String name) {
        int end = name.length();
        int underscore = name.indexOf('_', 1);
        if (underscore > 0) {
            return stem(name.substring(0, underscore)) + "_{" + index(name.substring(underscore + 1)) + "}";
        }
        while (end > 1 && FormulaWords.isIndex(name.charAt(end - 1))) {
            end--;
        }
        return stem(name.substring(0, end)) + (end < name.length() ? "_{" + index(name.substring(end)) + "}" : "");
    }

    /** How a piece binds. */
    private enum Kind {
        /** Stands as one: a number, a name, bars, a root. */
        ATOM,
        /** Was in parentheses, which its text has not. */
        GROUP,
        /** A function's name before its argument. */
        CALL,
        /** Something raised. */
        POWER,
        /** Signs, products, sums. */
        LOOSE
    }

    /**
     * A part of the formula.
     *
     * @param head of a call: the function's name
     */
    private record Piece(String text, Kind kind, String head) {
        Piece(String text, Kind kind) {
            this(text, kind, "");
        }

        /** With its parentheses, if it had any. */
        String shown() {
            return kind == Kind.GROUP ? parenthesized(text) : text;
        }
    }

    /** Parentheses that grow with what is tall; round what is not, lines may break within them. */
    private static String parenthesized(String text) {
        boolean isTall = text.contains("\\frac") || text.contains("\\begin");
        return isTall ? "\\left(" + text + "\\right)" : "(" + text + ")";
    }

    private Piece sum() {
        Piece first = product();
        StringBuilder out = new StringBuilder(first.shown());
        Piece last = first;
        boolean alone = true;
        while (true) {
            boolean minus = isAtAny("-−");
            if (!minus && !scanner.isAt("+")) {
                return alone ? last : new Piece(out.toString(), Kind.LOOSE);
            }
            scanner.pass(1);
            last = product();
            alone = false;
            String text = last.shown();
            out.append(minus ? " - " : " + ").append(text.startsWith("-") ? parenthesized(text) : text);
        }
    }

    private Piece product() {
        Piece all = signed();
        while (true) {
            if (!scanner.isAt("**") && isAtAny(SIGNS_OF_PRODUCT)) {
                scanner.pass(1);
                all = times(all, signed());
            } else if (isAtAny(SIGNS_OF_QUOTIENT)) {
                scanner.pass(1);
                Piece below = signed();
                all = new Piece("\\frac{" + all.text() + "}{" + below.text() + "}", Kind.LOOSE);
            } else if (isAtFactor()) {
                all = times(all, power());
            } else {
                return all;
            }
        }
    }

    /** Factors stand beside each other, unless two numbers would run into one. */
    private static Piece times(Piece left, Piece right) {
        String text = right.shown();
        boolean signed = text.startsWith("-");
        boolean digits = signed || (!text.isEmpty() && isDigit(text.charAt(0)));
        return new Piece(
                left.shown() + (digits ? " \\cdot " : " ") + (signed ? parenthesized(text) : text), Kind.LOOSE);
    }

    private boolean isAtFactor() {
        char c = scanner.peek();
        return c == '(' || c == '√' || (c == '|' && !inBars) || FormulaWords.isLetter(c);
    }

    private Piece signed() {
        boolean minus = isAtAny("-−");
        if (minus || scanner.isAt("+")) {
            scanner.pass(1);
            Piece rest = signed();
            String text = rest.shown();
            return minus ? new Piece("-" + (text.startsWith("-") ? parenthesized(text) : text), Kind.LOOSE) : rest;
        }
        return power();
    }

    private Piece power() {
        if (scanner.accept("√")) {
            return new Piece("\\sqrt{" + power().text() + "}", Kind.ATOM);
        }
        Piece base = atom();
        Double raised = scanner.superscript();
        if (raised != null) {
            return raised(base, number(String.valueOf((long) (double) raised)));
        }
        if (scanner.accept("^") || scanner.accept("**")) {
            return raised(base, signed().text());
        }
        return base;
    }

    private static Piece raised(Piece base, String exponent) {
        if (base.kind() == Kind.CALL && isCount(exponent)) {
            return new Piece(
                    base.head() + "^{" + exponent + "}"
                            + base.text().substring(base.head().length()),
                    Kind.ATOM);
        }
        boolean stands = base.kind() == Kind.ATOM;
        return new Piece((stands ? base.text() : parenthesized(base.text())) + "^{" + exponent + "}", Kind.POWER);
    }

    private static boolean isCount(String exponent) {
        return !exponent.isEmpty() && exponent.chars().allMatch(c -> isDigit((char) c));
    }

    private Piece atom() {
        if (scanner.isAtNumber()) {
            int from = scanner.at();
            scanner.number();
            return new Piece(number(scanner.passed(from)), Kind.ATOM);
        }
        if (scanner.accept("(")) {
            return new Piece(inside(")"), Kind.GROUP);
        }
        if (scanner.accept("|")) {
            boolean outer = inBars;
            inBars = true;
            String text = sum().text();
            scanner.accept("|");
            inBars = outer;
            return new Piece("\\left|" + text + "\\right|", Kind.ATOM);
        }
        return word();
    }

    /** What stands up to a closing sign, which is passed. */
    private String inside(String closing) {
        boolean outer = inBars;
        inBars = false;
        String text = sum().text();
        scanner.accept(closing);
        inBars = outer;
        return text;
    }

    private Piece word() {
        if (names.isEmpty()) {
            String word = scanner.word();
            names.addAll(words.names(word, scanner.isFollowedBy(word, '('), scanner.at()));
        }
        String name = names.remove(0);
        scanner.pass(name.length());
        return FormulaNames.function(name) == null ? new Piece(name(name), Kind.ATOM) : call(name);
    }

    private Piece call(String function) {
        Double raised = scanner.superscript();
        scanner.accept("(");
        boolean outer = inBars;
        inBars = false;
        List<String> arguments = new ArrayList<>();
        do {
            arguments.add(function.equals("where") && arguments.isEmpty() ? comparison() : sum().text());
        } while (scanner.accept(","));
        scanner.accept(")");
        inBars = outer;
        Piece value = called(function, arguments);
        return raised == null ? value : raised(value, number(String.valueOf((long) (double) raised)));
    }

    private static Piece called(String function, List<String> arguments) {
        String first = arguments.get(0);
        return switch (function) {
            case "sqrt" -> new Piece("\\sqrt{" + first + "}", Kind.ATOM);
            case "abs" -> new Piece("\\left|" + first + "\\right|", Kind.ATOM);
            case "exp" -> new Piece("e^{" + first + "}", Kind.POWER);
            case "pow" -> new Piece(parenthesized(first) + "^{" + arguments.get(1) + "}", Kind.POWER);
            case "where" ->
                new Piece(
                        "\\begin{cases}" + arguments.get(1) + " & \\text{if } " + first + " \\\\ " + arguments.get(2)
                                + " & \\text{otherwise}\\end{cases}",
                        Kind.LOOSE);
            default -> {
                String head = head(function);
                yield new Piece(head + parenthesized(String.join(", ", arguments)), Kind.CALL, head);
            }
        };
    }

    private static String head(String function) {
        if (NAMED.contains(function)) {
            return "\\" + function;
        }
        return switch (function) {
            case "asin", "acos", "atan" -> "\\arc" + function.substring(1);
            case "log2" -> "\\log_{2}";
            case "log10" -> "\\log_{10}";
            default -> "\\operatorname{" + function + "}";
        };
    }

    private String comparison() {
        String left = sum().text();
        String sign = "";
        for (String[] pair : new String[][] {
            {"<=", "\\le"},
            {"≤", "\\le"},
            {">=", "\\ge"},
            {"≥", "\\ge"},
            {"==", "="},
            {"!=", "\\ne"},
            {"≠", "\\ne"},
            {"<", "<"},
            {">", ">"}
        }) {
            if (sign.isEmpty() && scanner.accept(pair[0])) {
                sign = pair[1];
            }
        }
        return left + " " + sign + " " + sum().text();
    }

    private boolean isAtAny(String signs) {
        return !scanner.isAtEnd() && signs.indexOf(scanner.peek()) >= 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** A number as it was written; an exponent as a power of ten. */
    private static String number(String written) {
        int e = Math.max(written.indexOf('e'), written.indexOf('E'));
        if (e < 0) {
            return written;
        }
        String exponent = written.substring(e + 1);
        return written.substring(0, e) + " \\cdot 10^{" + (exponent.startsWith("+") ? exponent.substring(1) : exponent)
                + "}";
    }

    private static String stem(String letters) {
        if (letters.length() == 1) {
            return letters;
        }
        if (letters.equals("omicron")) {
            return "o";
        }
        boolean isGreek = FormulaWords.isGreek(letters) || letters.equals("pi") || letters.equals("tau");
        return isGreek ? "\\" + letters : "\\mathrm{" + letters + "}";
    }

    private static String index(String index) {
        StringBuilder out = new StringBuilder();
        boolean digits = true;
        for (int i = 0; i < index.length(); i++) {
            int subscript = SUBSCRIPTS.indexOf(index.charAt(i));
            char c = subscript >= 0 ? (char) ('0' + subscript) : index.charAt(i);
            digits &= isDigit(c);
            out.append(c == '_' ? "\\_" : c);
        }
        return digits || out.length() == 1 ? out.toString() : "\\mathrm{" + out + "}";
    }
}
