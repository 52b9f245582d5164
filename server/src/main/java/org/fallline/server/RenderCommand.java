package org.fallline.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.fallline.experiment.Experiment;
import org.fallline.scene.Scene;
import org.fallline.scene.Still;
import org.fallline.scene.SvgPainter;
import org.fallline.scene.Theme;
import org.fallline.server.preview.Java2dPainter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code render}: draws an experiment's landscape and paths into a PNG or SVG file. */
@Command(
        name = "render",
        description = "Draws an experiment into a PNG or SVG file, as the file's name ends.",
        showDefaultValues = true)
final class RenderCommand implements Callable<Integer> {
    /** The figures' own smallest sizes, and the largest that fits the memory of a small machine. */
    private static final int SMALLEST_WIDTH = 200;

    private static final int SMALLEST_HEIGHT = 150;
    private static final int LARGEST = 8192;

    @Parameters(index = "0", paramLabel = "SPEC.json", description = "The experiment; - for standard input.")
    private String spec = "";

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "Where to: a name that ends in .png or .svg.")
    private Path output = Path.of("");

    @Option(names = "--width", paramLabel = "PIXELS", description = "Width of the picture.")
    private int width = 1200;

    @Option(names = "--height", paramLabel = "PIXELS", description = "Height of the picture.")
    private int height = 800;

    @Option(names = "--theme", paramLabel = "THEME", description = "One of ${COMPLETION-CANDIDATES}.")
    private ThemeName theme = ThemeName.light;

    private final Console console;

    RenderCommand(Console console) {
        this.console = console;
    }

    /** The themes as they are typed. */
    enum ThemeName {
        light,
        dark
    }

    @Override
    public Integer call() throws IOException {
        requireWithin("--width", width, SMALLEST_WIDTH);
        requireWithin("--height", height, SMALLEST_HEIGHT);
        String name = output.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".png") && !name.endsWith(".svg")) {
            throw new CommandException(output + ": expected a name that ends in .png or .svg");
        }
        Experiment experiment = SpecFile.read(spec, console);
        Theme colors = theme == ThemeName.light ? Theme.LIGHT : Theme.DARK;
        Scene scene = Still.of(experiment, width, height, colors, Still.Allowance.UNLIMITED);
        byte[] picture = name.endsWith(".png")
                ? Java2dPainter.png(scene, 1)
                : SvgPainter.svg(scene, title(experiment)).getBytes(StandardCharsets.UTF_8);
        try {
            Files.write(output, picture);
        } catch (IOException e) {
            throw new CommandException(output + ": cannot be written: " + e);
        }
        return 0;
    }

    private static String title(Experiment experiment) {
        return experiment.title().isBlank() ? "A loss landscape" : experiment.title();
    }

    private static void requireWithin(String option, int value, int smallest) {
        if (value < smallest || value > LARGEST) {
            throw new CommandException(
                    option + " is " + value + "; a picture has from " + smallest + " to " + LARGEST + " pixels");
        }
    }
}
