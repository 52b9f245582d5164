package org.fallline.scene.gallery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.fallline.autodiff.Moment;
import org.fallline.experiment.Camera;
import org.fallline.landscape.CriticalPoint;
import org.fallline.landscape.Grid;
import org.fallline.landscape.LossScale;
import org.fallline.landscape.Surface;
import org.fallline.landscape.Window;
import org.fallline.problem.Interval;
import org.fallline.scene.ColorMap;
import org.fallline.scene.ColorMaps;
import org.fallline.scene.CriticalMark;
import org.fallline.scene.Facts;
import org.fallline.scene.Field;
import org.fallline.scene.LandscapeFigure;
import org.fallline.scene.Mark;
import org.fallline.scene.PointsFigure;
import org.fallline.scene.ProfileFigure;
import org.fallline.scene.Scene;
import org.fallline.scene.StepArrow;
import org.fallline.scene.SurfaceFigure;
import org.fallline.scene.SurfaceShape;
import org.fallline.scene.Terrain;
import org.fallline.scene.Theme;

/**
 * Scenes that show all that figures can: kept as SVG beside the engine's tests, and painted by all painters to be compared.
 * No arithmetic of the platform's own is used, so they are the same in a browser.
 */
public final class Gallery {
    /** Of every scene, in CSS px. */
    public static final double WIDTH = 420;

    public static final double HEIGHT = 340;

    private static final int DETAIL = 48;
    private static final Window WINDOW = new Window(-5, 5, -5, 5);
    private static final double[] NONE = {};

    private Gallery() {}

    /** All scenes by name, in a fixed order. */
    public static Map<String, Scene> scenes() {
        Map<String, Scene> scenes = new LinkedHashMap<>();
        makers().forEach((name, maker) -> scenes.put(name, maker.get()));
        return scenes;
    }

    /** The scene of this name. */
    public static Scene scene(String name) {
        return Objects.requireNonNull(makers().get(name)).get();
    }

