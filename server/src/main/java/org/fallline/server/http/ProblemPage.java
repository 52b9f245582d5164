package org.fallline.server.http;

/** The page a browser shows for a {@link Problem}: what is wrong and the way back to the playground. */
final class ProblemPage {
    private ProblemPage() {}

    static String html(Problem problem) {
        String main = """
                      <p class="hint">%2$d</p>
                      <h1>%1$s</h1>
                      <p>%3$s</p>
                      <p><a href="/">Open the playground</a></p>""".formatted(Html.escape(problem.title()), problem.status(), Html.escape(problem.detail()));
        return ServerPage.html(problem.title(), "message", main, false);
    }
}
