package org.fallline.web.conformance;

import java.util.List;
import java.util.Map;
import org.fallline.autodiff.ValueAndGradient;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.Run;
import org.fallline.experiment.Trajectory;
import org.fallline.landscape.Contours;
import org.fallline.landscape.Grid;
import org.fallline.landscape.Isoline;
import org.fallline.landscape.LossScale;
import org.fallline.landscape.Window;
import org.fallline.problem.ProblemSpec;
import org.fallline.scene.ColorMap;
import org.fallline.scene.LandscapeFigure;
import org.fallline.scene.SvgPainter;
import org.fallline.scene.Terrain;
import org.fallline.scene.Theme;

/** A landscape: its samples, its isolines and the whole picture as SVG, pixels included. */
final class PictureSection {
    private static final int SIDE = 17;
    private static final double SIZE = 240;

    /** Pixels a side of the map: few, as the slowest platform only interprets. */
    private static final double DETAIL = 40;

    private PictureSection() {}

    static void print(Lines lines) {
        Experiment experiment =
                Experiment.of(new ProblemSpec.Function("", "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", Map.of()));
        Run run = Run.of(experiment);
        ValueAndGradient function = run.function();
        double[] point = new double[2];
        Window window = new Window(-5, 5, -5, 5);
        Grid grid = Grid.sample(
                (u, v) -> {
                    point[0] = u;
                    point[1] = v;
                    return function.value(point);
                },
                window,
                SIDE,
                SIDE);
        lines.bits("grid", grid.values());
        LossScale scale = LossScale.log(grid);
        for (LossScale.Level level : scale.levels(5)) {
            for (Isoline isoline : Contours.at(grid, level.loss())) {
                lines.bits("isoline u", isoline.u());
                lines.bits("isoline v", isoline.v());
            }
        }
        Trajectory trajectory = run.trajectories().get(0);
        double[] u = new double[trajectory.length()];
        double[] v = new double[trajectory.length()];
        for (int i = 0; i < u.length; i++) {
            u[i] = trajectory.param(i, 0);
            v[i] = trajectory.param(i, 1);
        }
        Terrain terrain = Terrain.of(grid, window, scale, ColorMap.FELL_LIGHT, Theme.LIGHT, DETAIL);
        LandscapeFigure figure = new LandscapeFigure(
                terrain,
                SIZE,
                SIZE,
                "x",
                "y",
                List.of(new LandscapeFigure.Path("SGD", 0, u, v, u.length - 1, trajectory.ending() != null)),
                new LandscapeFigure.Point(u[0], v[0]),
                List.of());
        lines.block("svg", SvgPainter.svg(figure.scene(), "Himmelblau"));
    }
}
