package org.fallline.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.server.RunningServer;
import org.fallline.server.RunningServer.Answer;
import org.fallline.server.Specs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentApiTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer();

    private static final String PATH = "/api/experiments";

    @Test
    void save_newExperiment_is201WithIdUrlAndEditToken() {
        Answer saved = SERVER.post(PATH, Specs.formula("x^2 + 17*y^2"));
        assertEquals(201, saved.status());
        assertEquals("application/json", saved.header("Content-Type"));
        assertTrue(saved.member("id").matches("[0-9a-hjkmnp-tv-z]{12}"), saved.text());
        assertEquals("/e/" + saved.member("id"), saved.member("url"));
        assertEquals(PATH + "/" + saved.member("id"), saved.header("Location"));
        assertEquals(32, saved.member("editToken").length());
        assertEquals("no-store", saved.header("Cache-Control"));
    }

    @Test
    void save_sameContentInAnotherSpelling_is200WithTheSameIdAndNoToken() {
        Answer first = SERVER.post(PATH, Specs.formula("x^2 + 18*y^2"));
        Answer again = SERVER.post(PATH, """
                { "problem": { "formula": "x^2 + 18*y^2", "kind": "function" },
                  "seed": 0, "title": "", "version": 1.0 }""");
        assertEquals(200, again.status());
        assertEquals(first.member("id"), again.member("id"));
        assertEquals(first.member("url"), again.member("url"));
        assertEquals("", again.member("editToken"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Specs.CHAPTER, Specs.HIMMELBLAU})
    void get_savedExperiment_isItsCanonicalText(String spec) {
        Answer got = SERVER.get(PATH + "/" + SERVER.save(spec));
        assertEquals(200, got.status());
        assertEquals("application/json", got.header("Content-Type"));
        assertEquals(ExperimentCodec.write(ExperimentCodec.read(spec)), got.text());
    }

    @Test
    void get_savedTitleOutsideAscii_comesBackUnchanged() {
        String spec = Specs.titled("Täler & <b>Grate</b> 🏔 \\\"zitiert\\\"", "line\\nbreak\\u0000");
        Answer got = SERVER.get(PATH + "/" + SERVER.save(spec));
        assertEquals(ExperimentCodec.read(spec), ExperimentCodec.read(got.text()));
    }

    @Test
    void get_savedExperiment_mayBeCachedForEverAndLoadedFromAnywhere() {
        Answer got = SERVER.get(PATH + "/" + SERVER.save(Specs.CHAPTER));
        assertEquals("public, max-age=31536000, immutable", got.header("Cache-Control"));
        assertEquals("*", got.header("Access-Control-Allow-Origin"));
        assertEquals("cross-origin", got.header("Cross-Origin-Resource-Policy"));
    }

    @Test
    void get_withTheTagOfTheSameContent_is304WithoutABody() {
        String path = PATH + "/" + SERVER.save(Specs.CHAPTER);
        String tag = SERVER.get(path).header("ETag");
        Answer got = SERVER.get(path, "If-None-Match", "\"another\", " + tag);
        assertEquals(304, got.status());
        assertEquals("", got.text());
        assertEquals(tag, got.header("ETag"));
        assertEquals(200, SERVER.get(path, "If-None-Match", "\"another\"").status());
    }

    @Test
    void head_savedExperiment_hasTheHeadersOfGet() {
        String path = PATH + "/" + SERVER.save(Specs.CHAPTER);
        Answer head = SERVER.send("HEAD", path);
        assertEquals(200, head.status());
        assertEquals(SERVER.get(path).header("ETag"), head.header("ETag"));
        assertEquals("", head.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789ab", "nope", "%27%20OR%201=1", "0123456789ab0123456789ab0123456789ab"})
    void get_unknownId_is404Problem(String id) {
        Answer got = SERVER.get(PATH + "/" + id, "Accept", "text/html");
        assertEquals(404, got.status());
        assertEquals("application/problem+json", got.header("Content-Type"));
        assertEquals("404", got.member("status"));
    }

    @Test
    void save_malformedJson_is400WithLineAndColumn() {
        Answer refused = SERVER.post(PATH, "{\"version\":1,\n  \"title\":\"x\" \"problem\":{}}");
        assertEquals(400, refused.status());
        assertEquals("application/problem+json", refused.header("Content-Type"));
        assertEquals("urn:fallline:problem:malformed-json", refused.member("type"));
        assertEquals("2", refused.member("line"));
        assertEquals("15", refused.member("column"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"version":1}                                                               | ``            | problem
                    []                                                                          | ``            | object
                    {"version":2,"problem":{"kind":"function","name":"himmelblau"}}             | /version      | newer
                    {"version":1,"problem":{"kind":"function","name":"nowhere"}}                | /problem/name | himmelblau
                    {"version":1,"colour":3,"problem":{"kind":"function","name":"himmelblau"}}  | /colour       | title
                    {"version":1,"steps":-1,"problem":{"kind":"function","name":"himmelblau"}}  | /steps        | 0
                    {"version":1,"problem":{"kind":"function","name":"himmelblau"},"optimizers":[{"kind":"sgd","learningRate":"fast"}]} | /optimizers/0/learningRate | number
                    """)
    void save_wrongField_is422WithItsPointerAndWhatWouldBeRight(String spec, String pointer, String expected) {
        Answer refused = SERVER.post(PATH, spec);
        assertEquals(422, refused.status(), refused.text());
        assertEquals("urn:fallline:problem:wrong-field", refused.member("type"));
        assertTrue(refused.text().contains("\"pointer\":\"" + pointer + "\""), refused.text());
        assertTrue(refused.member("detail").contains(expected), refused.member("detail"));
        assertEquals("", refused.member("position"));
    }

    @Test
    void save_malformedFormula_is422WithThePositionAndWhatWasExpected() {
        Answer refused = SERVER.post(PATH, Specs.formula("x^2 + * y"));
        assertEquals(422, refused.status());
        assertEquals("urn:fallline:problem:wrong-formula", refused.member("type"));
        assertEquals("/problem/formula", refused.member("pointer"));
        assertEquals("6", refused.member("position"));
        assertTrue(refused.member("detail").startsWith("expected a number, a variable"), refused.member("detail"));
    }

    @Test
    void save_largestBody_isRead() {
        String spec = Specs.formula("x^2 + 19*y^2");
        assertEquals(
                201,
                SERVER.post(PATH, spec + " ".repeat(256 * 1024 - spec.length())).status());
    }

    @ParameterizedTest
    @ValueSource(ints = {256 * 1024 + 1, 2 * 1024 * 1024})
    void save_largerBody_is413BeforeItIsParsed(int length) {
        Answer refused = SERVER.post(PATH, "[".repeat(length));
        assertEquals(413, refused.status());
        assertEquals("application/problem+json", refused.header("Content-Type"));
        assertTrue(refused.member("detail").contains("256 kB"), refused.member("detail"));
    }

    @Test
    void save_largerBodyOfUnknownLength_is413() {
        assertEquals(
                413,
                SERVER.postInChunks(PATH, "[".repeat(300_000).getBytes(StandardCharsets.UTF_8))
                        .status());
    }

    @Test
    void save_bodyThatIsNotUtf8_is400() {
        byte[] body = Specs.titled("caf\u00e9", "").getBytes(StandardCharsets.ISO_8859_1);
        Answer refused = SERVER.postInChunks(PATH, body);
        assertEquals(400, refused.status());
        assertTrue(refused.member("detail").contains("UTF-8"), refused.member("detail"));
    }

    @Test
    void save_titleWithHalfASurrogatePair_isRefusedWithItsPlace() {
        Answer refused = SERVER.post(PATH, Specs.titled("half \\ud83c", "\\udf04 other half"));
        assertEquals(400, refused.status());
        assertTrue(refused.member("detail").contains("half of a character"), refused.member("detail"));
        assertTrue(refused.member("detail").contains("line 1, column"), refused.member("detail"));
    }
}
