package org.fallline.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fallline.experiment.Camera;
import org.fallline.landscape.Grid;
import org.fallline.landscape.LossScale;
import org.fallline.landscape.Surface;
import org.fallline.landscape.Window;
import org.fallline.test.Cases;
import org.junit.jupiter.api.Test;

class SurfaceFigureTest {
    private static final Window WINDOW = new Window(-3, 3, -2, 4);
    private static final Surface HILLS = (x, y) -> Math.sin(2 * x) + Math.cos(1.5 * y) + 0.1 * x * y;

    @Test
    void bowl_looksAsItDid() throws Exception {
        Grid grid = Grid.sample((x, y) -> x * x + (y - 1) * (y - 1), WINDOW, 9, 9);
        Terrain terrain = Terrain.of(grid, WINDOW, LossScale.linear(grid), ColorMap.FELL_LIGHT, Theme.LIGHT, 8);
        LandscapeFigure.Path path = new LandscapeFigure.Path(
                "SGD",
                0,
                new double[] {-2, -1, -0.5},
                new double[] {3, 2, 1.5},
                1,
                false,
                new double[] {9, 6, 1},
                new double[] {1, 0.5, 0});
        LandscapeFigure figure = new LandscapeFigure(
                terrain,
                320,
                280,
                "x",
                "y",
                List.of(path),
                new LandscapeFigure.Point(-2, 3),
                List.of(new LandscapeFigure.Point(0, 1)));
        SurfaceFigure surface = new SurfaceFigure(figure, SurfaceShape.of(terrain, 9), Camera.DEFAULT);
        Golden.assertMatches("surface.svg", SvgPainter.svg(surface.scene(), "A bowl"));
        assertTrue(
                surface.scene()
                        .description()
                        .startsWith("A surface seen from 330° round and 47° above the horizon. Loss landscape over"),
                surface.scene().description());
    }

    /** Where quadrilaterals overlap, the one painted last is nearest to the viewer. */
    @Test
    void order_isFromBackToFrontFromEverywhere() {
        SurfaceShape shape = SurfaceShape.of(terrain(HILLS), 17);
        Cases.forEachSeed(40, random -> {
            Camera camera = new Camera(random.nextDouble() * 360 - 180, 8 + random.nextDouble() * 75, 1);
            Projection view = new Projection(camera, 0, 0, 400, 300);
            Mark.Mesh mesh = shape.mesh(view);
            double px = 100 + 200 * random.nextDouble();
            double py = 80 + 140 * random.nextDouble();
            double[] floor = view.floor(px, py);
            double before = Double.NEGATIVE_INFINITY;
            for (int quad = 0; quad < mesh.count(); quad++) {
                int[] vertices = java.util.Arrays.copyOfRange(mesh.quads(), 4 * quad, 4 * quad + 4);
                if (vertices[0] >= 17 * 17) {
                    continue; // walls are before everything
                }
                for (int half = 0; half < 2; half++) {
                    double near = nearness(mesh, vertices, half, px, py, floor, view);
                    if (!Double.isNaN(near)) {
                        assertTrue(near >= before - 1e-9, "quad " + quad + ": " + near + " after " + before);
                        before = near;
                    }
                }
            }
        });
    }

    /** How far towards the viewer a triangle is met by the sight line of a pixel; NaN if it is not. */
    private static double nearness(
            Mark.Mesh mesh, int[] quad, int half, double px, double py, double[] floor, Projection view) {
        int[] t = {quad[0], quad[1 + half], quad[2 + half]};
        double x0 = mesh.x()[t[0]];
        double y0 = mesh.y()[t[0]];
        double ax = mesh.x()[t[1]] - x0;
        double ay = mesh.y()[t[1]] - y0;
        double bx = mesh.x()[t[2]] - x0;
        double by = mesh.y()[t[2]] - y0;
        double det = ax * by - ay * bx;
        double s = ((px - x0) * by - (py - y0) * bx) / det;
        double r = ((py - y0) * ax - (px - x0) * ay) / det;
        if (!(s > 1e-9 && r > 1e-9 && s + r < 1 - 1e-9)) {
            return Double.NaN;
        }
        double x = box(t[0] % 17) * (1 - s - r) + box(t[1] % 17) * s + box(t[2] % 17) * r;
        double y = box(t[0] / 17) * (1 - s - r) + box(t[1] / 17) * s + box(t[2] / 17) * r; // rows
        return (x - floor[0]) * view.towardX + (y - floor[1]) * view.towardY;
    }

    private static double box(int index) {
        return 2.0 * index / 16 - 1;
    }