    private static Map<String, Supplier<Scene>> makers() {
        Map<String, Supplier<Scene>> scenes = new LinkedHashMap<>();
        Grid valleys = grid(Gallery::himmelblau, WINDOW);
        Terrain light = terrain(valleys, LossScale.log(valleys), ColorMap.FELL_LIGHT, Theme.LIGHT, true);
        Terrain dark = terrain(valleys, LossScale.log(valleys), ColorMap.FELL_DARK, Theme.DARK, true);
        scenes.put("light", () -> figure(light, walk(0), walk(1)).scene());
        scenes.put("dark", () -> figure(dark, walk(0), walk(1)).scene());
        scenes.put(
                "linear-flat",
                () -> figure(
                                terrain(valleys, LossScale.linear(valleys), ColorMap.FELL_LIGHT, Theme.LIGHT, false),
                                walk(0))
                        .scene());
        scenes.put(
                "viridis",
                () -> figure(terrain(valleys, LossScale.linear(valleys), ColorMaps.VIRIDIS, Theme.LIGHT, true), walk(0))
                        .scene());
        scenes.put(
                "cividis-rank",
                () -> figure(terrain(valleys, LossScale.rank(valleys), ColorMaps.CIVIDIS, Theme.DARK, true), walk(1))
                        .scene());
        scenes.put("facts", () -> figure(light, walk(0)).withFacts(facts(true)).scene());
        scenes.put("off-plane", () -> figure(light, floating()).scene());
        scenes.put("deep-zoom", () -> deepZoom());
        Grid holes = grid((x, y) -> x * y < -4 ? Double.NaN : x * y, WINDOW);
        scenes.put("holes", () -> plain(holes));
        Grid level = grid((x, y) -> 3, WINDOW);
        Terrain plateau = terrain(level, LossScale.linear(level), ColorMap.FELL_LIGHT, Theme.LIGHT, true);
        scenes.put("constant", () -> figure(plateau, leaving()).scene());
        scenes.put("surface", () -> surface(figure(light, walk(0)).withFacts(facts(false)), Camera.DEFAULT));
        scenes.put("surface-dark", () -> surface(figure(dark, floating()), new Camera(126, 34, 1)));
        scenes.put("surface-field", () -> surface(figure(light).withFacts(facts(true)), new Camera(-40, 38, 1)));
        scenes.put("profile", () -> profile(Theme.LIGHT, false).scene());
        scenes.put("profile-off-line", () -> profile(Theme.DARK, true).scene());
        scenes.put(
                "profile-facts",
                () -> profile(Theme.LIGHT, false).withFacts(lineFacts()).scene());
        scenes.put(
                "profile-facts-dark",
                () -> profile(Theme.DARK, false).withFacts(lineFacts()).scene());
        scenes.put("points", () -> points());
        scenes.put("steps", () -> Charts.steps(Theme.LIGHT));
        scenes.put("steps-dark", () -> Charts.steps(Theme.DARK));
        scenes.put("prediction", () -> Models.plane(Theme.LIGHT));
        scenes.put("prediction-dark", () -> Models.plane(Theme.DARK));
        scenes.put("prediction-curve", () -> Models.curve());
        scenes.put("prediction-classes", () -> Models.classes());
        scenes.put("prediction-pairs", () -> Models.pairs());
        scenes.put("prediction-tiny", () -> Models.tiny());
        scenes.put("network", () -> Models.network(Models.circle(), Theme.LIGHT, false));
        scenes.put("network-gradient", () -> Models.network(Models.circle(), Theme.DARK, true));
        scenes.put("network-wide", () -> Models.network(Models.wide(), Theme.LIGHT, false));
        scenes.put("network-line", () -> Models.network(Models.sine(), Theme.DARK, false));
        scenes.put("layers", () -> Models.layers(Models.circle(), Theme.LIGHT, false));
        scenes.put("layers-relative", () -> Models.layers(Models.wide(), Theme.DARK, true));
        scenes.put("histograms", () -> Models.histograms(Models.circle(), Theme.LIGHT));
        scenes.put("range", () -> Studies.range(Theme.LIGHT));
        scenes.put("sweep", () -> Studies.sweep(Theme.LIGHT, Integer.MAX_VALUE));
        scenes.put("sweep-dark", () -> Studies.sweep(Theme.DARK, 60));
        scenes.put(
                "computation-forward",
                () -> Computations.figure(Computations.rosenbrock(), Moment.forward(4), Theme.LIGHT, -1.2, 1)
                        .scene());
        scenes.put(
                "computation-backward",
                () -> Computations.figure(Computations.rosenbrock(), Moment.backward(3), Theme.DARK, -1.2, 1)
                        .scene());
        scenes.put(
                "computation-tiny",
                () -> Computations.figure(Computations.tiny(), Moment.backward(1), Theme.LIGHT)
                        .scene());
        scenes.put(
                "computation-network",
                () -> Computations.figure(Computations.network(), null, Theme.LIGHT)
                        .scene());
        scenes.put("network-errors", () -> Models.errors(Theme.LIGHT));
        scenes.put("computation-tensor", () -> Computations.tensor(Theme.DARK));
        return scenes;
    }

    private static Scene points() {
        PointsFigure.Kind a = new PointsFigure.Kind("A", Theme.LIGHT.optimizer(0));
        PointsFigure.Kind b = new PointsFigure.Kind("B", Theme.LIGHT.optimizer(1));
        return new PointsFigure(
                        Theme.LIGHT,
                        WIDTH,
                        HEIGHT,
                        new Interval(-6, 6),
                        new Interval(-6, 6),
                        List.of(a, b),
                        List.of(
                                new PointsFigure.Point(-2, -2, a),
                                new PointsFigure.Point(2, 2.5, b),
                                new PointsFigure.Point(-4.5, 3, a)),
                        new PointsFigure.Place(1, -3))
                .scene();
    }

    /** A scene without its texts, which every painter sets in a font of its own. */
    public static Scene withoutTexts(Scene scene) {
        List<Mark> marks = new ArrayList<>();
        for (Mark mark : scene.marks()) {
            if (!(mark instanceof Mark.Label)) {
                marks.add(mark);
            }
        }
        return new Scene(scene.width(), scene.height(), scene.background(), marks, scene.description());
    }

