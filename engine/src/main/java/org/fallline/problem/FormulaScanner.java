package org.fallline.problem;

import org.fallline.math.Decimal;
import org.fallline.math.Real;
import org.jspecify.annotations.Nullable;

/** A formula's characters and a place among them: symbols, numbers and words, and refusals that point at the place. */
final class FormulaScanner {
    private static final String SUPERSCRIPT_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private final String text;
    private int at;

    FormulaScanner(String text) {
        this.text = text;
        skipSpace();
    }

    int at() {
        return at;
    }

    boolean isAtEnd() {
        return at == text.length();
    }

    /** The character at the place, or NUL past the end. */
    char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    /** Whether the symbol stands at the place. */
    boolean isAt(String symbol) {
        return text.startsWith(symbol, at);
    }

    /** Passes the symbol and the space behind it, if it stands at the place. */
    boolean accept(String symbol) {
        if (!isAt(symbol)) {
            return false;
        }
        pass(symbol.length());
        return true;
    }

    /** Passes so many characters and the space behind them. */
    void pass(int length) {
        at += length;
        skipSpace();
    }

    private void skipSpace() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
    }

    /** Whether it is white space, or a space where lines do not break: formulas copied from pages have them. */
    private static boolean isSpace(char c) {
        // Most characters are of ASCII, and the browser has to unpack a table for the others first.
        return c < 128 ? c == ' ' || (c >= '\t' && c <= '\r') : Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** What was passed since a place where no space is, without the space behind it. */
    String passed(int from) {
        int end = at;
        while (end > from && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(from, end);
    }

    /** The word at the place, which is not passed; empty if there is none. */
    String word() {
        int end = at;
        while (end < text.length() && (FormulaWords.isLetter(text.charAt(end)) || wordGoesOn(end))) {
            end++;
        }
        return text.substring(at, end);
    }

    private boolean wordGoesOn(int index) {
        return index > at && FormulaWords.isIndex(text.charAt(index));
    }

    /** Whether the first character after the word and its space is this one. */
    boolean isFollowedBy(String word, char expected) {
        FormulaScanner ahead = new FormulaScanner(text.substring(at + word.length()));
        return ahead.peek() == expected;
    }

    /** Whether a number begins at the place. */
    boolean isAtNumber() {
        return isDigit(peek()) || peek() == '.';
    }

    /** Passes a number and the space behind it. */
    double number() {
        int start = at;
        digits();
        if (peek() == '.') {
            at++;
            digits();
        }
        if (at == start + 1 && text.charAt(start) == '.') {
            throw error("expected a digit beside the point", start);
        }
        exponent();
        String digits = text.substring(start, at);
        double value = finite(Decimal.parse(grammatical(digits)), digits, start);
        skipSpace();
        return value;
    }

    private static double finite(double value, String digits, int start) {
        if (!Real.isFinite(value)) {
            throw error("the number " + digits + " is beyond the range of a double", start);
        }
        return value;
    }

    /** An exponent if digits follow: in 2e the e is the constant, in 2e3 it is not. */
    private void exponent() {
        int next = at + 1;
        if (peek() == 'e' || peek() == 'E') {
            if (next < text.length() && (text.charAt(next) == '-' || text.charAt(next) == '+')) {
                next++;
            }
            if (next < text.length() && isDigit(text.charAt(next))) {
                at = next;
                digits();
            }
        }
    }

    /** With a digit on both sides of the point and no superfluous zero in front, as JSON writes numbers. */
    private static String grammatical(String digits) {
        String number = digits.startsWith(".") ? "0" + digits : digits;
        int zeros = 0;
        while (zeros + 1 < number.length() && number.charAt(zeros) == '0' && isDigit(number.charAt(zeros + 1))) {
            zeros++;
        }
        number = number.substring(zeros);
        int point = number.indexOf('.');
        boolean bare = point >= 0 && (point + 1 == number.length() || !isDigit(number.charAt(point + 1)));
        return bare ? number.substring(0, point) + number.substring(point + 1) : number;
    }

    private void digits() {
        while (isDigit(peek())) {
            at++;
        }
    }

    /** Passes a raised whole number such as {@code ²}, {@code ⁻¹} or {@code ¹⁰}; null if there is none. */
    @Nullable Double superscript() {
        int start = at;
        boolean negative = peek() == '⁻';
        if (negative || peek() == '⁺') {
            at++;
        }
        StringBuilder digits = new StringBuilder();
        while (SUPERSCRIPT_DIGITS.indexOf(peek()) >= 0) {
            digits.append(SUPERSCRIPT_DIGITS.indexOf(peek()));
            at++;
        }
        if (digits.length() == 0) {
            at = start;
            return null;
        }
        double value = finite(Decimal.parse(grammatical(digits.toString())), digits.toString(), start);
        skipSpace();
        return negative ? -value : value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** A refusal that says what stands here instead, and what the writer may have meant by it. */
    FormulaException unexpected(String expected) {
        return error("expected " + expected + " but found " + here() + hint());
    }

    /** A refusal at the place. */
    FormulaException error(String message) {
        return error(message, at);
    }

    /** A refusal at another place. */
    static FormulaException error(String message, int position) {
        return new FormulaException(message, position);
    }

    private String here() {
        if (isAtEnd()) {
            return "the end of the formula";
        }
        return "'" + text.substring(at, at + Character.charCount(text.codePointAt(at))) + "'";
    }

    private String hint() {
        char c = peek();
        if (isAtNumber()) {
            return "; put * or ^ before a number that follows something";
        }
        if (c == ',') {
            return "; a comma stands only between the arguments of a function, and the decimal sign is a point";
        }
        if (c == '<' || c == '>' || c == '≤' || c == '≥') {
            return "; a comparison stands only at the beginning of where(…)";
        }
        if (c == '=') {
            return "; a formula has no equals sign: it is what is made small";
        }
        if (c == '[' || c == ']' || c == '{' || c == '}') {
            return "; group with ( and )";
        }
        if (FormulaWords.isRaisedLetter(c)) {
            return "; write a power with ^, as in e^x";
        }
        return "";
    }

    /**
     * Where a definition such as {@code y = …} or {@code f(x, y) = …} has its equals sign, or −1 if the text does not begin
     * with one.
     */
    int definition() {
        int equals = text.indexOf('=');
        if (equals < 0 || !FormulaWords.isLetter(peek()) || text.startsWith("==", equals)) {
            return -1;
        }
        // An open parenthesis is that of where(x = 0, …), not of a definition.
        if (text.lastIndexOf('(', equals) > text.lastIndexOf(')', equals)) {
            return -1;
        }
        for (int i = at; i < equals; i++) {
            char c = text.charAt(i);
            boolean named = FormulaWords.isLetter(c) || FormulaWords.isIndex(c);
            if (!named && "(,)".indexOf(c) < 0 && !isSpace(c)) {
                return -1;
            }
        }
        return equals;
    }
}
