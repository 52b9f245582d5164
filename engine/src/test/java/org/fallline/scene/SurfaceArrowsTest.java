package org.fallline.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.fallline.experiment.Camera;
import org.fallline.landscape.Grid;
import org.fallline.landscape.LossScale;
import org.fallline.landscape.Surface;
import org.fallline.landscape.Window;
import org.junit.jupiter.api.Test;

/** Where on a surface the arrows of a field lie. */
class SurfaceArrowsTest {
    private static final Window WINDOW = new Window(-2, 2, -2, 2);

    /** The sphere at (1, 0): the arrow runs along −x through it, with all its shaft on the surface. */
    @Test
    void arrow_liesOnTheSurfaceAndPointsDown() {
        Field field = new Field(new double[] {1}, new double[] {0}, new double[] {-2}, new double[] {0}, 1);
        SurfaceShape shape = shape((x, y) -> x * x + y * y);
        Projection view = view(Camera.DEFAULT, 640);
        List<Mark.Line> arrows = arrows(shape, view, 640, field);
        assertEquals(1, arrows.size());
        Mark.Line arrow = arrows.get(0);
        int tip = arrow.x().length - 4;
        double[] along = new double[tip + 1];
        for (int i = 0; i <= tip; i++) {
            along[i] = (arrow.x()[i] - view.x(0, 0)) / (view.x(1, 0) - view.x(0, 0));
            assertEquals(view.y(along[i], 0, shape.height(along[i], 0) + SurfaceMarks.LIFT), arrow.y()[i], 1e-9);
        }
        assertEquals(0.5, (along[0] + along[tip]) / 2, 1e-9);
        assertTrue(shape.height(along[tip], 0) < shape.height(along[0], 0));
        assertTrue(along[0] - along[tip] > 0.01);
    }

    /** x² + 4y² at (½, ½) in a square window: −∇ = (−1, −4), so on the floor the arrow goes four times as far along y. */
    @Test
    void arrow_hasTheDirectionOfTheGradient() {
        Field field = new Field(new double[] {0.5}, new double[] {0.5}, new double[] {-1}, new double[] {-4}, 1);
        SurfaceShape shape = shape((x, y) -> x * x + 4 * y * y);
        Projection view = view(new Camera(0, Camera.HIGHEST, 1), 640);
        Mark.Line arrow = arrows(shape, view, 640, field).get(0);
        int tip = arrow.x().length - 4;
        // On the axis of the camera, x alone decides the column; the row also knows the height.
        double dx = (arrow.x()[tip] - arrow.x()[0]) * view.unit();
        double x0 = (arrow.x()[0] - view.x(0, 0)) * view.unit();
        double y0 = 0.25 + 4 * (x0 - 0.25);
        double y1 = y0 + 4 * dx;
        assertEquals(view.y(x0, y0, shape.height(x0, y0) + SurfaceMarks.LIFT), arrow.y()[0], 1e-9);
        assertEquals(view.y(x0 + dx, y1, shape.height(x0 + dx, y1) + SurfaceMarks.LIFT), arrow.y()[tip], 1e-9);
    }

    /** To within a piece of it; the arrow reaches 0.05 each way elsewhere. */
    @Test
    void arrowOverAValleysFloor_endsThere() {
        SurfaceShape shape = shape((x, y) -> Math.abs(x));
        Projection view = view(new Camera(0, Camera.HIGHEST, 1), 640);
        Field field = new Field(new double[] {0.02}, new double[] {0}, new double[] {-1}, new double[] {0}, 1);
        Mark.Line arrow = arrows(shape, view, 640, field).get(0);
        for (double x : arrow.x()) {
            assertTrue(x > view.x(-0.01, 0), "beyond the floor by " + (view.x(0, 0) - x));
        }
    }

    @Test
    void hiddenArrows_areFaint() {
        SurfaceShape shape = shape((x, y) -> Math.exp(-4 * x * x - 4 * y * y));
        Projection view = view(new Camera(0, 15, 1), 640);
        Horizon horizon = new Horizon(shape, view);
        int[] counts = new int[2];
        // Before and behind the hill.
        for (double v : new double[] {-0.6, 0.6}) {
            Field field = new Field(new double[] {0}, new double[] {v}, new double[] {0}, new double[] {v}, 1);
            Mark.Line arrow = arrows(shape, view, 640, field).get(0);
            boolean visible = horizon.isVisible(0, v / 2, shape.height(0, v / 2));
            assertEquals(visible ? 128 : 45, Color.alpha(arrow.color()));
            counts[visible ? 1 : 0]++;
        }
        assertEquals(1, counts[0]);
        assertEquals(1, counts[1]);
    }

    @Test
    void arrows_areFewerOnASmallFigureAndAllOnALargeOne() {
        SurfaceShape shape = shape((x, y) -> x + 0.1 * y);
        int side = 20;
        double[] u = new double[side * side];
        double[] v = new double[u.length];
        double[] down = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            int row = i / side;
            u[i] = -1.9 + 0.2 * (i % side);
            v[i] = -1.9 + 0.2 * row;
            down[i] = -1;
        }
        Field field = new Field(u, v, down, new double[u.length], side);
        assertEquals(100, arrows(shape, view(Camera.DEFAULT, 320), 320, field).size());
        assertEquals(400, arrows(shape, view(Camera.DEFAULT, 1920), 1920, field).size());
    }

    @Test
    void figure_hasItsFieldInGroundKeyAndDescription() {
        SurfaceShape shape = shape((x, y) -> x * x + y * y);
        Field field = new Field(new double[] {1}, new double[] {0}, new double[] {-2}, new double[] {0}, 1);
        LandscapeFigure bare = LandscapeFigure.of(shape.terrain(), 480, 400);
        LandscapeFigure known = bare.withFacts(new Facts(field, List.of(), List.of()));
        SurfaceFigure without = new SurfaceFigure(bare, shape, Camera.DEFAULT);
        SurfaceFigure with = new SurfaceFigure(known, shape, Camera.DEFAULT);
        // The arrow, its sign and its name.
        assertEquals(without.ground().marks().size() + 3, with.ground().marks().size());
        assertEquals(List.of("gradient field"), with.legend());
        assertTrue(with.scene().description().contains("Small arrows show the field of directions."));
    }

    private static List<Mark.Line> arrows(SurfaceShape shape, Projection view, double width, Field field) {
        LandscapeFigure figure = LandscapeFigure.of(shape.terrain(), width, width * 0.8);
        List<Mark> marks = new ArrayList<>();
        new SurfaceArrows(figure, shape, view, new Horizon(shape, view), 0).field(field, marks);
        return marks.stream().map(mark -> (Mark.Line) mark).toList();
    }

    private static Projection view(Camera camera, double width) {
        return new Projection(camera, 20, 20, width - 40, width * 0.8 - 40);
    }

    private static SurfaceShape shape(Surface surface) {
        Grid grid = Grid.sample(surface, WINDOW, 65, 65);
        Terrain terrain = Terrain.of(grid, WINDOW, LossScale.linear(grid), Theme.LIGHT.map(), Theme.LIGHT, 200);
        return SurfaceShape.of(terrain, 97);
    }
}
