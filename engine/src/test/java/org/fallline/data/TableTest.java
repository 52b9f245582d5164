package org.fallline.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.fallline.test.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TableTest {
    /** A table as text: its columns, each with its numbers or its words. */
    private static String text(Table table) {
        StringBuilder out = new StringBuilder();
        for (Column column : table.columns()) {
            out.append(out.length() == 0 ? "" : "; ").append(column.name()).append(':');
            for (double value : column.values().toArray()) {
                out.append(' ')
                        .append(
                                column.isNumeric()
                                        ? String.valueOf(value)
                                        : column.words().get((int) value));
            }
        }
        return out.toString();
    }

    static Stream<Arguments> tables() {
        return Stream.of(
                table("comma and header", "x,y\n1,2\n3,4\n", "x: 1.0 3.0; y: 2.0 4.0"),
                table("no header", "1,2\n3,4", "column1: 1.0 3.0; column2: 2.0 4.0"),
                table("one row", "1,2", "column1: 1.0; column2: 2.0"),
                table("one column", "z\n1\n2\n", "z: 1.0 2.0"),
                table("semicolon and decimal comma", "a;b\n1,5;2\n-0,25;3,0", "a: 1.5 -0.25; b: 2.0 3.0"),
                table("semicolon and decimal point", "a;b\n1.5;2\n", "a: 1.5; b: 2.0"),
                table("tab", "a\tb\n1\t2\n", "a: 1.0; b: 2.0"),
                table("bar", "a|b\n1|2\n", "a: 1.0; b: 2.0"),
                table("semicolons in words of a comma table", "a,b\nx;y,1\nz;w,2\nu,3", "a: x;y z;w u; b: 1.0 2.0 3.0"),
                table("words", "x,kind\n1,cat\n2,dog\n3,cat", "x: 1.0 2.0 3.0; kind: cat dog cat"),
                table(
                        "words only, header",
                        "colour,shape\nred,round\nblue,square\nred,square",
                        "colour: red blue red; shape: round square square"),
                table(
                        "words only, no header",
                        "red,round\nblue,square\nred,square",
                        "column1: red blue red; column2: round square square"),
                table(
                        "quoted",
                        "\"x\",\"name, first\"\n\"1\",\"Ann, \"\"A\"\"\"\n2,Bo",
                        "x: 1.0 2.0; name, first: Ann, \"A\" Bo"),
                table("line feed in quotes", "x,name\n1,\"two\nlines\"\n2,b", "x: 1.0 2.0; name: two\nlines b"),
                table("carriage returns and line feeds", "x,y\r\n1,2\r\n3,4\r\n", "x: 1.0 3.0; y: 2.0 4.0"),
                table("carriage returns", "x,y\r1,2\r3,4", "x: 1.0 3.0; y: 2.0 4.0"),
                table("blank lines and blanks", "x , y\n\n 1 , 2 \n\n", "x: 1.0; y: 2.0"),
                table("byte order mark", "\uFEFFx,y\n1,2", "x: 1.0; y: 2.0"),
                table(
                        "ways to write numbers",
                        "x\n+1\n-2.50\n.5\n3.\n1e3\n1E-2\n007\n+1.5e+2",
                        "x: 1.0 -2.5 0.5 3.0 1000.0 0.01 7.0 150.0"));
    }

    private static Arguments table(String what, String csv, String expected) {
        return Arguments.of(what, csv, expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void read_text_isTheTable(String what, String csv, String expected) {
        assertEquals(expected, text(Table.read(csv)), what);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("", "line 1, column 1: the text is empty: expected a row of fields"),
                mistake("\n\n", "line 1, column 1: the text is empty: expected a row of fields"),
                mistake("1,2\n3", "line 2, column 2: the row ends after 1 field: expected 2"),
                mistake("x,y\n1,2\n3,4,5", "line 3, column 3: the row has 3 fields: expected 2"),
                mistake(
                        "x,y\n1,2\n3,b",
                        "line 3, column 2: expected a number, as above in column \"y\", but found \"b\""),
                mistake("x,y\n1,2\n3,", "line 3, column 2: the field is empty: expected a number"),
                mistake("x,k\n1,a\n3,", "line 3, column 2: the field is empty: expected a word"),
                mistake(
                        "x,y\n1,1\n1,1e999",
                        "line 3, column 2: expected a number, as above in column \"y\", but found \"1e999\""),
                mistake("x,\n1,2", "line 1, column 2: the name is empty: expected a name for the column"),
                mistake("x,x\n1,2", "line 1, column 2: a second column \"x\": expected another name"),
                mistake("x,y\n1,\"2", "line 2, column 2: the quote that begins here is never closed"),
                mistake(
                        "x,y\n1,\"2\"3",
                        "line 2, column 2: '3' behind a closing quote: expected a delimiter or the end of the line"),
                mistake(
                        "x,y\n1,2\"3",
                        "line 2, column 2: a quote within a field: expected the whole field in quotes, and quotes"
                                + " in it doubled"),
                mistake(
                        "x,name\n1,\"two\nlines\"\n2,b\nz,c",
                        "line 5, column 1: expected a number, as above in column \"x\", but found \"z\""));
    }

    private static Arguments mistake(String csv, String message) {
        return Arguments.of(csv, message);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void read_mistake_isRefusedWithItsPlaceAndWhatWasExpected(String csv, String message) {
        CsvException e = assertThrows(CsvException.class, () -> Table.read(csv));
        assertEquals(message, e.getMessage());
        assertTrue(String.valueOf(e.getMessage()).startsWith("line " + e.line() + ", column " + e.column() + ": "));
    }

    @Test
    void read_tooManyRowsColumnsOrWords_isRefused() {
        String rows = "1\n".repeat(Table.MAX_ROWS);
        assertEquals(Table.MAX_ROWS, Table.read(rows).rows());
        assertRefused(rows + "2", "line 10001, column 1: expected at most 10000 rows");
        assertRefused("1,".repeat(Table.MAX_COLUMNS) + "1", "line 1, column 101: expected at most 100 columns");
        StringBuilder words = new StringBuilder("w\n");
        for (int i = 0; i <= Table.MAX_WORDS; i++) {
            words.append('w').append(i).append('\n');
        }
        assertRefused(words + "w0\n", "line 102, column 1: expected at most 100 different words in column \"w\"");
    }

    private static void assertRefused(String csv, String message) {
        assertEquals(
                message, assertThrows(CsvException.class, () -> Table.read(csv)).getMessage());
    }

    @Test
    void examples_ofTargets_areAllOtherNumbers() {
        Table table = Table.read("a,name,b,c\n1,x,2,3\n4,y,5,6");
        Dataset last = table.examples(List.of());
        assertEquals(List.of("a", "b"), last.inputs());
        assertEquals("[[1, 2], [4, 5]]", last.x().toString());
        assertEquals("[[3], [6]]", last.y().toString());
        Dataset two = table.examples(List.of("c", "a"));
        assertEquals(List.of("b"), two.inputs());
        assertEquals("[[3, 1], [6, 4]]", two.y().toString());
        Dataset named = table.examples(List.of("name"));
        assertEquals(List.of("x", "y"), named.classes());
        assertEquals("[[0], [1]]", named.y().toString());
        assertEquals("[[1, 0], [0, 1]]", named.oneHot().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "d | there is no column \"d\"; there is a, name",
                "a | no column of numbers is left to predict a from: expected at least one",
                "name a | no column of numbers is left to predict name, a from: expected at least one"
            })
    void examples_ofTargetsThatDoNotFit_areRefused(String targets, String message) {
        Table table = Table.read("a,name\n1,x\n2,y");
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> table.examples(List.of(targets.split(" "))))
                        .getMessage());
    }

    @Test
    void classified_numbers_areClassesInAscendingOrder() {
        Dataset data =
                Table.read("x,digit\n0,7\n1,3\n2,7\n3,5").examples(List.of()).classified();
        assertEquals(List.of("3", "5", "7"), data.classes());
        assertEquals("[[2], [0], [2], [1]]", data.y().toString());
    }

    @Test
    void read_anyText_isATableOrAPositionedError() {
        Cases.forEachSeed(Cases.LONG ? 1_000_000 : 20_000, random -> {
            String csv = randomText(random);
            try {
                Table table = Table.read(csv);
                assertTrue(table.rows() > 0 && !table.columns().isEmpty(), csv);
                for (Column column : table.columns()) {
                    assertEquals(table.rows(), column.values().shape().size(), csv);
                }
            } catch (CsvException e) {
                int lines = csv.split("\r\n|\r|\n", -1).length;
                assertTrue(e.line() >= 1 && e.line() <= lines && e.column() >= 1, csv + "\n" + e.getMessage());
            }
        });
    }

    private static String randomText(Random random) {
        String[] parts = {
            ",", ";", "\t", "|", "\n", "\r\n", "\r", "\"", "\"\"", "1", "2.5", "-3", "1,5", "a", "é", "😀", " ", ".",
            "e5", "\uFEFF", "\0", "x,y\n", "1,2\n"
        };
        StringBuilder out = new StringBuilder();
        for (int i = random.nextInt(25); i > 0; i--) {
            out.append(parts[random.nextInt(parts.length)]);
        }
        return out.toString();
    }
}
