package org.fallline.web.build.chapter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.ExperimentUrl;
import org.fallline.scene.Scene;
import org.fallline.scene.SvgPainter;
import org.fallline.scene.Theme;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A lesson's live figures: each gets its address, a way to the playground, and in its place, until it is there and where it cannot
 * be, a poster: pictures of what it shows at first, at the step at which it begins.
 */
final class Figures {
    private static final String TAG = "fallline-embed";
    private static final int WIDTH = 640;
    /** Beside another. */
    private static final int HALF_WIDTH = 450;

    private static final int HEIGHT = 400;
    private static final int SMALL_WIDTH = 280;
    private static final int SMALL_HEIGHT = 200;
    private static final String THUMBNAIL = "small";
    /** Paper is light, whatever the screen is. */
    private static final String IN_THE_DARK = "screen and (prefers-color-scheme: dark)";

    /** Where a lesson's page changes its shape, in its style sheet too. */
    private static final List<String> NARROWER = List.of("66rem", "40rem");

    private final Map<String, Experiment> experiments;
    private final Path folder;
    private final String lesson;
    private int count;

    /**
     * The figures of a lesson.
     *
     * @param folder where its page stands; the pictures go to {@code figures} in it
     * @param lesson the page's name without its ending
     */
    Figures(Map<String, Experiment> experiments, Path folder, String lesson) {
        this.experiments = experiments;
        this.folder = folder;
        this.lesson = lesson;
    }

    void complete(Document page) throws IOException {
        for (Element figure : page.select(TAG + "[experiment]")) {
            complete(figure);
        }
        rooms(page);
        for (Element button : page.select("button[data-load]")) {
            button.attr("data-call", "load")
                    .attr("data-argument", "#" + ExperimentUrl.write(experiment(button.attr("data-load"))))
                    .removeAttr("data-load");
        }
        for (Element place : page.select("[data-picture]")) {
            String view = place.attr("data-view");
            Experiment experiment = at(step(experiment(place.attr("data-picture")), view), place.attr("data-picture"));
            Element way = place.appendElement("a").attr("href", "../#" + ExperimentUrl.write(experiment));
            count++;
            picture(way, experiment, view, SMALL_WIDTH, SMALL_HEIGHT, String.valueOf(count));
            place.removeAttr("data-picture").removeAttr("data-view");
        }
    }

    private void complete(Element figure) throws IOException {
        String name = figure.attr("experiment");
        List<String> views =
                List.of((figure.attr("view").isEmpty() ? "landscape" : figure.attr("view")).split(",", -1));
        int step =
                figure.hasAttr("step") ? Integer.parseInt(figure.attr("step")) : step(experiment(name), views.get(0));
        Experiment experiment = at(step, name);
        String fragment = "#" + ExperimentUrl.write(experiment);
        figure.removeAttr("experiment")
                .attr("src", "../embed.html" + fragment)
                .attr("link", "0")
                .attr("wait", "");
        if (views.stream().noneMatch(StillViews::isOfOneStep)) {
            // Its height is the page's to choose; what is of one step is as high as what there is to tell.
            figure.attr("size", "frame");
        }
        count++;
        Element poster = figure.appendElement("div").addClass("poster");
        for (int i = 0; i < views.size(); i++) {
            int width = views.size() > 1 && !StillViews.isOfOneStep(views.get(i)) ? HALF_WIDTH : WIDTH;
            picture(poster, experiment, views.get(i), width, HEIGHT, count + (i == 0 ? "" : "-" + (i + 1)));
        }
        if (count == 1) {
            thumbnail(experiment, views.get(0));
        }
        Element around = figure.parent();
        if (around != null && around.normalName().equals("figure")) {
            Element caption = around.selectFirst("figcaption");
            Element place = caption == null ? around.appendElement("figcaption") : caption;
            place.appendText(" ")
                    .appendElement("a")
                    .addClass("open")
                    .attr("href", "../" + fragment)
                    .text("Open in the playground");
        }
    }

    /** An experiment as it is at a step. */
    private Experiment at(int step, String name) {
        Experiment experiment = experiment(name);
        return experiment.withView(experiment.view().withStep(step));
    }

