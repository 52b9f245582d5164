package org.fallline.web.build;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.fallline.autodiff.ValueAndGradient;
import org.fallline.catalogue.Entry;
import org.fallline.data.Dataset;
import org.fallline.data.Datasets;
import org.fallline.data.Generator;
import org.fallline.landscape.Grid;
import org.fallline.landscape.LossScale;
import org.fallline.landscape.Window;
import org.fallline.math.Key;
import org.fallline.problem.Interval;
import org.fallline.problem.Problem;
import org.fallline.problem.ProblemSpec;
import org.fallline.problem.TestFunction;
import org.fallline.problem.TestFunctions;
import org.fallline.scene.ColorMap;
import org.fallline.scene.Mark;
import org.fallline.scene.Scene;
import org.fallline.scene.SvgPainter;
import org.fallline.web.model.ProblemIntents;

/**
 * Draws small pictures of what there is to descend: a map of each function, and the examples of each dataset, with colours that go
 * with a light page and a dark one.
 *
 * <p>Argument: the folder for them.
 */
public final class Thumbnails {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 100;

    /** Colours of the map; an image of so few needs two kilobytes or three. */
    private static final int SHADES = 32;

    private static final int LINES = 8;
    private static final int EXAMPLES = 90;
    private static final double RADIUS = 1.7;
    private static final int FIRST = 0xffd9731a;
    private static final int SECOND = 0xff3d85c6;
    private static final int CURVE = 0xff2f8a7d;

    private Thumbnails() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder);
        map(ProblemIntents.TINY.problem(0), folder.resolve("linear.png"));
        for (Entry<TestFunction> entry : TestFunctions.CATALOGUE.entries()) {
            Problem problem = new ProblemSpec.Function(entry.name(), "", Map.of()).problem();
            Path file = folder.resolve(entry.name() + ".png");
            if (problem.layout().size() == 1) {
                profile(problem, file);
            } else {
                map(problem, file);
            }
        }
        for (Entry<Generator> entry : Datasets.CATALOGUE.entries()) {
            Scene scene = examples(entry.make().generate(EXAMPLES, Key.of(1)));
            Files.writeString(folder.resolve(entry.name() + ".svg"), SvgPainter.svg(scene, entry.label()));
        }
    }

    /** A map over the first two parameters, the others at a minimum, or at the start if none is known. */
    private static void map(Problem problem, Path file) throws IOException {
        ValueAndGradient function = problem.valueAndGradient();
        List<Double> held =
                problem.minima().isEmpty() ? problem.start() : problem.minima().get(0);
        double[] params = held.stream().mapToDouble(Double::doubleValue).toArray();
        Interval across = problem.domain().get(0);
        Interval up = problem.domain().get(1);
        double[] values = new double[WIDTH * HEIGHT];
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                params[0] = Grid.along(across.from(), across.to(), column, WIDTH);
                params[1] = Grid.along(up.from(), up.to(), row, HEIGHT);
                values[row * WIDTH + column] = function.value(params);
            }
        }
        Grid grid = new Grid(new Window(across.from(), across.to(), up.from(), up.to()), WIDTH, HEIGHT, values);
        ImageIO.write(image(grid, LossScale.rank(grid)), "png", file.toFile());
    }

    /** The curve over the only parameter. */
    private static void profile(Problem problem, Path file) throws IOException {
        ValueAndGradient function = problem.valueAndGradient();
        Interval across = problem.domain().get(0);
        double[] losses = new double[WIDTH];
        for (int column = 0; column < WIDTH; column++) {
            losses[column] = function.value(new double[] {Grid.along(across.from(), across.to(), column, WIDTH)});
        }
        double least = Arrays.stream(losses).min().orElseThrow();
        double most = Arrays.stream(losses).max().orElseThrow();
        Path2D.Double curve = new Path2D.Double();
        for (int column = 0; column < WIDTH; column++) {
            double y = HEIGHT * (0.9 - 0.8 * (losses[column] - least) / (most - least));
            if (column == 0) {
                curve.moveTo(column, y);
            } else {
                curve.lineTo(column, y);
            }
        }
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new Color(CURVE));
        graphics.setStroke(new BasicStroke(3));
        graphics.draw(curve);
        graphics.dispose();
        ImageIO.write(image, "png", file.toFile());
    }

    private static BufferedImage image(Grid grid, LossScale scale) {
        int[] palette = new int[2 * SHADES];
        for (int i = 0; i < SHADES; i++) {
            palette[i] = ColorMap.FELL_LIGHT.argb((double) i / (SHADES - 1));
            palette[SHADES + i] = darker(palette[i]);
        }
        BufferedImage image = new BufferedImage(
                WIDTH,
                HEIGHT,
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, palette.length, palette, 0, false, -1, 0));
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                double unit = scale.unit(grid.at(column, row));
                int shade = Math.min(SHADES - 1, (int) (unit * SHADES));
                boolean line = band(grid, scale, column, row) != band(grid, scale, Math.min(column + 1, WIDTH - 1), row)
                        || band(grid, scale, column, row) != band(grid, scale, column, Math.min(row + 1, HEIGHT - 1));
                image.getRaster().setSample(column, HEIGHT - 1 - row, 0, line ? SHADES + shade : shade);
            }
        }
        return image;
    }

    private static int band(Grid grid, LossScale scale, int column, int row) {
        return (int) (scale.unit(grid.at(column, row)) * LINES);
    }

    private static int darker(int color) {
        int red = (color >> 16 & 255) * 3 / 4;
        int green = (color >> 8 & 255) * 3 / 4;
        int blue = (color & 255) * 3 / 4;
        return 0xff000000 | red << 16 | green << 8 | blue;
    }

    /** Points of the plane by class or sign of their quantity; quantities over a line as a curve of points. */
    private static Scene examples(Dataset data) {
        boolean isPlane = data.inputs().size() > 1;
        List<Mark> marks = new ArrayList<>();
        double[] x = column(data, 0);
        double[] y = isPlane ? column(data, 1) : data.y().toArray();
        for (int i = 0; i < data.size(); i++) {
            int color = !isPlane ? CURVE : data.y().at(i) > 0 ? SECOND : FIRST;
            marks.add(new Mark.Dot(place(x, i, 64), 40 - place(y, i, 40), RADIUS, color, 0, 0));
        }
        return new Scene(64, 40, 0, marks, data.size() + " examples");
    }

    private static double[] column(Dataset data, int column) {
        double[] values = new double[data.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = data.x().at(i * data.inputs().size() + column);
        }
        return values;
    }

    private static double place(double[] values, int index, double size) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        double margin = 3 * RADIUS;
        return margin + (values[index] - least) / (most - least) * (size - 2 * margin);
    }
}
