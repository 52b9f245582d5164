package org.fallline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the systemd unit and the Dockerfile name is what the server understands. */
class DeployTest {
    private static final Path FOLDER = Path.of("src/main/deploy");

    private static String text(String file) throws IOException {
        return Files.readString(FOLDER.resolve(file));
    }

    private static Stream<String> found(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(match.groupCount()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fallline.service", "Dockerfile"})
    void variables_areThoseOfServe(String file) throws IOException {
        String help = new CommandLine(new ServeCommand()).getUsageMessage();
        TreeSet<String> unknown =
                new TreeSet<>(found("FALLLINE_[A-Z_]+", text(file)).toList());
        assertFalse(unknown.isEmpty());
        unknown.removeIf(help::contains);
        assertTrue(unknown.isEmpty(), unknown + " in " + file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fallline.service", "Dockerfile"})
    void jar_isTheOneThatTheBuildMakes(String file) throws IOException {
        String built = found("<outputFile>.*/(.*)</outputFile>", Files.readString(Path.of("pom.xml")))
                .findFirst()
                .orElseThrow();
        assertEquals(
                Stream.of(built).toList(),
                found("[a-z-]+\\.jar", text(file)).distinct().toList());
    }

    @Test
    void options_areThoseOfThisJvm() throws Exception {
        String options = String.join(
                " ",
                found("-X[^ \"]+", text("fallline.service") + text("Dockerfile"))
                        .distinct()
                        .toList());
        Process java = new ProcessBuilder(Stream.concat(
                                Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString()),
                                Stream.concat(Stream.of(options.split(" ")), Stream.of("-version")))
                        .toList())
                .redirectErrorStream(true)
                .start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, java.waitFor(), said);
    }

    @Test
    void container_mayUnpackLibraries() throws IOException {
        // Docker mounts a tmpfs that executes nothing unless told so, and SQLite is a native library unpacked there.
        assertEquals(
                Stream.of("/tmp:exec").toList(),
                found("--tmpfs (\\S+)", text("Dockerfile")).toList());
    }
}
