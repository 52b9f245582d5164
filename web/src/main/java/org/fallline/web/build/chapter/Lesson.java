package org.fallline.web.build.chapter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page of the chapter.
 *
 * @param file where it stands
 * @param page its elements, to be changed
 * @param order its place in the chapter, or 0 for a page that is no lesson
 * @param minutes to read it: a minute more for each figure and for each checkpoint
 */
record Lesson(Path file, Document page, int order, int minutes) {
    private static final int WORDS_A_MINUTE = 200;

    static Lesson read(Path file) throws IOException {
        Document page = Jsoup.parse(Files.readString(file));
        page.outputSettings().prettyPrint(false);
        Element order = page.selectFirst("meta[name=lesson]");
        return new Lesson(file, page, order == null ? 0 : Integer.parseInt(order.attr("content")), minutes(page));
    }

    private static int minutes(Document page) {
        int words = page.expectFirst("main").text().split("\\s+", -1).length;
        return (int) Math.ceil((double) words / WORDS_A_MINUTE)
                + page.select("fallline-embed").size()
                + page.select(".checkpoint").size();
    }

    /** The page's name without its ending. */
    String name() {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ".html".length());
    }

    String title() {
        return page.expectFirst("h1").text();
    }

    String goal() {
        return page.expectFirst("meta[name=description]").attr("content");
    }

    void write() throws IOException {
        Files.writeString(file, page.outerHtml() + "\n");
    }
}
