package org.fallline.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.fallline.server.RunningServer;
import org.fallline.server.RunningServer.Answer;
import org.fallline.server.Specs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Editing, deleting, forking, listing and reporting, as an owner and everybody else sees it. */
class OwnerApiTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer();

    private static final String PATH = "/api/experiments/";
    private static int saved;

    /** A saved experiment and the right to change it. */
    private record Own(String id, String token) {
        Answer send(String method, String body) {
            return SERVER.send(method, PATH + id, body, List.of("Authorization", "Bearer " + token));
        }

        String about() {
            return SERVER.get(PATH + id + "/about").text();
        }
    }

    private static Own own() {
        Answer answer = SERVER.post("/api/experiments", Specs.titled("Title " + ++saved, "Notes."));
        return new Own(answer.member("id"), answer.member("editToken"));
    }

    private static Own listed(String title, String tags) {
        Own own = own();
        Answer edited = own.send("PATCH", "{\"listed\":true,\"title\":\"" + title + "\",\"tags\":[" + tags + "]}");
        assertEquals(200, edited.status(), edited.text());
        return own;
    }

    @Test
    void about_newExperiment_isWhatItsSpecSays_unlisted() {
        Own own = own();
        String about = own.about();
        assertTrue(about.contains("\"title\":\"Title " + saved + "\",\"notes\":\"Notes.\""), about);
        assertTrue(about.contains("\"tags\":[],\"listed\":false"), about);
        assertFalse(SERVER.get("/api/experiments?limit=100").text().contains(own.id));
    }

    @Test
    void edit_changesWhatIsSaid_andNeverTheExperiment() {
        Own own = own();
        String spec = SERVER.get(PATH + own.id).text();
        Answer edited = own.send("PATCH", "{\"title\":\" Another \",\"tags\":[\"Ravine\",\"momentum\",\"ravine\"]}");
        assertEquals(200, edited.status(), edited.text());
        assertEquals("Another", edited.member("title"));
        assertEquals("Notes.", edited.member("notes"));
        assertTrue(edited.text().contains("\"tags\":[\"ravine\",\"momentum\"]"), edited.text());
        assertEquals(edited.text(), own.about());
        assertEquals(spec, SERVER.get(PATH + own.id).text());
        assertTrue(SERVER.get("/e/" + own.id).text().contains("<title>Another · Fallline</title>"));
    }

    @Test
    void edit_byAnybodyElse_isRefused() {
        Own own = own();
        Answer without = SERVER.send("PATCH", PATH + own.id, "{\"title\":\"x\"}", List.of());
        assertEquals(401, without.status());
        assertTrue(without.header("WWW-Authenticate").startsWith("Bearer"));
        assertEquals("urn:fallline:problem:edit-token-missing", without.member("type"));
        for (String wrong : List.of(own().token, own.token + "x", "null")) {
            Answer refused = new Own(own.id, wrong).send("DELETE", "");
            assertEquals(403, refused.status());
            assertEquals("urn:fallline:problem:edit-token-wrong", refused.member("type"));
        }
        assertFalse(own.about().contains("\"title\":\"x\""));
        assertEquals(404, new Own("0123456789ab", own.token).send("PATCH", "{}").status());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    []                                | ``       | object
                    {"colour":"red"}                  | /colour  | listed
                    {"title":3}                       | /title   | text
                    {"title":"two\\nlines"}           | /title   | control
                    {"title":"\\u202egnp.exe"}        | /title   | control
                    {"notes":"\\u0000"}               | /notes   | control
                    {"listed":"yes"}                  | /listed  | true or false
                    {"tags":"ravine"}                 | /tags    | array
                    {"tags":["a","b","c","d","e","f","g","h","i"]} | /tags | 8
                    {"tags":["a,b"]}                  | /tags/0  | letters
                    {"tags":["ok",""]}                | /tags/1  | letters
                    """)
    void edit_wrongField_is422WithItsPointer(String body, String pointer, String expected) {
        Answer refused = own().send("PATCH", body);
        assertEquals(422, refused.status(), refused.text());
        assertTrue(refused.text().contains("\"pointer\":\"" + pointer + "\""), refused.text());
        assertTrue(refused.member("detail").contains(expected), refused.text());
    }

    @Test
    void delete_byItsOwner_isForEver() {
        Own own = listed("To be deleted", "");
        Answer deleted = own.send("DELETE", "");
        assertEquals(204, deleted.status());
        assertEquals(404, SERVER.get(PATH + own.id).status());
        assertEquals(404, SERVER.get("/e/" + own.id).status());
        assertEquals(404, SERVER.get(PATH + own.id + "/about").status());
        assertEquals(404, own.send("DELETE", "").status());
        assertFalse(SERVER.get("/api/experiments?limit=100").text().contains(own.id));
    }

    @Test
    void fork_isACopyOfOnesOwnThatNamesItsParent() {
        Own parent = own();
        Answer forked = SERVER.post(PATH + parent.id + "/fork", "");
        assertEquals(201, forked.status(), forked.text());
        assertEquals(parent.id, forked.member("parent"));
        assertNotEquals(parent.id, forked.member("id"));
        assertEquals(
                SERVER.get(PATH + parent.id).text(),
                SERVER.get(PATH + forked.member("id")).text());
        Own fork = new Own(forked.member("id"), forked.member("editToken"));
        assertEquals(200, fork.send("PATCH", "{\"title\":\"Mine\"}").status());
        assertTrue(fork.about().contains("\"ancestors\":[\"" + parent.id + "\"]"), fork.about());
        assertTrue(parent.about().contains("\"forks\":1"), parent.about());
    }

    @Test
    void fork_withAChangedExperiment_isThatOne() {
        Own parent = own();
        Answer forked = SERVER.post(PATH + parent.id + "/fork", Specs.CHAPTER);
        assertEquals(201, forked.status(), forked.text());
        assertEquals(
                SERVER.get(PATH + SERVER.save(Specs.CHAPTER)).text(),
                SERVER.get(PATH + forked.member("id")).text());
        assertEquals(
                422, SERVER.post(PATH + parent.id + "/fork", "{\"version\":1}").status());
        assertEquals(404, SERVER.post(PATH + "0123456789ab/fork", "").status());
    }

    @Test
    void fork_thatIsListed_keepsTheAddressOfAnUnlistedParentToItself() {
        Own parent = own();
        Answer forked = SERVER.post(PATH + parent.id + "/fork", "");
        Own fork = new Own(forked.member("id"), forked.member("editToken"));
        fork.send("PATCH", "{\"listed\":true}");
        assertFalse(fork.about().contains(parent.id), fork.about());
        parent.send("PATCH", "{\"listed\":true}");
        assertTrue(fork.about().contains(parent.id), fork.about());
    }

    @Test
    void gallery_isSearchedSortedAndPagedThrough() {
        Own one = listed("Zebra crossing a ravine", "\"animals\"");
        Own two = listed("An anteater in a valley", "\"animals\",\"valleys\"");
        Own three = listed("Aardvark", "\"animals\"");
        assertEquals(List.of(three.id, two.id, one.id), ids("?tag=animals"));
        assertEquals(List.of(one.id, two.id, three.id), ids("?tag=Animals&sort=oldest"));
        assertEquals(List.of(three.id, two.id, one.id), ids("?tag=animals&sort=title"));
        assertEquals(List.of(two.id), ids("?q=VALLEY%20ant"));
        Answer first = SERVER.get("/api/experiments?tag=animals&limit=2");
        Answer second = SERVER.get("/api/experiments?tag=animals&limit=2&cursor=" + first.member("next"));
        assertEquals(List.of(three.id, two.id), ids(first));
        assertEquals(List.of(one.id), ids(second));
        assertEquals("", second.member("next"));
        String tags = SERVER.get("/api/tags").text();
        assertTrue(tags.contains("{\"tag\":\"animals\",\"count\":3}"), tags);
        two.send("PATCH", "{\"listed\":false}");
        assertEquals(List.of(three.id, one.id), ids("?tag=animals"));
    }

    private static List<String> ids(String query) {
        return ids(SERVER.get("/api/experiments" + query));
    }

    private static List<String> ids(Answer answer) {
        assertEquals(200, answer.status(), answer.text());
        return Pattern.compile("\"id\":\"([^\"]*)\"")
                .matcher(answer.text())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "sort=best,       newest",
        "limit=0,         100",
        "limit=101,       100",
        "limit=x,         100",
        "cursor=nonsense, next",
        "parent=nobody,   id",
        "sort=title&cursor=bmV3ZXN0IDAxMjM0NTY3ODlhYiAx, next"
    })
    void gallery_wrongParameter_is400WithWhatWouldBeRight(String query, String expected) {
        Answer refused = SERVER.get("/api/experiments?" + query);
        assertEquals(400, refused.status(), refused.text());
        assertTrue(refused.member("detail").contains(expected), refused.text());
    }

    @Test
    void report_reachesTheOperator() {
        Own own = own();
        assertEquals(
                202,
                SERVER.post(PATH + own.id + "/report", "{\"reason\":\"Not nice.\"}")
                        .status());
        for (String wrong :
                List.of("{}", "{\"reason\":\"\"}", "{\"reason\":3}", "[]", "{\"reason\":\"x\",\"by\":\"me\"}")) {
            assertEquals(422, SERVER.post(PATH + own.id + "/report", wrong).status(), wrong);
        }
        assertEquals(
                404,
                SERVER.post(PATH + "0123456789ab/report", "{\"reason\":\"x\"}").status());
    }

    @Test
    void change_askedForByAPageOfAnotherSite_isRefused() {
        Answer refused =
                SERVER.send("POST", "/api/experiments", Specs.CHAPTER, List.of("Sec-Fetch-Site", "cross-site"));
        assertEquals(403, refused.status());
        Answer taken = SERVER.send("POST", "/api/experiments", Specs.CHAPTER, List.of("Sec-Fetch-Site", "same-origin"));
        assertTrue(taken.status() == 201 || taken.status() == 200, taken.text());
    }
}
