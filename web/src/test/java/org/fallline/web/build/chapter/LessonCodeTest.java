package org.fallline.web.build.chapter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program of the last lesson is read by people who will type it in. */
class LessonCodeTest {
    @TempDir
    private Path folder;

    @Test
    void javaLoop_asPrinted_learnsTheLine() throws Exception {
        String code = Jsoup.parse(Files.readString(Path.of("src/main/site/learn/into-the-code.html")))
                .expectFirst("#java-loop")
                .wholeText();
        Path source = folder.resolve("Loop.java");
        Files.writeString(
                source,
                "import java.util.List; import org.fallline.autodiff.*; import org.fallline.tensor.*;\n"
                        + "public class Loop { public static String learned() {\n" + code
                        + "\nreturn W.value() + \" \" + b.value(); } }");
        StringWriter errors = new StringWriter();
        ToolProvider.getSystemJavaCompiler()
                .getTask(
                        errors,
                        null,
                        null,
                        List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path")),
                        null,
                        ToolProvider.getSystemJavaCompiler()
                                .getStandardFileManager(null, null, null)
                                .getJavaFileObjects(source))
                .call();
        assertEquals("", errors.toString());
        try (URLClassLoader classes =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            Object learned = classes.loadClass("Loop").getMethod("learned").invoke(null);
            assertEquals("[[2", String.valueOf(learned).substring(0, 3).replace("1.9999", "2"));
        }
    }
}