    /** The sweep over the grid agrees with a walk along each sight line, but for points that are almost at the edge. */
    @Test
    void horizon_hidesWhatSightLinesDo() {
        SurfaceShape shape = SurfaceShape.of(terrain(HILLS), 97);
        int[] hidden = new int[1];
        Cases.forEachSeed(60, random -> {
            Projection view = new Projection(
                    new Camera(random.nextDouble() * 360 - 180, 8 + random.nextDouble() * 35, 1), 0, 0, 400, 300);
            Horizon horizon = new Horizon(shape, view);
            double x = random.nextDouble() * 1.9 - 0.95;
            double y = random.nextDouble() * 1.9 - 0.95;
            double z = shape.height(x, y);
            double highest = Double.NEGATIVE_INFINITY;
            for (double s = 0.002; s < 3; s += 0.002) {
                double over = shape.height(x + s * view.towardX, y + s * view.towardY) - (z + s * view.rise);
                highest = over > highest ? over : highest;
            }
            if (highest > 0.05) {
                assertFalse(horizon.isVisible(x, y, z), "hidden by " + highest);
                hidden[0]++;
            } else if (highest < -0.002) {
                assertTrue(horizon.isVisible(x, y, z), "free by " + highest);
            }
        });
        assertTrue(hidden[0] > 0);
    }

    @Test
    void pick_findsTheVisiblePointAPixelShows() {
        Terrain terrain = terrain(HILLS);
        SurfaceFigure figure = figure(terrain, Camera.DEFAULT);
        for (int i = 0; i < 40; i++) {
            double u = WINDOW.uMin() + WINDOW.width() * (0.1 + 0.02 * i);
            double v = WINDOW.vMin() + WINDOW.height() * (0.9 - 0.02 * i);
            LandscapeFigure.Path path =
                    new LandscapeFigure.Path("SGD", 0, new double[] {u}, new double[] {v}, 0, false);
            LandscapeFigure with = new LandscapeFigure(terrain, 480, 400, "x", "y", List.of(path), null, List.of());
            SurfaceFigure shown = new SurfaceFigure(with, figure.shape(), figure.camera());
            Mark.Dot ball = (Mark.Dot)
                    shown.overlay().marks().get(shown.overlay().marks().size() - 1);
            if (Color.alpha(ball.fill()) == 255) {
                LandscapeFigure.Point picked = shown.at(ball.x(), ball.y());
                assertNotNull(picked);
                assertEquals(u, picked.u(), 0.08);
                assertEquals(v, picked.v(), 0.08);
            }
        }
        assertNull(figure.at(2, 2));
    }

    @Test
    void colorsAndOrder_areKeptWhileTheCameraMoves() {
        SurfaceFigure figure = figure(terrain(HILLS), Camera.DEFAULT);
        Mark.Mesh first = mesh(figure);
        Mark.Mesh second = mesh(figure.from(figure.camera().orbit(0.1, 0.1)));
        assertTrue(first.colors() == second.colors() && first.quads() == second.quads());
        assertTrue(first.x() != second.x());
    }

    @Test
    void extremeSurfaces_areWellFormedFromAboveAndFromTheSide() throws Exception {
        Surface[] surfaces = {
            (x, y) -> 3,
            (x, y) -> Double.NaN,
            (x, y) -> Math.log(x),
            (x, y) -> 1e300 * x,
            (x, y) -> 1e-300 * y,
            (x, y) -> 1 / (x * x + y * y),
            (x, y) -> x > 0 ? 1 : Double.NEGATIVE_INFINITY,
        };
        LandscapeFigure.Path path = new LandscapeFigure.Path(
                "SGD",
                0,
                new double[] {1, 1e308, Double.NaN, 2},
                new double[] {1, -1e308, 0, 2},
                3,
                true,
                new double[] {1, 1e308, Double.NaN, Double.POSITIVE_INFINITY},
                new double[] {1, 1, 1, 1});
        StepArrow arrow = new StepArrow(StepArrow.Kind.NEWTON, "Newton", 1, 1, 1e300, -1e300);
        for (Surface surface : surfaces) {
            Terrain terrain = terrain(surface);
            LandscapeFigure figure = new LandscapeFigure(
                            terrain, 320, 300, "x", "y", List.of(path), new LandscapeFigure.Point(9, 9), List.of())
                    .withFacts(new Facts(null, List.of(arrow), List.of()));
            for (Camera camera :
                    List.of(new Camera(60, Camera.LOWEST, 1), new Camera(0, Camera.HIGHEST, 8), Camera.DEFAULT)) {
                String svg = SvgPainter.svg(
                        new SurfaceFigure(figure, SurfaceShape.of(terrain, 17), camera).scene(), "Extreme");
                SvgPainterTest.parse(svg);
                assertTrue(!svg.contains("NaN") && !svg.contains("Infinity"));
            }
        }
    }

    private static Mark.Mesh mesh(SurfaceFigure figure) {
        return (Mark.Mesh) figure.ground().marks().stream()
                .filter(mark -> mark instanceof Mark.Mesh)
                .findFirst()
                .orElseThrow();
    }

    private static SurfaceFigure figure(Terrain terrain, Camera camera) {
        return new SurfaceFigure(LandscapeFigure.of(terrain, 480, 400), SurfaceShape.of(terrain, 65), camera);
    }

    private static Terrain terrain(Surface surface) {
        Grid grid = Grid.sample(surface, WINDOW, 33, 33);
        return Terrain.of(grid, WINDOW, LossScale.linear(grid), Theme.LIGHT.map(), Theme.LIGHT, 200);
    }
}
