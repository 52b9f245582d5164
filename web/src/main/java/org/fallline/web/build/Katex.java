package org.fallline.web.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts what a browser needs of KaTeX's WebJar on the site: the script, the style sheet, and the fonts that it names, in the one
 * format that every browser here reads.
 *
 * <p>Arguments: the folder for it, and the version.
 */
public final class Katex {
    private static final Pattern OLDER_FORMATS =
            Pattern.compile(",url\\([^)]*\\.(?:woff|ttf)\\) format\\(\"[a-z]+\"\\)");
    private static final Pattern FONT = Pattern.compile("url\\((fonts/[A-Za-z0-9_-]+\\.woff2)\\)");

    private Katex() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        String root = "META-INF/resources/webjars/katex/" + args[1] + "/dist/";
        Files.createDirectories(folder.resolve("fonts"));
        Path script = folder.resolve("katex.min.js");
        Files.write(script, bytes(root + "katex.min.js"));
        CompileHint.add(script);
        String styles = new String(bytes(root + "katex.min.css"), StandardCharsets.UTF_8);
        styles = OLDER_FORMATS.matcher(styles).replaceAll("");
        if (styles.contains(".ttf")) {
            throw new IOException("the style sheet of KaTeX " + args[1] + " names fonts in another way than before");
        }
        Files.writeString(folder.resolve("katex.min.css"), styles);
        Matcher font = FONT.matcher(styles);
        while (font.find()) {
            Files.write(folder.resolve(font.group(1)), bytes(root + font.group(1)));
        }
    }

    private static byte[] bytes(String resource) throws IOException {
        try (InputStream in = Katex.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("the class path has no " + resource);
            }
            return in.readAllBytes();
        }
    }
}
