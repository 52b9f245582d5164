package org.fallline.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import org.fallline.server.RunningServer;
import org.fallline.server.RunningServer.Answer;
import org.fallline.server.Specs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedPagesTest {
    @RegisterExtension
    static final RunningServer SERVER = RunningServer.ofTestSite();

    @Test
    void sharedPage_isThePlaygroundWithTheExperimentsCard() {
        String id = SERVER.save(Specs.titled("Four valleys", "Which one is reached depends on the start."));
        Answer page = SERVER.get("/e/" + id);
        String url = "http://127.0.0.1:" + SERVER.port() + "/e/" + id;
        assertEquals(200, page.status());
        assertEquals("text/html;charset=utf-8", page.header("Content-Type").replace(" ", ""));
        assertEquals("no-cache", page.header("Cache-Control"));
        List<String> tags = List.of(
                "<title>Four valleys · Fallline</title>",
                "<meta name=\"description\" content=\"Which one is reached depends on the start.\">",
                "<link rel=\"canonical\" href=\"" + url + "\">",
                "<meta property=\"og:title\" content=\"Four valleys\">",
                "<meta property=\"og:description\" content=\"Which one is reached depends on the start.\">",
                "<meta property=\"og:url\" content=\"" + url + "\">",
                "<meta property=\"og:image\" content=\"" + url + "/preview.png\">",
                "<meta name=\"twitter:card\" content=\"summary_large_image\">");
        for (String tag : tags) {
            assertTrue(page.text().contains(tag), tag + " is missing in\n" + page.text());
        }
        assertFalse(page.text().contains("The playground's own description."));
        assertEquals(
                304,
                SERVER.get("/e/" + id, "If-None-Match", page.header("ETag")).status());
    }

    @Test
    void sharedPage_experimentWithoutTitle_stillHasACard() {
        String page = SERVER.get("/e/" + SERVER.save(Specs.CHAPTER)).text();
        assertTrue(page.contains("<meta property=\"og:title\" content=\"A shared descent\">"), page);
        assertTrue(page.contains("<meta property=\"og:description\" content=\"Watch optimizers"), page);
    }

    @Test
    void sharedPage_relativeAddresses_stillNameTheSitesFiles() {
        String page = SERVER.get("/e/" + SERVER.save(Specs.CHAPTER)).text();
        assertTrue(page.contains("href=\"../style.css\""), page);
        assertTrue(page.contains("src=\"../start.js\""), page);
        assertTrue(page.contains("<a href=\"../learn/\">Learn</a> <a href=\"/\">Home</a>"), page);
        assertTrue(page.contains("<a href=\"#top\">Top</a> <a href=\"https://example.org/\">"), page);
    }

    @Test
    void sharedPage_inAnotherLanguage_isThatLanguagesPageWithTheSameCard() {
        String id = SERVER.save(Specs.titled("Vier Täler", "Der Startpunkt entscheidet."));
        String page = SERVER.get("/de/e/" + id).text();
        String url = "http://127.0.0.1:" + SERVER.port();
        assertTrue(page.contains("<html lang=\"de\">"), page);
        assertTrue(page.contains("<title>Vier Täler · Fallline</title>"), page);
        assertTrue(page.contains("<link rel=\"canonical\" href=\"" + url + "/de/e/" + id + "\">"), page);
        assertTrue(page.contains("content=\"" + url + "/e/" + id + "/preview.png\""), page);
        assertTrue(page.contains("src=\"../../start.js\""), page);
    }

    @Test
    void sharedPage_linkToAnotherLanguage_leadsToTheSameExperiment() {
        String id = SERVER.save(Specs.CHAPTER);
        String english = SERVER.get("/e/" + id).text();
        assertTrue(english.contains("<a hreflang=\"de\" href=\"../de/e/" + id + "\">Deutsch</a>"), english);
        String german = SERVER.get("/de/e/" + id).text();
        assertTrue(german.contains("<a hreflang=\"en\" href=\"../../e/" + id + "\">English</a>"), german);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/fr/e/", "/learn/e/", "/DE/embed/", "/de/x/"})
    void sharedPage_inALanguageThatTheSiteDoesNotSpeak_isUnknown(String below) {
        assertEquals(404, SERVER.get(below + SERVER.save(Specs.CHAPTER)).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/e/", "/embed/", "/de/e/", "/de/embed/"})
    void sharedPage_withASlashAtTheEnd_leadsToTheAddressWithout(String below) {
        String id = SERVER.save(Specs.CHAPTER);
        Answer answer = SERVER.get(below + id + "/");
        assertEquals(308, answer.status());
        // Resolved against /e/{id}/ as browsers do, this is /e/{id}.
        assertEquals("../" + id, answer.header("Location"));
        assertEquals(
                below + id, URI.create(below + id + "/").resolve("../" + id).getPath());
        assertEquals(404, SERVER.get(below + "0123456789ab/").status());
    }

    @Test
    void sharedPage_titleThatIsMarkup_isOnlyText() {
        String spec =
                Specs.titled("</title><script>alert(1)</script>", "\\\"><img src=x onerror='alert(2)'>$1\\\\0 & more");
        String page = SERVER.get("/e/" + SERVER.save(spec)).text();
        assertFalse(page.contains("<script>alert"), page);
        assertFalse(page.contains("<img"), page);
        assertTrue(
                page.contains("<title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; · Fallline</title>"), page);
        String notes = "&quot;&gt;&lt;img src=x onerror=&#39;alert(2)&#39;&gt;$1\\0 &amp; more";
        assertTrue(page.contains("<meta name=\"description\" content=\"" + notes + "\">"), page);
    }

    @Test
    void sharedPage_unknownId_isAPageThatHelps() {
        Answer page = SERVER.get("/e/0123456789ab", "Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8");
        assertEquals(404, page.status());
        assertEquals("text/html;charset=utf-8", page.header("Content-Type").replace(" ", ""));
        assertTrue(page.text().contains("<h1>No such experiment</h1>"), page.text());
        assertTrue(page.text().contains("<a href=\"/\">Open the playground</a>"), page.text());
        assertEquals(200, SERVER.get("/fallline.css").status());
    }

    @Test
    void sharedPage_unknownIdForAProgram_isAProblem() {
        Answer refused = SERVER.get("/e/0123456789ab", "Accept", "application/json");
        assertEquals(404, refused.status());
        assertEquals("urn:fallline:problem:unknown-experiment", refused.member("type"));
    }

    @Test
    void embeddedPage_mayBeFramedByAnyPage() {
        Answer page = SERVER.get("/embed/" + SERVER.save(Specs.CHAPTER));
        assertEquals(200, page.status());
        assertTrue(page.header("Content-Security-Policy").endsWith("frame-ancestors *"));
        assertEquals("cross-origin", page.header("Cross-Origin-Resource-Policy"));
        assertEquals("require-corp", page.header("Cross-Origin-Embedder-Policy"));
        assertTrue(page.text().contains("src=\"../start.js\""), page.text());
    }

    @Test
    void embeddedPage_unknownId_mayBeFramedToo() {
        Answer page = SERVER.get("/embed/0123456789ab", "Accept", "text/html");
        assertEquals(404, page.status());
        assertTrue(page.header("Content-Security-Policy").endsWith("frame-ancestors *"));
    }

    @Test
    void embeddedPage_withTheExperimentInItsFragment_mayBeFramedToo() {
        for (String page : List.of("/embed.html", "/de/embed.html", "/de/embed/" + SERVER.save(Specs.CHAPTER))) {
            assertTrue(SERVER.get(page).header("Content-Security-Policy").endsWith("frame-ancestors *"), page);
        }
    }

    @Test
    void otherPages_mayNotBeFramed() {
        for (String path :
                List.of("/", "/e/" + SERVER.save(Specs.CHAPTER), "/learn/", "/nope", "/index.html", "/de/")) {
            assertTrue(SERVER.get(path).header("Content-Security-Policy").endsWith("frame-ancestors 'none'"), path);
        }
    }

    @Test
    void filesOfAnEmbeddedPage_mayBeLoadedInsideAnyFrame() {
        Answer file = SERVER.get("/start.js");
        assertEquals("cross-origin", file.header("Cross-Origin-Resource-Policy"));
        assertEquals("require-corp", file.header("Cross-Origin-Embedder-Policy"));
        assertEquals("*", file.header("Access-Control-Allow-Origin"));
    }
}
