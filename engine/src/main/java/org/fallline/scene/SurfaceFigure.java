package org.fallline.scene;

import java.util.ArrayList;
import java.util.List;
import org.fallline.experiment.Camera;
import org.fallline.say.Say;
import org.jspecify.annotations.Nullable;

/**
 * A landscape figure in three dimensions: the surface with its isolines seen by a camera, and what the figure has on it,
 * lying on the surface; states off the plane float at their own loss, joined to their shadows by plumb lines. What the
 * surface hides is faint.
 *
 * @param figure what is shown, and at which size
 * @param shape of the figure's terrain
 * @param camera from where it is seen
 */
public record SurfaceFigure(LandscapeFigure figure, SurfaceShape shape, Camera camera) implements LandscapeChart {
    private static final double SIDE_MARGIN = 46;
    private static final double BOTTOM_MARGIN = 18;

    public SurfaceFigure {
        if (shape.terrain() != figure.terrain()) {
            throw new IllegalArgumentException("a surface figure needs the shape of its own figure's terrain");
        }
    }

    /** The same figure from elsewhere. */
    public SurfaceFigure from(Camera place) {
        return new SurfaceFigure(figure, shape, place);
    }

    /** The whole figure. */
    @Override
    public Scene scene() {
        List<Mark> marks = new ArrayList<>(groundMarks());
        marks.addAll(overlayMarks());
        return scene(figure.terrain().theme().background(), marks);
    }

    /** The surface with axes and legend, which stays while only the current steps of the paths change. */
    @Override
    public Scene ground() {
        return scene(figure.terrain().theme().background(), groundMarks());
    }

    /** Nothing: on a surface lines are translucent, and what is walked would show what lies ahead through it. */
    @Override
    public Scene ahead() {
        return scene(Color.TRANSPARENT, List.of());
    }

    /** The paths and markers on a transparent background of the same size. */
    @Override
    public Scene overlay() {
        return scene(Color.TRANSPARENT, overlayMarks());
    }

    /** The point of the plane whose surface a pixel shows; null where it shows none. */
    @Override
    public LandscapeFigure.@Nullable Point at(double x, double y) {
        Projection view = view(header());
        double[] floor = view.floor(x, y);
        // Sight lines rise towards the viewer: from above the highest point on, away from the viewer, down to the
        // floor.
        double highest = SurfaceShape.HEIGHT * 1.01 / view.rise;
        double lowest = SurfaceShape.FLOOR / view.rise;
        double step = 1.0 / shape.side();
        int steps = (int) ((highest - lowest) / step) + 1;
        for (int i = 0; i <= steps; i++) {
            double s = highest - i * step;
            if (isBelow(floor, view, s)) {
                double below = s;
                double above = s + step;
                for (int k = 0; k < 20; k++) {
                    double middle = (below + above) / 2;
                    if (isBelow(floor, view, middle)) {
                        below = middle;
                    } else {
                        above = middle;
                    }
                }
                if (Double.isNaN(shape.height(floor[0] + above * view.towardX, floor[1] + above * view.towardY))) {
                    return null; // a wall, or what is seen through a hole
                }
                double u = shape.u(floor[0] + below * view.towardX);
                double v = shape.v(floor[1] + below * view.towardY);
                return new LandscapeFigure.Point(u, v);
            }
        }
        return null;
    }

    /** The sight line through a point of the floor plane is below the surface, so far towards the viewer. */
    private boolean isBelow(double[] floor, Projection view, double s) {
        return s * view.rise <= shape.height(floor[0] + s * view.towardX, floor[1] + s * view.towardY);
    }

    @Override
    public @Nullable PlotArea plot() {
        return null;
    }

    @Override
    public List<String> legend() {
        return figure.legend();
    }

    private Scene scene(int background, List<Mark> marks) {
        return new Scene(figure.width(), figure.height(), background, marks, this::describe);
    }

    private String describe() {
        int around = (int) Math.floor(camera.azimuth() + 0.5);
        int up = (int) Math.floor(camera.elevation() + 0.5);
        return Say.of(
                        "surface.seen",
                        "A surface seen from {0}° round and {1}° above the horizon.",
                        Math.floorMod(around, 360),
                        up)
                + " " + LandscapeText.describe(figure);
    }

    private Header header() {
        return new Header(
                figure.terrain(),
                figure.width(),
                Header.entries(figure),
                figure.paths().size());
    }

    private Projection view(Header header) {
        double size = Axes.fontSize(figure.width());
        double margin = SIDE_MARGIN * size / 12;
        double top = header.bottom();
        return new Projection(
                camera,
                margin,
                top,
                figure.width() - 2 * margin,
                figure.height() - top - (BOTTOM_MARGIN + size) * size / 12);
    }

    private List<Mark> groundMarks() {
        Header header = header();
        Projection view = view(header);
        List<Mark> marks = new ArrayList<>();
        SurfaceAxes axes = new SurfaceAxes(figure, shape, view);
        axes.behind(marks);
        marks.add(shape.mesh(view));
        Horizon horizon = new Horizon(shape, view);
        new SurfaceMarks(figure, shape, view, horizon, header.bottom()).isolines(marks);
        Field field = figure.facts().field();
        if (field != null) {
            new SurfaceArrows(figure, shape, view, horizon, header.bottom()).field(field, marks);
        }
        axes.before(marks);
        if (camera.zoom() > 1) {
            int background = figure.terrain().theme().background();
            marks.add(Mark.Area.rectangle(0, 0, figure.width(), header.bottom() - 4, background));
        }
        Terrain terrain = figure.terrain();
        double size = Axes.fontSize(figure.width());
        Note.paint(
                terrain.note(Say.of("note.noSurface", "there is no surface")),
                figure.width() / 2,
                header.bottom() + size * 1.6,
                size,
                terrain.theme(),
                marks);
        header.paint(figure.width() - Header.PAD, marks);
        return marks;
    }

    private List<Mark> overlayMarks() {
        Header header = header();
        Projection view = view(header);
        Horizon horizon = new Horizon(shape, view);
        SurfaceMarks states = new SurfaceMarks(figure, shape, view, horizon, header.bottom());
        List<Mark> marks = new ArrayList<>();
        states.points(marks);
        for (LandscapeFigure.Path path : figure.paths()) {
            states.path(path, marks);
        }
        states.start(marks);
        new SurfaceArrows(figure, shape, view, horizon, header.bottom()).steps(marks);
        for (LandscapeFigure.Path path : figure.paths()) {
            states.current(path, marks);
        }
        return marks;
    }
}
