package org.fallline.web.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    @TempDir
    private Path folder;

    private void source(String name, String text) throws IOException {
        Path file = folder.resolve("source").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void build() throws IOException {
        Pages.main(Stream.of("source", "site", "words", "java")
                .map(name -> folder.resolve(name).toString())
                .toArray(String[]::new));
    }

    /** A file beside those of the site. */
    private void beside(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String built(String name) throws IOException {
        return Files.readString(folder.resolve("site").resolve(name));
    }

    @BeforeEach
    void speakTwoLanguages() throws IOException {
        beside("words/en.properties", "language.name = English\ntime.play = Play & \"pause\"\ntime.step = Step {0}\n");
        beside("words/de.properties", "language.name = Deutsch\ntime.play = Los\ntime.step = Schritt {0}\n");
        beside(
                "java/Time.java",
                "class Time { /* Words.say(\"time.old\") */ String a = Words.say(\"time.step\", 3); }");
    }

    @Test
    void part_standsInEveryPageThatNamesIt_indentedAsThere() throws IOException {
        source("parts/time.html", "<b>\n  <!-- part now -->\n</b>\n");
        source("parts/now.html", "$1 \\ time\n");
        source("index.html", "<main>\n  <!-- part time -->\n</main>\n");
        source("learn/one.html", "<!-- part time -->\n<!-- part of a text -->\n");
        build();
        assertEquals(
                "<main>\n  <b>\n    $1 \\ time\n  </b>\n</main>\n",
                Files.readString(folder.resolve("site/index.html")));
        assertEquals(
                "<b>\n  $1 \\ time\n</b>\n<!-- part of a text -->\n",
                Files.readString(folder.resolve("site/learn/one.html")));
        assertFalse(Files.exists(folder.resolve("site/parts")));
    }

    @Test
    void styleSheet_isMadeOfPartsOfItsOwnKind() throws IOException {
        source("parts/time.css", ".time { top: 0; }\n");
        source("parts/time.html", "<b>time</b>\n");
        source("all.css", "/* part time */\n/* no part */\n");
        build();
        assertEquals(".time { top: 0; }\n/* no part */\n", Files.readString(folder.resolve("site/all.css")));
    }

    @Test
    void page_standsOnceALanguage_withTheSitesFilesAtTheRoot() throws IOException {
        source(
                "index.html",
                "<html lang=\"${language}\"><a href=\"./\" title=\"${time.play}\"><img src=\"${root}icon.svg\">\n");
        source("learn/one.html", "<img src=\"${root}icon.svg\">\n");
        source("icon.svg", "<svg/>");
        build();
        assertEquals(
                "<html lang=\"en\"><a href=\"./\" title=\"Play &amp; &quot;pause&quot;\"><img src=\"./icon.svg\">\n",
                built("index.html"));
        assertEquals(
                "<html lang=\"de\"><a href=\"./\" title=\"Los\"><img src=\"../icon.svg\">\n", built("de/index.html"));
        assertEquals("<img src=\"../icon.svg\">\n", built("learn/one.html"));
        assertEquals("<img src=\"../../icon.svg\">\n", built("de/learn/one.html"));
    }

    @Test
    void pageThatLeavesNothingToBeSaid_isInALanguageOfItsOwn() throws IOException {
        source("learn/one.html", "<html lang=\"en\">\n");
        build();
        assertEquals("<html lang=\"en\">\n", built("learn/one.html"));
        assertFalse(Files.exists(folder.resolve("site/de")));
    }

    @Test
    void languages_areLinksToTheSamePage() throws IOException {
        source("index.html", "  <!-- languages -->\n");
        source("learn/one.html", "<!-- languages -->\n");
        build();
        assertEquals(
                "  <a class=\"language\" lang=\"de\" hreflang=\"de\" href=\"./de/\">Deutsch</a>\n",
                built("index.html"));
        assertEquals(
                "<a class=\"language\" lang=\"en\" hreflang=\"en\" href=\"../../learn/one.html\">English</a>\n",
                built("de/learn/one.html"));
    }

    @Test
    void words_areThoseThatTheProgramSays_asDataThatEndsNoElement() throws IOException {
        beside("words/de.properties", "language.name = Deutsch\ntime.play = Los\ntime.step = </script>{0}\n");
        source("index.html", "<!-- words -->\n");
        build();
        assertEquals(
                "<script type=\"application/json\" id=\"words\">{\"time.step\":\"Step {0}\"}</script>\n",
                built("index.html"));
        assertTrue(built("de/index.html").contains("{\"time.step\":\"\\u003c/script>{0}\"}"), built("de/index.html"));
    }

    @ParameterizedTest
    @CsvSource({
        "${time.plya},                  'en.properties has no text time.plya'",
        "<!-- words -->,                'de.properties has no text time.step'",
    })
    void textThatIsMissing_isNamedWithItsLanguage(String page, String complaint) throws IOException {
        beside("words/de.properties", "language.name = Deutsch\n");
        source("index.html", page + "\n");
        assertEquals(complaint, assertThrows(IOException.class, this::build).getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Words.say(\"time.stpe\")", "Phrase.of(\"tme.step\")", "isSo ? \"time.stpe\" : \"time.step\""})
    void program_thatSaysWhatThereIsNot_isNotBuilt(String code) throws IOException {
        beside("java/Other.java", "class Other { Object a = " + code + "; }");
        source("index.html", "\n");
        String message =
                String.valueOf(assertThrows(IOException.class, this::build).getMessage());
        assertTrue(message.contains("Other.java says "), message);
    }

    @Test
    void textThatIsGivenTwice_isNamed() throws IOException {
        beside("words/de.properties", "language.name = Deutsch\nlanguage.name = German\n");
        Exception e = assertThrows(IllegalArgumentException.class, this::build);
        assertTrue(
                String.valueOf(e.getMessage()).endsWith("de.properties has two texts language.name"), e.getMessage());
    }

    @Test
    void partThatIsMissing_isNamedWithItsPage() throws IOException {
        source("index.html", "<!-- part tmie -->\n");
        IOException e = assertThrows(IOException.class, this::build);
        String message = String.valueOf(e.getMessage());
        assertTrue(message.contains("index.html has a part tmie, but there is no "), message);
    }
}
