package org.fallline.server.http;

/** The frame of a page that the server writes itself, in the site's style. */
final class ServerPage {
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
              <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">%4$s
                <title>%1$s · Fallline</title>
                <link rel="icon" href="/icon.svg" type="image/svg+xml">
                <link rel="stylesheet" href="/fallline.css">
                <link rel="stylesheet" href="/pages.css">
              </head>
              <body>
                <header class="top"><p class="brand"><a href="/"><img src="/icon.svg" alt="" width="28" height="28">Fallline</a></p></header>
                <main class="%2$s">
            %3$s
                </main>
              </body>
            </html>
            """;

    private ServerPage() {}

    /**
     * A page.
     *
     * @param title text
     * @param kind class of its main part: what the style sheet knows it by
     * @param main HTML of its main part
     * @param isIndexed whether search engines may show it
     */
    static String html(String title, String kind, String main, boolean isIndexed) {
        String robots = isIndexed ? "" : "\n    <meta name=\"robots\" content=\"noindex\">";
        return PAGE.formatted(Html.escape(title), kind, main, robots);
    }
}