    /** D. M. Himmelblau, "Applied Nonlinear Programming", 1972. */
    private static double himmelblau(double x, double y) {
        double a = x * x + y - 11;
        double b = x + y * y - 7;
        return a * a + b * b;
    }

    private static double slopeX(double x, double y) {
        return 4 * x * (x * x + y - 11) + 2 * (x + y * y - 7);
    }

    private static double slopeY(double x, double y) {
        return 2 * (x * x + y - 11) + 4 * y * (x + y * y - 7);
    }

    private static Grid grid(Surface surface, Window window) {
        return Grid.sample(surface, window, 33, 33);
    }

    private static Terrain terrain(Grid grid, LossScale scale, ColorMap map, Theme theme, boolean shaded) {
        return Terrain.of(grid, grid.window(), scale, map, theme, 260, DETAIL, shaded);
    }

    private static Scene plain(Grid grid) {
        Terrain terrain = terrain(grid, LossScale.linear(grid), ColorMap.FELL_LIGHT, Theme.LIGHT, true);
        return LandscapeFigure.of(terrain, WIDTH, HEIGHT).scene();
    }

    private static LandscapeFigure figure(Terrain terrain, LandscapeFigure.Path... paths) {
        return new LandscapeFigure(
                terrain,
                WIDTH,
                HEIGHT,
                "x",
                "y",
                List.of(paths),
                new LandscapeFigure.Point(-0.5, -1),
                List.of(new LandscapeFigure.Point(3, 2), new LandscapeFigure.Point(3.584428, -1.848126)));
    }

    /** Sixty steps with a momentum of 0 or 0.9. */
    private static LandscapeFigure.Path walk(int kind) {
        double[] u = new double[61];
        double[] v = new double[61];
        double x = -0.5;
        double y = -1;
        double dx = 0;
        double dy = 0;
        for (int i = 0; i < u.length; i++) {
            u[i] = x;
            v[i] = y;
            double gx = slopeX(x, y);
            double gy = slopeY(x, y);
            dx = 0.9 * kind * dx - 0.004 * gx;
            dy = 0.9 * kind * dy - 0.004 * gy;
            x += dx;
            y += dy;
        }
        return new LandscapeFigure.Path(kind == 0 ? "SGD" : "Momentum", kind, u, v, 24, false);
    }

    private static LandscapeFigure.Path leaving() {
        return new LandscapeFigure.Path("SGD", 0, new double[] {-0.5, 2, 9}, new double[] {-1, -2, 3}, 2, true);
    }

    private static LandscapeFigure.Path floating() {
        LandscapeFigure.Path path = walk(0);
        double[] losses = new double[path.u().length];
        double[] distances = new double[losses.length];
        double height = 1;
        for (int i = 0; i < losses.length; i++) {
            losses[i] = himmelblau(path.u()[i], path.v()[i]) + 300 * height;
            distances[i] = height;
            height *= 0.96;
        }
        return new LandscapeFigure.Path("SGD", 0, path.u(), path.v(), 16, false, losses, distances);
    }

