package org.fallline.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts kept beside the tests. Where one changes, the new text is written to {@code target/golden} for a look at both; to
 * accept it, copy it over the old one in {@code src/test/resources/org/fallline/scene}.
 */
final class Golden {
    private Golden() {}

    static void assertMatches(String name, String actual) throws IOException {
        String expected = "";
        try (InputStream stream = Golden.class.getResourceAsStream(name)) {
            if (stream != null) {
                expected = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
        if (!expected.equals(actual)) {
            Path changed = Path.of("target", "golden", name);
            Files.createDirectories(changed.toAbsolutePath().getParent());
            Files.writeString(changed, actual);
        }
        assertEquals(expected, actual, name + " changed; see target/golden/" + name);
    }
}
