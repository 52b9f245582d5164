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
            String name = figure.attr("experiment");
            Experiment experiment = experiments.get(name);
            if (experiment == null) {
                throw new IllegalArgumentException("a figure shows “" + name + "”, which is none of the experiments "
                        + String.join(", ", experiments.keySet()));
            }
            if (figure.hasAttr("step")) {
                experiment = experiment.withView(experiment.view().withStep(Integer.parseInt(figure.attr("step"))));
            }
            String fragment = "#" + ExperimentUrl.write(experiment);
            figure.removeAttr("experiment").attr("src", "../embed.html" + fragment);
            Element picture = figure.appendElement("picture");
            Scene scene = draw(experiment, figure.attr("view"), Theme.DARK, "dark");
            picture.appendElement("source")
                    .attr("media", "(prefers-color-scheme: dark)")
                    .attr("srcset", address("dark"));
            scene = draw(experiment, figure.attr("view"), Theme.LIGHT, "light");
            picture.appendElement("img")
                    .attr("src", address("light"))
                    .attr("alt", scene.description())
                    .attr("width", String.valueOf(WIDTH))
                    .attr("height", String.valueOf(HEIGHT))
                    .attr("loading", "lazy");
            Element around = figure.parent();
            if (around != null && around.normalName().equals("figure")) {
                Element caption = around.selectFirst("figcaption");
                Element place = caption == null ? around.appendElement("figcaption") : caption;
                place.appendText(" ").appendElement("a").attr("href", "../" + fragment).text("Open in the playground");
            }
            count++;
        }
    }

    private Scene draw(Experiment experiment, String view, Theme theme, String suffix) throws IOException {
        Scene scene = StillViews.scene(experiment, view, WIDTH, HEIGHT, theme);
        Path file = folder.resolve(address(suffix));
        Files.createDirectories(file.getParent());
        Files.writeString(file, SvgPainter.svg(scene, "Figure"));
        return scene;
    }

    private String address(String suffix) {
        return "figures/" + lesson + "-" + (count + 1) + "-" + suffix + ".svg";
    }
}
