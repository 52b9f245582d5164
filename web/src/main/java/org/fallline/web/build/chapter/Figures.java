package org.fallline.web.build.chapter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * be, a picture of what it shows at first.
 */
final class Figures {
    private static final String TAG = "fallline-embed";
    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;
    private static final int SMALL_WIDTH = 280;
    private static final int SMALL_HEIGHT = 200;

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
            Experiment experiment = experiment(figure.attr("experiment"));
            if (figure.hasAttr("step")) {
                experiment = experiment.withView(experiment.view().withStep(Integer.parseInt(figure.attr("step"))));
            }
            String fragment = "#" + ExperimentUrl.write(experiment);
            figure.removeAttr("experiment").attr("src", "../embed.html" + fragment);
            picture(figure, experiment, figure.attr("view"), WIDTH, HEIGHT);
            Element around = figure.parent();
            if (around != null && around.normalName().equals("figure")) {
                Element caption = around.selectFirst("figcaption");
                Element place = caption == null ? around.appendElement("figcaption") : caption;
                place.appendText(" ")
                        .appendElement("a")
                        .attr("href", "../" + fragment)
                        .text("Open in the playground");
            }
        }
        for (Element button : page.select("button[data-load]")) {
            button.attr("data-call", "load")
                    .attr("data-argument", "#" + ExperimentUrl.write(experiment(button.attr("data-load"))))
                    .removeAttr("data-load");
        }
        for (Element place : page.select("[data-picture]")) {
            Experiment experiment = experiment(place.attr("data-picture"));
            Element way = place.appendElement("a").attr("href", "../#" + ExperimentUrl.write(experiment));
            picture(way, experiment, place.attr("data-view"), SMALL_WIDTH, SMALL_HEIGHT);
            place.removeAttr("data-picture").removeAttr("data-view");
        }
    }

    private Experiment experiment(String name) {
        Experiment experiment = experiments.get(name);
        if (experiment == null) {
            throw new IllegalArgumentException("a figure shows “" + name + "”, which is none of the experiments "
                    + String.join(", ", experiments.keySet()));
        }
        return experiment;
    }

    private void picture(Element place, Experiment experiment, String view, int width, int height) throws IOException {
        count++;
        Element picture = place.appendElement("picture");
        draw(experiment, view, width, height, Theme.DARK, "dark");
        picture.appendElement("source")
                .attr("media", "(prefers-color-scheme: dark)")
                .attr("srcset", address("dark"));
        Scene scene = draw(experiment, view, width, height, Theme.LIGHT, "light");
        picture.appendElement("img")
                .attr("src", address("light"))
                .attr("alt", scene.description())
                .attr("width", String.valueOf((int) scene.width()))
                .attr("height", String.valueOf((int) scene.height()))
                .attr("loading", "lazy");
    }

    private Scene draw(Experiment experiment, String view, int width, int height, Theme theme, String suffix)
            throws IOException {
        Scene scene = StillViews.scene(experiment, view, width, height, theme);
        Path file = folder.resolve(address(suffix));
        Files.createDirectories(file.getParent());
        Files.writeString(file, SvgPainter.svg(scene, "Figure"));
        return scene;
    }

    private String address(String suffix) {
        return "figures/" + lesson + "-" + count + "-" + suffix + ".svg";
    }
}
