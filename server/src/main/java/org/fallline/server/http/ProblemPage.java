package org.fallline.server.http;

/** The page a browser shows for a {@link Problem}: what is wrong and the way back to the playground. */
final class ProblemPage {
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
              <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <meta name="robots" content="noindex">
                <title>%1$s · Fallline</title>
                <link rel="icon" href="/icon.svg" type="image/svg+xml">
                <link rel="stylesheet" href="/fallline.css">
              </head>
              <body>
                <header class="top"><p class="brand"><a href="/"><img src="/icon.svg" alt="" width="28" height="28">Fallline</a></p></header>
                <main class="message">
                  <p class="hint">%2$d</p>
                  <h1>%1$s</h1>
                  <p>%3$s</p>
                  <p><a href="/">Open the playground</a></p>
                </main>
              </body>
            </html>
            """;

    private ProblemPage() {}

    static String html(Problem problem) {
        return PAGE.formatted(Html.escape(problem.title()), problem.status(), Html.escape(problem.detail()));
    }
}
