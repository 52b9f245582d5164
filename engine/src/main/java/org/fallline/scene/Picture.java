package org.fallline.scene;

import java.util.ArrayList;
import java.util.List;
import org.fallline.experiment.Camera;
import org.fallline.experiment.Cut;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.Look;
import org.fallline.experiment.PlaneSpec;
import org.fallline.experiment.Trajectory;
import org.fallline.landscape.Grid;
import org.fallline.landscape.LossScale;
import org.fallline.landscape.Window;
import org.fallline.math.Decimal;
import org.fallline.problem.Problem;
import org.fallline.say.Say;
import org.fallline.survey.Findings;
import org.fallline.survey.Slice;
import org.fallline.survey.Standing;
import org.fallline.survey.Stride;
import org.jspecify.annotations.Nullable;

/** What an experiment looks like: the landscape over a slice of parameter space with the walks on it, and the losses by step. */
public final class Picture {
    /** So many parameters that are held are listed; of more, only the number is told. */
    private static final int MOST_NAMED = 12;

    /** Distances up to here are rounding. */
    private static final double NEAR = 1e-9;

    private final Experiment experiment;
    private final Problem problem;
    private final Slice slice;

    public Picture(Experiment experiment, Slice slice) {
        this(experiment, experiment.problem().problem(experiment.seed()), slice);
    }

    /** {@code problem} is the experiment's, for who has made it. */
    public Picture(Experiment experiment, Problem problem, Slice slice) {
        this.experiment = experiment;
        this.problem = problem;
        this.slice = slice;
    }

    /** The part of a slice that an experiment shows. */
    public static Window window(Cut cut, Slice slice) {
        Window chosen = cut.window();
        return chosen == null ? slice.legend().window() : chosen;
    }

    public Slice slice() {
        return slice;
    }

    /** How the losses of a grid become heights and colours. */
    public LossScale scale(Grid grid) {
        return scale(look(), grid);
    }

    /** How the losses of a grid become heights and colours. */
    public static LossScale scale(Look look, Grid grid) {
        return switch (look.scale()) {
            case LINEAR -> LossScale.linear(grid);
            case LOG -> LossScale.log(grid);
            case RANK -> LossScale.rank(grid);
        };
    }

    /**
     * Sampled losses as this picture shows them.
     *
     * @param window the part that is shown; where it reaches beyond the grid there is nothing to see
     * @param scale fitted to the grid, or to one before it so that colours stay as they are
     * @param size the shorter side of the figure in CSS pixels
     * @param detail pixels a side, as of a {@link Terrain}
     */
    public Relief relief(Grid grid, Window window, LossScale scale, Theme theme, double size, int detail) {
        ReliefWork work = reliefWork(grid, window, scale, theme, size, detail);
        while (!work.isDone()) {
            work.advance();
        }
        return work.relief();
    }

    /** The same relief as {@link #relief} gives, to be made in pieces. */
    public ReliefWork reliefWork(Grid grid, Window window, LossScale scale, Theme theme, double size, int detail) {
        boolean isSurface = look().projection() == Look.Projection.SURFACE;
        TerrainWork work = slice.isLine()
                ? null
                : Terrain.work(
                        grid,
                        window,
                        scale,
                        ColorMaps.of(look().colors(), theme),
                        theme,
                        size,
                        detail,
                        look().shaded());
        return new ReliefWork(grid, window, scale, theme, work, isSurface ? SurfaceShape.side(size) : 0);
    }

    /**
     * The landscape with the paths walked so far, as the experiment's look wants it.
     *
     * @param shadows of the walks, one an optimizer, in order; none while they are being computed
     * @param step the step at which time stands
     * @param facts of {@link #facts}
     * @param camera from where a surface is looked at
     */
    public LandscapeChart chart(
            Relief relief, List<Shadow> shadows, int step, Facts facts, Camera camera, double width, double height) {
        Terrain terrain = relief.terrain();
        if (terrain == null) {
            return profile(relief, shadows, step, facts, width, height);
        }
        LandscapeFigure map = map(terrain, shadows, step, facts, width, height);
        return relief.shape() == null ? map : new SurfaceFigure(map, relief.shape(), camera);
    }

    /**
     * What is known of the landscape, as far as the experiment's look wants to see it. Arrows are of the walk that the cut goes
     * through; one that has no length, as after the last step, has its place in the figure's key all the same.
     *
     * @param findings of this slice; others are not shown
     * @param standing where that walk is now; that of another place is not shown
     */
    public Facts facts(@Nullable Findings findings, List<Shadow> shadows, int step, @Nullable Standing standing) {
        return new SliceFacts(slice, look().layers())
                .of(findings, stride(shadows, step), place(shadows, step), standing);
    }

