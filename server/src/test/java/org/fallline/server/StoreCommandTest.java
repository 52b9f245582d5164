package org.fallline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.fallline.server.RunningServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does on the command line while a server runs on the same store. */
class StoreCommandTest {
    private static final String PATH = "/api/experiments";

    @TempDir
    Path directory;

    private record Outcome(int status, String out, String err) {}

    private Outcome store(String data, String input, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] all = new String[args.length + 3];
        all[0] = "store";
        all[1] = "--data";
        all[2] = directory.resolve(data).toString();
        System.arraycopy(args, 0, all, 3, args.length);
        Console console = new Console(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out),
                new PrintWriter(err));
        int status = Main.commandLine(console).execute(all);
        console.out().flush();
        console.err().flush();
        return new Outcome(status, out.toString(), err.toString());
    }

    private App serve(String data) throws IOException {
        return App.start(Settings.of("127.0.0.1", 0, directory.resolve(data)).withLimits(Settings.Limits.NO_RATES));
    }

    @Test
    void reportedExperiment_isHiddenWithinASecond_andShownAgain() throws Exception {
        try (App app = serve("live")) {
            String id = RunningServer.post(app.port(), PATH, Specs.CHAPTER).member("id");
            RunningServer.post(app.port(), PATH + "/" + id + "/report", "{\"reason\":\"Not\\nnice.\"}");
            Outcome reports = store("live", "", "reports");
            assertTrue(reports.out.contains("\t" + id + "\tNot nice.\n"), reports.out);
            assertEquals(0, store("live", "", "hide", id).status);
            Answer answer = await(app, id, 410);
            assertEquals("urn:fallline:problem:withdrawn", answer.member("type"));
            for (String path :
                    new String[] {"/e/" + id, "/embed/" + id, "/e/" + id + "/preview.png", PATH + "/" + id + "/about"
                    }) {
                assertEquals(410, RunningServer.send(app.port(), "GET", path).status(), path);
            }
            assertEquals(
                    410, RunningServer.post(app.port(), PATH, Specs.CHAPTER).status());
            assertEquals(0, store("live", "", "show", id).status);
            await(app, id, 200);
            assertEquals("dismissed\t1\n", store("live", "", "dismiss", id).out);
            assertEquals("", store("live", "", "reports").out);
            Outcome unknown = store("live", "", "hide", "0123456789ab");
            assertEquals(2, unknown.status);
            assertEquals("fallline: no experiment has the id 0123456789ab\n", unknown.err);
        }
    }

    /** Asks until what was kept in memory has been looked up anew, which takes a second at most. */
    private static Answer await(App app, String id, int status) {
        long end = System.nanoTime() + 2_000_000_000L;
        Answer answer = RunningServer.send(app.port(), "GET", PATH + "/" + id);
        while (answer.status() != status && System.nanoTime() - end < 0) {
            answer = RunningServer.send(app.port(), "GET", PATH + "/" + id);
        }
        assertEquals(status, answer.status());
        return answer;
    }

    @Test
    void backup_takenWhileTheServerRuns_isRestoredWhole_andEditTokensStillWork() throws Exception {
        String id;
        String token;
        String backup = directory.resolve("backup.gz").toString();
        try (App app = serve("live")) {
            Answer saved = RunningServer.post(app.port(), PATH, Specs.HIMMELBLAU);
            id = saved.member("id");
            token = saved.member("editToken");
            RunningServer.post(app.port(), PATH, Specs.CHAPTER);
            assertEquals("written\t2\n", store("live", "", "backup", backup).out);
        }
        Files.createDirectories(directory.resolve("other"));
        assertEquals("added\t2\nknown\t0\n", store("other", "", "restore", backup).out);
        Outcome again = store("other", "", "restore", backup);
        assertEquals(2, again.status);
        assertTrue(again.err.contains("empty store"), again.err);
        try (App app = serve("other")) {
            assertEquals(
                    200, RunningServer.send(app.port(), "GET", PATH + "/" + id).status());
            assertEquals(
                    204,
                    RunningServer.send(app.port(), "DELETE", PATH + "/" + id, "Authorization", "Bearer " + token)
                            .status());
        }
    }

    @Test
    void backup_thatIsDamaged_restoresNothing() throws Exception {
        Path backup = directory.resolve("backup.gz");
        try (App app = serve("live")) {
            RunningServer.post(app.port(), PATH, Specs.HIMMELBLAU);
            store("live", "", "backup", backup.toString());
        }
        byte[] whole = Files.readAllBytes(backup);
        Files.write(backup, Arrays.copyOf(whole, whole.length - 30));
        Files.createDirectories(directory.resolve("other"));
        Outcome refused = store("other", "", "restore", backup.toString());
        assertEquals(2, refused.status);
        assertFalse(refused.err.contains("unforeseen"), refused.err);
        assertTrue(store("other", "", "export").out.startsWith("{\"end\":true,\"experiments\":0}"));
        assertEquals(
                2, store("other", "", "restore", directory.resolve("none.gz").toString()).status);
    }

    @Test
    void export_isReadByImport_whichLeavesWhatIsThere() throws Exception {
        try (App app = serve("live")) {
            RunningServer.post(app.port(), PATH, Specs.HIMMELBLAU);
        }
        String lines = store("live", "", "export").out;
        assertEquals(2, lines.lines().count());
        assertEquals("added\t0\nknown\t1\n", store("live", lines, "import", "-").out);
        Files.createDirectories(directory.resolve("other"));
        assertEquals("added\t1\nknown\t0\n", store("other", lines, "import", "-").out);
        Outcome refused = store("other", lines.replace("himmelblau", "nowhere"), "import", "-");
        assertEquals(2, refused.status);
        assertTrue(refused.err.contains("line 1: "), refused.err);
    }

    @Test
    void store_thatIsNotThere_isNotMade() {
        Outcome refused = store("nowhere", "", "export");
        assertEquals(2, refused.status);
        assertFalse(Files.exists(directory.resolve("nowhere")));
    }
}
