package org.fallline.web.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesTest {
    @TempDir
    private Path folder;

    private void source(String name, String text) throws IOException {
        Path file = folder.resolve("source").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void build() throws IOException {
        Pages.main(new String[] {
            folder.resolve("source").toString(), folder.resolve("site").toString()
        });
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
    void partThatIsMissing_isNamedWithItsPage() throws IOException {
        source("index.html", "<!-- part tmie -->\n");
        IOException e = assertThrows(IOException.class, this::build);
        String message = String.valueOf(e.getMessage());
        assertTrue(message.contains("index.html has a part tmie, but there is no "), message);
    }
}
