package org.fallline.web.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fallline.experiment.Experiment;
import org.fallline.scene.Overview;
import org.fallline.scene.Scene;
import org.fallline.scene.SvgPainter;
import org.fallline.scene.Theme;
import org.fallline.survey.Derivatives;
import org.fallline.web.model.Opening;

/**
 * Draws the map that the page opens with, in the colours of a light page and of a dark one: it is there before the program that
 * draws all others, which is ten times as large.
 *
 * <p>Argument: the folder of the site.
 */
public final class FirstPicture {
    private static final double WIDTH = 560;
    private static final double HEIGHT = 460;

    /** Pixels a side of the colours, between which the browser interpolates; isolines are sharp all the same. */
    private static final int DETAIL = 56;

    private FirstPicture() {}

    public static void main(String[] args) throws IOException {
        Path site = Path.of(args[0]);
        Files.writeString(site.resolve("opening-light.svg"), svg(Theme.LIGHT));
        Files.writeString(site.resolve("opening-dark.svg"), svg(Theme.DARK));
    }

    static String svg(Theme theme) {
        Experiment experiment = Opening.experiment();
        Derivatives derivatives = new Derivatives(experiment.problem().problem(experiment.seed()));
        Overview overview = Overview.of(experiment, derivatives, List.of(), () -> {});
        Scene scene = overview.terrain(theme, HEIGHT, DETAIL).scene(WIDTH, HEIGHT);
        // The map fills whatever room there is: its coordinates are linear.
        return SvgPainter.svg(scene, "Loss landscape").replace("<svg ", "<svg preserveAspectRatio=\"none\" ");
    }
}
