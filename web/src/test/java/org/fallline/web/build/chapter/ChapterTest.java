package org.fallline.web.build.chapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.fallline.experiment.ExperimentUrl;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChapterTest {
    private static final String TINY = """
            <script type="application/json" id="tiny">{"version": 1, "steps": 2, "optimizers": [{"kind": "sgd", "learningRate": 0.01}],
             "problem": {"kind": "linear", "x": [[1, 2]], "y": [[1]], "W": [[0.1], [0.2]], "b": [0.3]}}</script>""";

    @TempDir
    private Path folder;

    /** The version that the build is made with. */
    private static String katex() throws IOException {
        String versions = Files.readString(Path.of("../pom.xml"));
        String begin = "<katex.version>";
        return versions.substring(versions.indexOf(begin) + begin.length(), versions.indexOf("</katex.version>"));
    }

    private void page(String name, int order, String body) throws IOException {
        Files.writeString(
                folder.resolve(name + ".html"),
                "<!doctype html><html lang=\"en\"><head><meta name=\"description\" content=\"About " + name + "\">"
                        + (order > 0 ? "<meta name=\"lesson\" content=\"" + order + "\">" : "") + TINY
                        + "</head><body><main><h1>The " + name + "</h1>" + body
                        + "</main></body></html>");
    }

    private Document built(String name) throws IOException {
        Chapter.main(new String[] {folder.toString(), katex()});
        return Jsoup.parse(Files.readString(folder.resolve(name + ".html")));
    }

    @Test
    void lessons_areListedInTheirOrder_andKnowTheirNeighbours() throws IOException {
        page("index", 0, "<!-- lessons -->");
        page("second", 2, "");
        page(
                "first",
                1,
                "<fallline-embed experiment=\"tiny\"></fallline-embed><form class=\"checkpoint\" id=\"a\"></form>");
        page("third", 3, "");
        Document index = built("index");
        assertEquals(
                List.of("The first", "The second", "The third"),
                index.select(".lessons a").eachText());
        assertEquals("1", index.expectFirst("[data-lesson=first]").attr("data-checkpoints"));
        String picture = index.expectFirst("[data-lesson=first] img").attr("src");
        assertTrue(Files.readString(folder.resolve(picture)).startsWith("<svg"));
        assertEquals(0, index.select("[data-lesson=second] img").size());
        assertTrue(index.expectFirst(".lessons p").text().contains("About first"));
        Document second = Jsoup.parse(Files.readString(folder.resolve("second.html")));
        assertEquals("first.html", second.expectFirst("a[rel=prev]").attr("href"));
        assertEquals("third.html", second.expectFirst("a[rel=next]").attr("href"));
        assertTrue(second.expectFirst("main").text().contains("Lesson 2 of 3"));
    }

    @Test
    void figure_getsItsAddress_aWayToThePlayground_andAPictureForBrowsersWithoutScripts() throws IOException {
        page(
                "one",
                1,
                "<figure><fallline-embed id=\"walk\" experiment=\"tiny\" step=\"1\" view=\"losses\" room=\"300 400\"></fallline-embed></figure>"
                        + "<fallline-embed experiment=\"tiny\" view=\"landscape,prediction\"></fallline-embed>"
                        + "<fallline-embed experiment=\"tiny\" view=\"computation\"></fallline-embed>");
        Document page = built("one");
        Element figure = page.expectFirst("fallline-embed");
        String fragment = figure.attr("src").substring("../embed.html#".length());
        assertEquals(
                1, Objects.requireNonNull(ExperimentUrl.read(fragment)).view().step());
        Element picture = figure.expectFirst("img");
        assertTrue(picture.attr("alt").startsWith("Loss over steps 0 to 2"), picture.attr("alt"));
        assertTrue(Files.readString(folder.resolve(picture.attr("src"))).startsWith("<svg"));
        assertEquals("../#" + fragment, page.expectFirst("figcaption a").attr("href"));
        assertEquals("frame", figure.attr("size"));
        Element style = page.expectFirst("link[rel=stylesheet]");
        assertEquals(
                "#walk { --room: 300px; }\n@media (max-width: 66rem) { #walk { --room: 400px; } }\n",
                Files.readString(folder.resolve(style.attr("href"))));

        Element walk = page.select("fallline-embed").get(1);
        assertEquals(2, step(walk), "a walk is shown from its end");
        assertEquals(2, walk.select(".poster img").size());
        Element computation = page.select("fallline-embed").get(2);
        assertEquals(0, step(computation));
        assertEquals("", computation.attr("size"), "it is as high as it needs to be");
    }

    private static int step(Element figure) {
        String source = figure.attr("src");
        return Objects.requireNonNull(ExperimentUrl.read(source.substring(source.indexOf('#') + 1)))
                .view()
                .step();
    }

    @Test
    void number_thatTheEngineDoesNotGive_breaksTheBuild_withAllOthers() throws IOException {
        page("one", 1, "<data value=\"tiny: loss\">0.05</data> <data value=\"tiny: loss @1\">0.031</data>");
        page("two", 2, "<data value=\"tiny: d/d b\">0.4</data>");
        IOException e = assertThrows(IOException.class, () -> built("one"));
        assertEquals(
                "one.html: the text says 0.05, but tiny: loss is 0.04\ntwo.html: the text says 0.4, but tiny: d/d b is -0.4",
                e.getMessage());
    }

    @Test
    void checkpointAnswer_isTheEngines_andFormulasAreMathml() throws IOException {
        page(
                "one",
                1,
                "<input data-value=\"tiny: loss\" data-within=\"0.001\"><p class=\"tex\">\\frac{\\partial L}{\\partial W}</p>");
        Document page = built("one");
        assertEquals(0.04, Double.parseDouble(page.expectFirst("input").attr("data-is")), 1e-12);
        assertEquals(1, page.select("p.tex math mfrac").size());
    }
}