    private static Facts facts(boolean withField) {
        int side = 9;
        double[] u = new double[side * side];
        double[] v = new double[u.length];
        double[] du = new double[u.length];
        double[] dv = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            int row = i / side;
            u[i] = -4.5 + 9.0 * (i % side) / (side - 1);
            v[i] = -4.5 + 9.0 * row / (side - 1);
            du[i] = -slopeX(u[i], v[i]);
            dv[i] = -slopeY(u[i], v[i]);
        }
        return new Facts(
                withField ? new Field(u, v, du, dv, side) : null,
                List.of(
                        new StepArrow(StepArrow.Kind.GRADIENT, "gradient step", 0, 0, 1.5, 1),
                        new StepArrow(StepArrow.Kind.NEWTON, "Newton step", 0, 0, 1.6, -1.2),
                        new StepArrow(StepArrow.Kind.MOMENTUM, "momentum", 0, 0, 0, 40)),
                List.of(
                        point(CriticalPoint.Kind.MAXIMUM, -0.270845, -0.923039),
                        point(CriticalPoint.Kind.SADDLE, 3.385154, 0.073852),
                        point(CriticalPoint.Kind.MINIMUM, -2.805118, 3.131312),
                        point(CriticalPoint.Kind.DEGENERATE, 2, -4)));
    }

    private static CriticalMark point(CriticalPoint.Kind kind, double u, double v) {
        return new CriticalMark(u, v, kind, List.of(), himmelblau(u, v));
    }

    private static Scene deepZoom() {
        Window window = new Window(1.23456789, 1.23456793, -0.00002, 0.00002);
        Grid grid = grid((x, y) -> (x - 1.23456791) * (x - 1.23456791) * 1e16 + y * y * 1e10, window);
        return plain(grid);
    }

    private static Scene surface(LandscapeFigure figure, Camera camera) {
        return new SurfaceFigure(figure, SurfaceShape.of(figure.terrain(), 33), camera).scene();
    }

    private static double quartic(double t) {
        return 0.25 * t * t * t * t - 1.5 * t * t + 0.3 * t + 3;
    }

    private static double quarticSlope(double t) {
        return t * t * t - 3 * t + 0.3;
    }

    /** The three points where the slope vanishes, to the last digit; three arrows from the fourth state; the way down. */
    private static Facts lineFacts() {
        double[] t = new double[20];
        double[] down = new double[t.length];
        for (int i = 0; i < t.length; i++) {
            t[i] = -3.2 + 6.4 * (i + 0.5) / t.length;
            down[i] = -quarticSlope(t[i]);
        }
        List<CriticalMark> critical = new ArrayList<>();
        for (double guess : new double[] {-1.8, 0.1, 1.7}) {
            double root = guess;
            for (int i = 0; i < 20; i++) {
                root -= quarticSlope(root) / (3 * root * root - 3);
            }
            CriticalPoint.Kind kind = root * root > 1 ? CriticalPoint.Kind.MINIMUM : CriticalPoint.Kind.MAXIMUM;
            critical.add(new CriticalMark(root, 0, kind, List.of(3 * root * root - 3), quartic(root)));
        }
        double here = states()[3];
        double slope = quarticSlope(here);
        return new Facts(
                new Field(t, new double[t.length], down, new double[t.length], t.length),
                List.of(
                        new StepArrow(StepArrow.Kind.GRADIENT, "−η·gradient", here, 0, -0.03 * slope, 0),
                        new StepArrow(StepArrow.Kind.MOMENTUM, "momentum", here, 0, -0.8, 0),
                        new StepArrow(
                                StepArrow.Kind.NEWTON, "Newton step", here, 0, -slope / (3 * here * here - 3), 0)),
                critical);
    }

    private static double[] states() {
        double[] t = new double[20];
        t[0] = 2.9;
        for (int i = 1; i < t.length; i++) {
            t[i] = t[i - 1] - 0.03 * quarticSlope(t[i - 1]);
        }
        return t;
    }

    private static ProfileFigure profile(Theme theme, boolean offLine) {
        double[] losses = new double[161];
        double[] twice = new double[2 * losses.length];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = quartic(-3.2 + 0.04 * i);
            twice[i] = losses[i];
            twice[losses.length + i] = losses[i];
        }
        double[] t = states();
        double[] own = new double[t.length];
        double[] slopes = new double[t.length];
        double[] distances = new double[t.length];
        double height = 1;
        for (int i = 0; i < t.length; i++) {
            own[i] = quartic(t[i]) + 3 * height;
            slopes[i] = quarticSlope(t[i]);
            distances[i] = height;
            height *= 0.9;
        }
        Grid grid = new Grid(new Window(-3.2, 3.2, 0, 1), losses.length, 2, twice);
        ProfileFigure.Walk walk =
                new ProfileFigure.Walk("SGD", 0, t, offLine ? own : NONE, slopes, offLine ? distances : NONE, 3, false);
        return new ProfileFigure(
                theme,
                WIDTH,
                HEIGHT,
                "w",
                new ProfileFigure.Curve(-3.2, 3.2, losses),
                offLine ? LossScale.log(grid) : LossScale.linear(grid),
                List.of(walk),
                2.9,
                List.of(-1.7795));
    }
}
