package org.fallline.scene;

import java.util.ArrayList;
import java.util.List;
import org.fallline.autodiff.ValueAndGradient;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.Trajectory;
import org.fallline.experiment.View;
import org.fallline.landscape.Grid;
import org.fallline.landscape.LossScale;
import org.fallline.landscape.Plane;
import org.fallline.landscape.Surface;
import org.fallline.landscape.Window;
import org.fallline.math.Decimal;
import org.fallline.problem.Interval;
import org.fallline.problem.Problem;

/**
 * What an experiment looks like: the landscape over the two parameters of its view, and the losses by step.
 *
 * <p>Parameters outside the view are held at the start. A problem of one parameter has no second axis; its landscape does not
 * change upwards.
 */
public final class Picture {
    /** Samples a side: interpolated, isolines lie within a tenth of a pixel of the true ones on a map of 512 pixels. */
    public static final int SAMPLES = 65;

    /** So many parameters that are held are listed; of more, only the number is told. */
    private static final int MOST_NAMED = 12;

    private final Experiment experiment;
    private final Problem problem;
    private final double[] start;
    private final boolean hasVertical;

    public Picture(Experiment experiment) {
        this.experiment = experiment;
        this.problem = experiment.problem().problem(experiment.seed());
        this.start =
                experiment.start().stream().mapToDouble(Double::doubleValue).toArray();
        this.hasVertical = start.length > 1;
    }

    /** The part of the plane that is shown. */
    public Window window() {
        Interval right = problem.domain().get(view().horizontal());
        Interval up = hasVertical ? problem.domain().get(view().vertical()) : new Interval(-1, 1);
        return new Window(right.from(), right.to(), up.from(), up.to());
    }

    /** The parameters at a point of the plane. */
    public double[] params(double u, double v) {
        double[] params = start.clone();
        if (hasVertical) {
            Plane.axes(start, view().horizontal(), view().vertical()).point(u, v, params);
        } else {
            params[0] = u;
        }
        return params;
    }

    /** The loss over the plane. */
    public Surface surface(ValueAndGradient function) {
        double[] params = start.clone();
        if (!hasVertical) {
            return (u, v) -> {
                params[0] = u;
                return function.value(params);
            };
        }
        Plane plane = Plane.axes(start, view().horizontal(), view().vertical());
        return (u, v) -> {
            plane.point(u, v, params);
            return function.value(params);
        };
    }

    /**
     * The map of sampled losses.
     *
     * @param size the shorter side of the figure in CSS pixels
     */
    public Terrain terrain(Grid grid, Theme theme, double size) {
        LossScale scale = view().scale() == View.Scale.LOG ? LossScale.log(grid) : LossScale.linear(grid);
        return Terrain.of(grid, grid.window(), scale, theme.map(), theme, size);
    }

    /**
     * The landscape with the paths walked so far.
     *
     * @param trajectories one an optimizer, in order; none while they are being computed
     * @param step the step at which time stands
     */
    public LandscapeFigure landscape(
            Terrain terrain, List<Trajectory> trajectories, int step, double width, double height) {
        List<LandscapeFigure.Path> paths = new ArrayList<>();
        for (int i = 0; i < trajectories.size(); i++) {
            paths.add(path(trajectories.get(i), i, step));
        }
        List<String> names = problem.layout().elementNames();
        return new LandscapeFigure(
                terrain,
                width,
                height,
                names.get(view().horizontal()),
                hasVertical ? names.get(view().vertical()) : "",
                paths,
                point(experiment.start()),
                minima());
    }

    private LandscapeFigure.Path path(Trajectory trajectory, int optimizer, int step) {
        double[] u = new double[trajectory.length()];
        double[] v = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            u[i] = trajectory.param(i, view().horizontal());
            v[i] = hasVertical ? trajectory.param(i, view().vertical()) : 0;
        }
        return new LandscapeFigure.Path(label(optimizer), optimizer, u, v, step, trajectory.ending() != null);
    }

    /** The losses by step. */
    public LossFigure losses(Theme theme, List<Trajectory> trajectories, int step, double width, double height) {
        List<LossFigure.Curve> curves = new ArrayList<>();
        for (int i = 0; i < trajectories.size(); i++) {
            Trajectory trajectory = trajectories.get(i);
            curves.add(new LossFigure.Curve(label(i), i, trajectory.losses(), trajectory.ending() != null));
        }
        return new LossFigure(theme, width, height, curves, Math.max(1, experiment.steps()), step);
    }

    /** What the picture does not show, in a sentence; empty if it shows every parameter. */
    public String held() {
        int others = start.length - 2;
        if (others > MOST_NAMED) {
            return "Held at the start: " + others + " other parameters";
        }
        StringBuilder out = new StringBuilder();
        List<String> names = problem.layout().elementNames();
        for (int i = 0; i < start.length; i++) {
            if (i != view().horizontal() && i != view().vertical()) {
                out.append(out.length() == 0 ? "Held at the start: " : ", ");
                out.append(names.get(i)).append(" = ").append(Decimal.text(start[i], 4));
            }
        }
        return out.toString();
    }

    private String label(int optimizer) {
        return experiment.optimizers().get(optimizer).label();
    }

    /** Known minima, where the plane surely goes through them. */
    private List<LandscapeFigure.Point> minima() {
        return start.length > 2
                ? List.of()
                : problem.minima().stream().map(this::point).toList();
    }

    private LandscapeFigure.Point point(List<Double> params) {
        return new LandscapeFigure.Point(
                params.get(view().horizontal()), hasVertical ? params.get(view().vertical()) : 0);
    }

    private View view() {
        return experiment.view();
    }
}
