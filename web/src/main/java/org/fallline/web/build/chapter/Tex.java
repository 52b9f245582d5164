package org.fallline.web.build.chapter;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** Formulas in TeX's notation as MathML, which browsers set by themselves: by KaTeX, the library that the page uses. */
final class Tex implements AutoCloseable {
    private final String version;
    private @Nullable Context context;

    /** {@code version} of KaTeX, whose WebJar is on the class path. */
    Tex(String version) {
        this.version = version;
    }

    /**
     * A formula as a {@code math} element.
     *
     * @param isDisplayed whether it stands alone in its line
     * @throws IllegalArgumentException if it is wrong, saying where
     */
    String mathml(String tex, boolean isDisplayed) {
        try {
            String html = katex().invokeMember("renderToString", tex, context().eval("js", "({output: 'mathml', displayMode: " + isDisplayed + "})"))
                    .asString();
            int begin = html.indexOf("<math");
            return html.substring(begin, html.indexOf("</math>") + "</math>".length());
        } catch (PolyglotException e) {
            throw new IllegalArgumentException(tex + ": " + e.getMessage(), e);
        }
    }

    private Context context() {
        Context made = context;
        if (made == null) {
            made = Context.newBuilder("js")
                    .option("engine.WarnInterpreterOnly", "false")
                    .build();
            context = made;
        }
        return made;
    }

    private Value katex() {
        Value global = context().getBindings("js");
        if (!global.hasMember("katex")) {
            String name = "/META-INF/resources/webjars/katex/" + version + "/dist/katex.min.js";
            try (InputStream in = Tex.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException("the class path has no " + name);
                }
                context()
                        .eval(Source.newBuilder(
                                        "js", new InputStreamReader(in, StandardCharsets.UTF_8), "katex.min.js")
                                .build());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return global.getMember("katex");
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
        }
    }
}
