package org.fallline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fallline.json.Json;
import org.fallline.json.JsonReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command in a process of its own, as an operator starts and stops it. */
@Timeout(60)
class ServeCommandTest {
    private static final Pattern LISTENING = Pattern.compile("listening on http://127\\.0\\.0\\.1:(\\d+)/");

    @TempDir
    Path directory;

    private static Process serve(String... options) throws IOException {
        return ServerProcess.launch(Map.of(), options);
    }

    private static BufferedReader errors(Process process) {
        return new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    }

    @Test
    void serve_untilTerminated_keepsWhatWasSaved() throws Exception {
        String data = directory.resolve("data").toString();
        String id = "";
        for (int start = 0; start < 2; start++) {
            Process process = serve("--host", "127.0.0.1", "--port", "0", "--data", data);
            try (BufferedReader errors = errors(process)) {
                String line = errors.readLine();
                Matcher listening = LISTENING.matcher(line);
                assertTrue(listening.find(), line);
                int port = Integer.parseInt(listening.group(1));
                if (start == 0) {
                    id = RunningServer.post(port, "/api/experiments", Specs.CHAPTER)
                            .member("id");
                } else {
                    assertEquals(
                            200,
                            RunningServer.send(port, "GET", "/api/experiments/" + id)
                                    .status());
                }
                process.toHandle().destroy(); // process.destroy() would close the streams too
                List<String> rest = errors.lines().toList();
                assertEquals(start == 0 ? 2 : 1, rest.size(), rest.toString()); // a save is a line, too
                assertTrue(rest.get(rest.size() - 1).contains(" - stopped"), rest.toString());
            } finally {
                process.destroyForcibly();
            }
        }
    }

    @Test
    void serve_unusableDataDirectory_isOneLineAndStatus2() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        Process process = serve("--port", "0", "--data", file.toString());
        try (BufferedReader errors = errors(process)) {
            List<String> lines = errors.lines().toList();
            assertEquals(1, lines.size(), lines.toString());
            assertTrue(lines.get(0).startsWith("fallline: cannot create the data directory " + file), lines.get(0));
            assertEquals(2, process.waitFor());
        }
    }

    @Test
    void serve_portBeyondTheLast_isOneLineAndStatus2() throws Exception {
        Process process = serve("--port", "65536", "--data", directory.toString());
        try (BufferedReader errors = errors(process)) {
            assertEquals(
                    List.of("fallline: --port is 65536; a port is from 0 to 65535"),
                    errors.lines().toList());
            assertEquals(2, process.waitFor());
        }
    }

    @Test
    void serve_setByItsEnvironment_logsALineOfJsonEach() throws Exception {
        Map<String, String> environment = Map.of(
                "FALLLINE_HOST", "127.0.0.1",
                "FALLLINE_PORT", "0",
                "FALLLINE_DATA", directory.resolve("data").toString(),
                "FALLLINE_LOG", "json");
        Process process = ServerProcess.launch(environment);
        try (BufferedReader errors = errors(process)) {
            String line = errors.readLine();
            Json.Obj json = (Json.Obj) JsonReader.read(line);
            assertEquals(new Json.Str("INFO"), json.member("level"));
            assertEquals(new Json.Str("listening on http://{}:{}/, data in {}"), json.member("message"));
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void serve_help_listsEverySetting() {
        StringWriter out = new StringWriter();
        Console console = new Console(InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(out));
        assertEquals(0, Main.commandLine(console).execute("serve", "--help"));
        for (String variable : List.of(
                "FALLLINE_PORT",
                "FALLLINE_HOST",
                "FALLLINE_DATA",
                "FALLLINE_DATABASE_URL",
                "FALLLINE_PUBLIC_URL",
                "FALLLINE_TRUSTED_PROXIES",
                "FALLLINE_SAVES_PER_MINUTE",
                "FALLLINE_PREVIEWS_PER_MINUTE",
                "FALLLINE_IDLE_SECONDS",
                "FALLLINE_LOG",
                "FALLLINE_LOG_ALL",
                "FALLLINE_METRICS_TOKEN")) {
            assertTrue(out.toString().contains(variable), variable + " is missing in\n" + out);
        }
    }
}
