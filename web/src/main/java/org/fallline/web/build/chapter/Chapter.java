package org.fallline.web.build.chapter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.math.Decimal;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Completes the pages of the chapter, where they stand in the site: checks each number in the text against the engine, puts
 * figures and formulas in, and the list of lessons and the ways from one to the next.
 *
 * <p>{@code <!-- lessons -->} stands for the list of all lessons. Each gets its title, goal, place and length above its text, and below it
 * the ways to those before and after.
 *
 * <p>Arguments: the folder of the chapter, and the version of KaTeX.
 */
public final class Chapter {
    /** More than a text has. */
    private static final int DIGITS = 12;

    private final List<Lesson> lessons;

    private Chapter(List<Lesson> lessons) {
        this.lessons = lessons;
    }

    public static void main(String[] args) throws IOException {
        List<Lesson> pages = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(args[0]))) {
            for (Path file : files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList()) {
                pages.add(Lesson.read(file));
            }
        }
        Chapter chapter = new Chapter(pages.stream()
                .filter(page -> page.order() > 0)
                .sorted(Comparator.comparingInt(Lesson::order))
                .toList());
        List<String> complaints = new ArrayList<>();
        try (Tex tex = new Tex(args[1])) {
            for (Lesson page : pages) {
                try {
                    chapter.complete(page, tex);
                } catch (IllegalArgumentException e) {
                    complaints.add(page.file().getFileName() + ": " + e.getMessage());
                }
            }
        }
        if (!complaints.isEmpty()) {
            throw new IOException(String.join("\n", complaints));
        }
        for (Lesson page : pages) {
            page.write();
        }
    }

    private void complete(Lesson lesson, Tex tex) throws IOException {
        Document page = lesson.page();
        Map<String, Experiment> experiments = experiments(page);
        Claims claims = new Claims(experiments);
        check(page, claims);
        for (Element answer : page.select("[data-value]")) {
            answer.attr("data-is", Double.toString(claims.value(answer.attr("data-value"))));
            answer.removeAttr("data-value");
        }
        head(lesson);
        for (Element formula : page.select(".tex")) {
            if (formula.hasClass("display")) {
                // Where it is wider than the page it scrolls, by keys too.
                formula.attr("tabindex", "0");
            }
            formula.html(tex.mathml(formula.wholeText().strip(), formula.hasClass("display")));
        }
        new Figures(experiments, lesson.file().resolveSibling(""), lesson.name()).complete(page);
        fill(page, "lessons", list());
        if (lesson.order() > 0) {
            page.expectFirst("main").append(neighbours(lesson));
        }
    }

    /** Says what a page is about, above its text and to machines. */
    private void head(Lesson lesson) {
        Document page = lesson.page();
        page.head().appendElement("title").text(lesson.title() + " · Fallline");
        Element title = page.expectFirst("h1").attr("id", "title");
        // A figure's frame has a main part of its own.
        page.expectFirst("main").attr("aria-labelledby", "title");
        if (page.selectFirst(".goal") == null) {
            title.after(new Element("p").addClass("goal").text(lesson.goal()));
        }
        if (lesson.order() > 0) {
            title.before(new Element("p")
                    .addClass("about")
                    .text("Lesson " + lesson.order() + " of " + lessons.size() + " · " + lesson.minutes()
                            + " minutes"));
        }
    }

    /** Checks the numbers of the text, which are then text alone. */
    private static void check(Document page, Claims claims) {
        List<String> wrong = new ArrayList<>();
        for (Element data : page.select("data[value]")) {
            String claim = data.attr("value");
            if (!claims.holds(claim, data.text())) {
                wrong.add("the text says " + data.text() + ", but " + claim + " is "
                        + Decimal.text(claims.value(claim), DIGITS));
            }
            data.unwrap();
        }
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", wrong));
        }
    }

    /** The experiments that a page names, which it needs no longer. */
    private static Map<String, Experiment> experiments(Document page) {
        Map<String, Experiment> experiments = new LinkedHashMap<>();
        for (Element script : page.select("script[type=application/json][id]")) {
            try {
                experiments.put(script.id(), ExperimentCodec.read(script.data()));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(script.id() + ": " + e.getMessage(), e);
            }
            script.remove();
        }
        return experiments;
    }

    private String list() {
        StringBuilder out = new StringBuilder("<ol class=\"lessons wide\">");
        for (Lesson lesson : lessons) {
            out.append("<li data-lesson=\"")
                    .append(lesson.name())
                    .append("\" data-checkpoints=\"")
                    .append(lesson.page().select(".checkpoint").size())
                    .append("\">")
                    .append(Figures.thumbnail(lesson))
                    .append("<a href=\"")
                    .append(lesson.name())
                    .append(".html\">")
                    .append(lesson.title())
                    .append("</a><p>")
                    .append(lesson.goal())
                    .append("</p><p class=\"hint\">")
                    .append(lesson.minutes())
                    .append(" minutes<span class=\"progress\"></span></p></li>");
        }
        return out.append("</ol>").toString();
    }

    private String neighbours(Lesson lesson) {
        int at = lessons.indexOf(lesson);
        StringBuilder out = new StringBuilder("<nav class=\"neighbours\" aria-label=\"Lessons\">");
        if (at > 0) {
            out.append(way("prev", "Before", lessons.get(at - 1)));
        }
        if (at >= 0 && at < lessons.size() - 1) {
            out.append(way("next", "Next", lessons.get(at + 1)));
        }
        return out.append("</nav>").toString();
    }

    private static String way(String relation, String label, Lesson lesson) {
        return "<a rel=\"" + relation + "\" href=\"" + lesson.name() + ".html\"><span>" + label + "</span> "
                + lesson.title() + "</a>";
    }

    /** Puts HTML where a comment stands. */
    private static void fill(Document page, String comment, String html) {
        List<Comment> places = new ArrayList<>();
        page.traverse((Node node, int depth) -> {
            if (node instanceof Comment each && each.getData().strip().equals(comment)) {
                places.add(each);
            }
        });
        for (Comment place : places) {
            place.before(html);
            place.remove();
        }
    }
}
