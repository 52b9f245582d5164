package org.fallline.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fallline.math.Decimal;
import org.fallline.math.Real;

/**
 * Reads strict JSON (RFC 8259). A name that occurs twice in one object, a number beyond the range of a double, half of a
 * surrogate pair, and nesting beyond {@value #MAX_DEPTH} levels are refused, since two readers could understand them
 * differently.
 */
public final class JsonReader {
    /** The deepest nesting that is read; an experiment needs about six levels. */
    public static final int MAX_DEPTH = 64;

    private final String text;
    private int at;
    private int depth;

    private JsonReader(String text) {
        this.text = text;
    }

    /**
     * The value that a text stands for.
     *
     * @throws JsonException with the position of the first error
     */
    public static Json read(String text) {
        JsonReader reader = new JsonReader(text);
        reader.skipSpace();
        Json value = reader.value();
        reader.skipSpace();
        if (reader.at < text.length()) {
            throw reader.error("expected the end of the text but found " + reader.here());
        }
        return value;
    }

    private Json value() {
        char c = peek();
        return switch (c) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> new Json.Str(string());
            case 't' -> word("true", new Json.Bool(true));
            case 'f' -> word("false", new Json.Bool(false));
            case 'n' -> word("null", new Json.Null());
            default -> {
                if (c == '-' || isDigit(c)) {
                    yield number();
                }
                throw error("expected a JSON value but found " + here());
            }
        };
    }

    private Json object() {
        open();
        Map<String, Json> members = new LinkedHashMap<>();
        skipSpace();
        if (peek() != '}') {
            do {
                skipSpace();
                if (peek() != '"') {
                    throw error("expected a member's name in double quotes but found " + here());
                }
                int nameAt = at;
                String name = string();
                if (members.containsKey(name)) {
                    at = nameAt;
                    throw error("the name \"" + name + "\" occurs twice");
                }
                skipSpace();
                expect(':');
                skipSpace();
                members.put(name, value());
                skipSpace();
            } while (accept(','));
        }
        close('}');
        return new Json.Obj(members);
    }

    private Json array() {
        open();
        List<Json> items = new ArrayList<>();
        skipSpace();
        if (peek() != ']') {
            do {
                skipSpace();
                items.add(value());
                skipSpace();
            } while (accept(','));
        }
        close(']');
        return new Json.Arr(items);
    }

    private void open() {
        if (++depth > MAX_DEPTH) {
            throw error("nested deeper than " + MAX_DEPTH + " levels");
        }
        at++;
    }

    private void close(char bracket) {
        if (peek() != bracket) {
            throw error("expected ',' or '" + bracket + "' but found " + here());
        }
        at++;
        depth--;
    }

    private Json word(String word, Json value) {
        if (!text.startsWith(word, at)) {
            throw error("expected " + word + " but found " + here());
        }
        at += word.length();
        return value;
    }

    private Json number() {
        int start = at;
        accept('-');
        if (peek() == '0') {
            at++;
        } else {
            digits();
        }
        if (accept('.')) {
            digits();
        }
        if (peek() == 'e' || peek() == 'E') {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits();
        }
        double value = Decimal.parse(text.substring(start, at));
        if (!Real.isFinite(value)) {
            at = start;
            throw error("the number is beyond the range of a double (about 1.8e308)");
        }
        return new Json.Num(value);
    }

    private void digits() {
        if (!isDigit(peek())) {
            throw error("expected a digit but found " + here());
        }
        while (isDigit(peek())) {
            at++;
        }
    }

    private String string() {
        int start = at;
        expect('"');
        StringBuilder out = new StringBuilder();
        while (true) {
            if (at >= text.length()) {
                throw error("expected '\"' but found the end of the text");
            }
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return whole(out.toString(), start);
            }
            if (c < ' ') {
                throw error("a control character in a string must be written as an escape");
            }
            at++;
            out.append(c == '\\' ? escape() : c);
        }
    }

    /** The string, unless it has half of a surrogate pair: UTF-8 cannot hold that, so it would be lost on the next way. */
    private String whole(String string, int start) {
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < string.length()
                    && Character.isLowSurrogate(string.charAt(i + 1));
            if (pair) {
                i++;
            } else if (Character.isSurrogate(c)) {
                at = start;
                throw error("the string holds half of a character that is written as two escapes");
            }
        }
        return string;
    }

    private char escape() {
        char c = peek();
        int which = "\"\\/bfnrtu".indexOf(c);
        if (which < 0 || at >= text.length()) {
            throw error("expected an escape such as \\n or \\u0041 but found " + here());
        }
        at++;
        return c == 'u' ? unicode() : "\"\\/\b\f\n\r\t".charAt(which);
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = "0123456789abcdef".indexOf(Character.toLowerCase(peek()));
            if (digit < 0 || at >= text.length()) {
                throw error("expected four hexadecimal digits but found " + here());
            }
            code = code * 16 + digit;
            at++;
        }
        return (char) code;
    }

    private void expect(char c) {
        if (!accept(c)) {
            throw error("expected '" + c + "' but found " + here());
        }
    }

    private boolean accept(char c) {
        if (peek() == c && at < text.length()) {
            at++;
            return true;
        }
        return false;
    }

    /** The character at the position, or NUL past the end. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private String here() {
        if (at == text.length()) {
            return "the end of the text";
        }
        return "'" + text.substring(at, at + Character.charCount(text.codePointAt(at))) + "'";
    }

    private void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private JsonException error(String message) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < at; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new JsonException(message, line, at - lineStart + 1);
    }
}