    /** Where time stands if nothing is said: at the end of a walk, so that all of it is seen. */
    private static int step(Experiment experiment, String view) {
        boolean isAtEnd = experiment.view().step() == 0 && !StillViews.isOfOneStep(view);
        return isAtEnd ? experiment.steps() : experiment.view().step();
    }

    /**
     * Keeps room for what is as high as what it tells: {@code room} has its height in CSS pixels on a wide page, a narrower one and
     * a phone's. A page may hold no styles of its own, so they go to a file.
     */
    private void rooms(Document page) throws IOException {
        StringBuilder rules = new StringBuilder();
        for (Element figure : page.select(TAG + "[room]")) {
            String[] heights = figure.attr("room").split(" ", -1);
            for (int i = 0; i < heights.length; i++) {
                String rule = "#" + figure.id() + " { --room: " + Integer.parseInt(heights[i]) + "px; }";
                rules.append(i == 0 ? rule : "@media (max-width: " + NARROWER.get(i - 1) + ") { " + rule + " }")
                        .append('\n');
            }
            figure.removeAttr("room");
        }
        if (!rules.isEmpty()) {
            String address = "figures/" + lesson + ".css";
            Files.writeString(folder.resolve(address), rules);
            page.head().appendElement("link").attr("rel", "stylesheet").attr("href", address);
        }
    }

    /** What stands for a lesson in the list of all. */
    private void thumbnail(Experiment experiment, String view) throws IOException {
        draw(experiment, view, SMALL_WIDTH, SMALL_HEIGHT, Theme.DARK, address(THUMBNAIL, "dark"));
        draw(experiment, view, SMALL_WIDTH, SMALL_HEIGHT, Theme.LIGHT, address(THUMBNAIL, "light"));
    }

    /** The picture of a lesson in the list of all, if it has one: it adorns, and says nothing. */
    static String thumbnail(Lesson lesson) {
        if (lesson.page().selectFirst(TAG) == null) {
            return "";
        }
        String address = "figures/" + lesson.name() + "-" + THUMBNAIL;
        return "<picture><source media=\"" + IN_THE_DARK + "\" srcset=\"" + address + "-dark.svg\"><img src=\""
                + address
                + "-light.svg\" alt=\"\" width=\"" + SMALL_WIDTH + "\" height=\"" + SMALL_HEIGHT
                + "\" loading=\"lazy\"></picture>";
    }

    private Experiment experiment(String name) {
        Experiment experiment = experiments.get(name);
        if (experiment == null) {
            throw new IllegalArgumentException("a figure shows “" + name + "”, which is none of the experiments "
                    + String.join(", ", experiments.keySet()));
        }
        return experiment;
    }

    private void picture(Element place, Experiment experiment, String view, int width, int height, String name)
            throws IOException {
        Element picture = place.appendElement("picture");
        draw(experiment, view, width, height, Theme.DARK, address(name, "dark"));
        picture.appendElement("source").attr("media", IN_THE_DARK).attr("srcset", address(name, "dark"));
        Scene scene = draw(experiment, view, width, height, Theme.LIGHT, address(name, "light"));
        // The first is likely to be in sight at once, and is the largest thing there.
        boolean isFirst = count == 1;
        picture.appendElement("img")
                .attr("src", address(name, "light"))
                .attr("alt", scene.description())
                .attr("width", String.valueOf((int) scene.width()))
                .attr("height", String.valueOf((int) scene.height()))
                .attr("loading", isFirst ? "eager" : "lazy")
                .attr("fetchpriority", isFirst ? "high" : "auto");
    }

    private Scene draw(Experiment experiment, String view, int width, int height, Theme theme, String address)
            throws IOException {
        Scene scene = StillViews.scene(experiment, view, width, height, theme);
        Path file = folder.resolve(address);
        Files.createDirectories(file.getParent());
        Files.writeString(file, SvgPainter.svg(scene, "Figure"));
        return scene;
    }

    private String address(String name, String suffix) {
        return "figures/" + lesson + "-" + name + "-" + suffix + ".svg";
    }
}