    private @Nullable Stride stride(List<Shadow> shadows, int step) {
        int walker = experiment.view().cut().walker();
        return walker < shadows.size()
                ? Stride.of(
                        experiment.optimizers().get(walker).at(step).descent(),
                        problem.sampling() != null,
                        shadows.get(walker).trajectory(),
                        step)
                : null;
    }

    /** Where the walk is that the cut goes through. */
    private double[] place(List<Shadow> shadows, int step) {
        int walker = experiment.view().cut().walker();
        if (walker >= shadows.size()) {
            return start();
        }
        Trajectory walk = shadows.get(walker).trajectory();
        return walk.params(Math.min(step, walk.length() - 1));
    }

    private LandscapeFigure map(
            Terrain terrain, List<Shadow> shadows, int step, Facts facts, double width, double height) {
        List<LandscapeFigure.Path> paths = new ArrayList<>();
        for (int i = 0; i < shadows.size(); i++) {
            if (experiment.optimizers().get(i).on()) {
                paths.add(shadows.get(i).path(label(i), i, step));
            }
        }
        return new LandscapeFigure(
                terrain,
                width,
                height,
                slice.legend().uName(),
                slice.legend().vName(),
                paths,
                point(start()),
                minima(),
                facts);
    }

    private ProfileFigure profile(
            Relief relief, List<Shadow> shadows, int step, Facts facts, double width, double height) {
        List<ProfileFigure.Walk> walks = new ArrayList<>();
        for (int i = 0; i < shadows.size(); i++) {
            if (experiment.optimizers().get(i).on()) {
                walks.add(shadows.get(i).walk(label(i), i, step));
            }
        }
        Window window = relief.grid().window();
        return new ProfileFigure(
                relief.theme(),
                width,
                height,
                slice.legend().uName(),
                new ProfileFigure.Curve(
                        window.uMin(), window.uMax(), relief.grid().values()),
                relief.scale(),
                walks,
                point(start()).u(),
                minima().stream().map(LandscapeFigure.Point::u).toList(),
                facts);
    }

    private double[] start() {
        return experiment.start().stream().mapToDouble(Double::doubleValue).toArray();
    }

    private String label(int optimizer) {
        return experiment.optimizers().get(optimizer).label();
    }

    /**
     * What the picture does not show, in a sentence or two: the parameters that are held, what the plane is, and how far from it
     * the walk is that it goes through. Empty if it shows everything.
     */
    public String note(List<Shadow> shadows, int step) {
        StringBuilder out = new StringBuilder(slice.legend().note());
        if (slice.legend().isParameters()) {
            out.append(held());
        }
        int walker = experiment.view().cut().walker();
        if (walker < shadows.size()) {
            double distance = shadows.get(walker).distance(step);
            if (distance > NEAR) {
                out.append(out.length() == 0 ? "" : " ")
                        .append(Say.of(
                                "picture.away",
                                "{0} is {1} away from what is shown.",
                                label(walker),
                                Decimal.text(distance, 3)));
            }
        }
        return out.toString();
    }

    private String held() {
        int shown = slice.isLine() ? 1 : 2;
        int others = slice.dimension() - shown;
        if (others <= 0) {
            return "";
        }
        int through = experiment.view().cut().through(experiment.view().step());
        if (others > MOST_NAMED || !(experiment.view().cut().plane() instanceof PlaneSpec.Axes axes)) {
            return heldAt(through, Say.of("picture.others", "{0} other parameters", others));
        }
        List<String> held = new ArrayList<>();
        List<String> names = problem.layout().elementNames();
        double[] origin = slice.origin();
        for (int i = 0; i < origin.length; i++) {
            if (i != axes.horizontal() && i != axes.vertical()) {
                held.add(names.get(i) + " = " + Decimal.text(origin[i], 4));
            }
        }
        return heldAt(through, String.join(", ", held));
    }

    private static String heldAt(int step, String what) {
        return step == 0
                ? Say.of("picture.heldAtStart", "Held at the start: {0}.", what)
                : Say.of("picture.heldAtStep", "Held as at step {0}: {1}.", step, what);
    }

    /** The known minima that are in the slice. */
    public List<LandscapeFigure.Point> minima() {
        List<LandscapeFigure.Point> minima = new ArrayList<>();
        for (List<Double> minimum : problem.minima()) {
            double[] params = minimum.stream().mapToDouble(Double::doubleValue).toArray();
            if (slice.distance(params) <= NEAR) {
                minima.add(point(params));
            }
        }
        return minima;
    }

    private LandscapeFigure.Point point(double[] params) {
        double[] at = slice.project(params);
        return new LandscapeFigure.Point(at[0], at[1]);
    }

    Look look() {
        return experiment.view().look();
    }
}
