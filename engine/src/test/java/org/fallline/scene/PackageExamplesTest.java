package org.fallline.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fallline.experiment.Camera;
import org.fallline.landscape.Contours;
import org.fallline.landscape.Grid;
import org.fallline.landscape.Isoline;
import org.fallline.landscape.LossScale;
import org.fallline.landscape.Window;
import org.junit.jupiter.api.Test;

/** The examples in the documentation of the packages landscape and scene. */
class PackageExamplesTest {
    @Test
    void landscapeExample_runs() {
        Window window = new Window(-5, 5, -5, 5);
        Grid grid = Grid.sample((u, v) -> u * u + 4 * v * v, window, 65, 65);
        LossScale scale = LossScale.log(grid);
        List<Isoline> lines = Contours.at(grid, 10);
        double colour = scale.unit(grid.interpolate(1.25, -2));
        assertEquals(1, lines.size());
        assertEquals(scale.unit(1.25 * 1.25 + 16), colour, 1e-12);
    }

    @Test
    void sceneExample_runs() {
        Window window = new Window(-5, 5, -5, 5);
        Grid grid = Grid.sample((u, v) -> u * u + 4 * v * v, window, 65, 65);
        Terrain terrain = Terrain.of(grid, window, LossScale.log(grid), Theme.LIGHT.map(), Theme.LIGHT, 480);
        Scene scene = LandscapeFigure.of(terrain, 640, 480).scene();
        String svg = SvgPainter.svg(scene, "A bowl");
        assertTrue(svg.startsWith("<svg ") && svg.endsWith("</svg>\n"));
        LandscapeFigure figure = LandscapeFigure.of(terrain, 640, 480);
        SurfaceFigure surface = new SurfaceFigure(figure, SurfaceShape.of(terrain, 65), Camera.DEFAULT);
        assertTrue(surface.scene().marks().stream().anyMatch(mark -> mark instanceof Mark.Mesh));
    }
}
