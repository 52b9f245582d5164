package org.fallline.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.fallline.test.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader and the writer against RFC 8259 and against each other. */
class JsonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // text | its canonical form
                "null | null",
                "true | true",
                "false | false",
                "~ \t\r\n1\t ~ | 1",
                "0 | 0",
                "-0 | -0",
                "-0.0e0 | -0",
                "1.50 | 1.5",
                "1E+2 | 100",
                "12e-1 | 1.2",
                "1e-400 | 0",
                "0.1 | 0.1",
                "9007199254740993 | 9007199254740992",
                "5e-324 | 5e-324",
                "1.7976931348623157e308 | 1.7976931348623157e308",
                "1e21 | 1e21",
                "~\"\"~ | ~\"\"~",
                "~\"\\u0041\\u00e9\"~ | ~\"Aé\"~",
                "~\"\\/\\\\\\\"\\b\\f\\n\\r\\t\"~ | ~\"/\\\\\\\"\\b\\f\\n\\r\\t\"~",
                "~\"\\u001F\\u0000\"~ | ~\"\\u001f\\u0000\"~",
                "~\"\\ud83d\\ude00\"~ | ~\"😀\"~",
                "~\"∂L/∂ŷ\"~ | ~\"∂L/∂ŷ\"~",
                "[] | []",
                "[ 1 , [ ] , { } ] | [1,[],{}]",
                "{ } | {}",
                "~{\"b\" : 1, \"a\" : {\"\":null}}~ | ~{\"b\":1,\"a\":{\"\":null}}~"
            })
    void read_acceptedText_isWrittenCanonically(String text, String canonical) {
        assertEquals(canonical, JsonWriter.write(JsonReader.read(text)));
        assertEquals(JsonReader.read(text), JsonReader.read(canonical));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // text | line | column | part of the message
                "~~ | 1 | 1 | expected a JSON value but found the end of the text",
                "~  ~ | 1 | 3 | the end of the text",
                "nul | 1 | 1 | expected null",
                "True | 1 | 1 | expected a JSON value but found 'T'",
                "truefalse | 1 | 5 | expected the end of the text but found 'f'",
                "1 2 | 1 | 3 | expected the end of the text but found '2'",
                "01 | 1 | 2 | expected the end of the text",
                "-01 | 1 | 3 | expected the end of the text",
                "- | 1 | 2 | expected a digit but found the end of the text",
                "+1 | 1 | 1 | expected a JSON value but found '+'",
                ".5 | 1 | 1 | expected a JSON value but found '.'",
                "1. | 1 | 3 | expected a digit",
                "1.e3 | 1 | 3 | expected a digit but found 'e'",
                "1e | 1 | 3 | expected a digit",
                "1e+ | 1 | 4 | expected a digit",
                "0x10 | 1 | 2 | expected the end of the text but found 'x'",
                "NaN | 1 | 1 | expected a JSON value but found 'N'",
                "Infinity | 1 | 1 | expected a JSON value",
                "[1e400] | 1 | 2 | beyond the range of a double",
                "[-1e309] | 1 | 2 | beyond the range of a double",
                "~\"a~ | 1 | 3 | expected '\"' but found the end of the text",
                "~\"a\tb\"~ | 1 | 3 | control character",
                "~\"a\nb\"~ | 1 | 3 | control character",
                "~\"\\x\"~ | 1 | 3 | expected an escape",
                "~\"\\~ | 1 | 3 | expected an escape",
                "~\"\\u12G4\"~ | 1 | 6 | four hexadecimal digits but found 'G'",
                "~\"\\u12~ | 1 | 6 | four hexadecimal digits",
                "~[\"\\ud800\"]~ | 1 | 2 | half of a character",
                "~[\"\\ude00\\ud83d\"]~ | 1 | 2 | half of a character",
                "'a' | 1 | 1 | expected a JSON value",
                "😀 | 1 | 1 | found '😀'",
                "[1,] | 1 | 4 | expected a JSON value but found ']'",
                "[1 2] | 1 | 4 | expected ',' or ']' but found '2'",
                "[1 | 1 | 3 | expected ',' or ']' but found the end of the text",
                "[,1] | 1 | 2 | expected a JSON value but found ','",
                "] | 1 | 1 | expected a JSON value",
                "~{\"a\":1,}~ | 1 | 8 | expected a member's name",
                "~{a:1}~ | 1 | 2 | expected a member's name in double quotes but found 'a'",
                "~{\"a\" 1}~ | 1 | 6 | expected ':' but found '1'",
                "~{\"a\":}~ | 1 | 6 | expected a JSON value but found '}'",
                "~{\"a\":1]~ | 1 | 7 | expected ',' or '}'",
                "~{\"a\":1,\"a\":2}~ | 1 | 8 | the name \"a\" occurs twice",
                "~{\"a\":1,\"\\u0061\":2}~ | 1 | 8 | the name \"a\" occurs twice",
                "~{\n  \"steps\": 3,\n  \"view\": oops\n}~ | 3 | 11 | expected a JSON value but found 'o'",
                "~[1] // end~ | 1 | 5 | expected the end of the text",
                "\uFEFF1 | 1 | 1 | expected a JSON value"
            })
    void read_refusedText_saysWhereAndWhatWasExpected(String text, int line, int column, String message) {
        JsonException e = assertThrows(JsonException.class, () -> JsonReader.read(text));
        assertTrue(String.valueOf(e.getMessage()).contains(message), e.getMessage());
        assertEquals(line + ":" + column, e.line() + ":" + e.column(), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 64})
    void read_nestingUpToTheLimit_isAccepted(int depth) {
        String text = "[".repeat(depth) + "]".repeat(depth);
        assertEquals(text, JsonWriter.write(JsonReader.read(text)));
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 1_000_000})
    void read_nestingBeyondTheLimit_isRefusedWithoutOverflowingTheStack(int depth) {
        JsonException e = assertThrows(JsonException.class, () -> JsonReader.read("[".repeat(depth)));
        assertEquals(65, e.column());
    }

    @Test
    void number_notFinite_isRefused() {
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> new Json.Num(value));
        }
    }

    @Test
    void write_thenRead_givesTheSameValueAndText() {
        Cases.forEachSeed(2000, random -> {
            Json value = value(random, 4);
            String text = JsonWriter.write(value);
            assertEquals(value, JsonReader.read(text), text);
            assertEquals(text, JsonWriter.write(JsonReader.read(text)));
        });
    }

    private static Json value(Random random, int depth) {
        int kind = random.nextInt(depth == 0 ? 4 : 6);
        if (kind == 5) {
            Map<String, Json> members = new LinkedHashMap<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                members.put(string(random), value(random, depth - 1));
            }
            return new Json.Obj(members);
        }
        if (kind == 4) {
            List<Json> items = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                items.add(value(random, depth - 1));
            }
            return new Json.Arr(items);
        }
        return switch (kind) {
            case 0 -> new Json.Null();
            case 1 -> new Json.Bool(random.nextBoolean());
            case 2 -> new Json.Str(string(random));
            default -> new Json.Num(number(random));
        };
    }

    private static double number(Random random) {
        double any = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(any) && random.nextBoolean() ? any : random.nextInt(2000) / 100.0 - 10;
    }

    private static String string(Random random) {
        StringBuilder out = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            int code = random.nextInt(random.nextBoolean() ? 128 : Character.MAX_CODE_POINT + 1);
            boolean half = code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
            out.appendCodePoint(half ? '?' : code);
        }
        return out.toString();
    }
}
