package org.fallline.web.view;

import java.util.List;
import java.util.Objects;
import org.fallline.autodiff.ValueAndGradient;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.OptimizerSpec;
import org.fallline.landscape.Grid;
import org.fallline.math.Decimal;
import org.fallline.problem.ProblemSpec;
import org.fallline.scene.LandscapeFigure;
import org.fallline.scene.Picture;
import org.fallline.scene.PlotArea;
import org.fallline.scene.Scene;
import org.fallline.scene.Terrain;
import org.fallline.scene.Theme;
import org.fallline.web.model.Model;
import org.fallline.web.model.ProblemIntents;
import org.fallline.web.platform.Browser;
import org.fallline.web.platform.CanvasPainter;
import org.fallline.web.platform.Html;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.events.MouseEvent;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;

/** The landscape: the ground on one canvas, and what moves over it on another. */
final class LandscapePanel implements Panel {
    private static final double SMALLEST_WIDTH = 240;
    private static final double SMALLEST_HEIGHT = 280;

    private final Model model;
    private final HTMLElement frame = Html.byId("landscape");
    private final HTMLCanvasElement overlay = (HTMLCanvasElement) Html.byId("overlay");
    private final CanvasPainter groundPainter = new CanvasPainter((HTMLCanvasElement) Html.byId("ground"));
    private final CanvasPainter overlayPainter = new CanvasPainter(overlay);
    private final HTMLElement readout = Html.byId("readout");
    private final HTMLElement held = Html.byId("held");
    private @Nullable Ground ground;
    private @Nullable LandscapeFigure figure;
    private @Nullable ProblemSpec hovered;
    private @Nullable ValueAndGradient function;

    /** What the ground depends on; it is painted anew when one of these changes. */
    private record Key(
            Grid grid, Picture picture, Theme theme, double width, double height, double ratio, List<String> names) {
        boolean sameGround(Key other) {
            return grid == other.grid
                    && picture == other.picture
                    && theme.equals(other.theme)
                    && width == other.width
                    && height == other.height
                    && ratio == other.ratio
                    && names.equals(other.names);
        }
    }

    private record Ground(Key key, Terrain terrain) {}

    private @Nullable Experiment pictured;
    private @Nullable Picture picture;

    LandscapePanel(Model model, Runnable resized) {
        this.model = model;
        Browser.onResize(frame, resized::run);
        Html.on(overlay, "click", event -> start((MouseEvent) event));
        Html.on(overlay, "pointermove", event -> read((MouseEvent) event));
        Html.on(overlay, "pointerleave", event -> Html.setText(readout, ""));
    }

    @Override
    public void show() {
        Grid grid = model.grid();
        if (grid == null) {
            return;
        }
        double width = Math.max(SMALLEST_WIDTH, frame.getClientWidth());
        double height = Math.max(SMALLEST_HEIGHT, frame.getClientHeight());
        Key key = new Key(grid, picture(), Appearance.theme(), width, height, Browser.pixelRatio(), names());
        if (ground == null || !ground.key().sameGround(key)) {
            ground = new Ground(key, key.picture().terrain(grid, key.theme(), Math.min(width, height)));
            groundPainter.paint(figure(ground.terrain(), width, height).ground());
            Html.setText(held, Decimal.typeset(key.picture().held()));
        }
        LandscapeFigure shown = figure(ground.terrain(), width, height);
        figure = shown;
        Scene scene = shown.overlay();
        overlayPainter.paint(scene);
        if (!model.state().playing() && !scene.description().equals(overlay.getAttribute("aria-label"))) {
            overlay.setAttribute("aria-label", scene.description());
        }
    }

    /** The names in the figure's legend: the more there are, the less room has the map. */
    private List<String> names() {
        return model.trajectories().isEmpty()
                ? List.of()
                : model.experiment().optimizers().stream()
                        .map(OptimizerSpec::label)
                        .toList();
    }

    private LandscapeFigure figure(Terrain terrain, double width, double height) {
        return picture().landscape(terrain, model.trajectories(), model.state().step(), width, height);
    }

    /** The picture of the experiment, but for its step: that alone does not make another one. */
    private Picture picture() {
        Experiment experiment = model.experiment();
        Experiment still = experiment.withView(experiment.view().withStep(0));
        if (picture == null || !still.equals(pictured)) {
            pictured = still;
            picture = new Picture(still);
        }
        return Objects.requireNonNull(picture);
    }

    private void start(MouseEvent event) {
        LandscapeFigure shown = figure;
        if (shown != null) {
            PlotArea plot = shown.plot();
            if (plot.contains(event.getOffsetX(), event.getOffsetY())) {
                model.dispatch(ProblemIntents.startAt(plot.u(event.getOffsetX()), plot.v(event.getOffsetY())));
            }
        }
    }

    private void read(MouseEvent event) {
        LandscapeFigure shown = figure;
        if (shown == null || !shown.plot().contains(event.getOffsetX(), event.getOffsetY())) {
            Html.setText(readout, "");
            return;
        }
        double u = shown.plot().u(event.getOffsetX());
        double v = shown.plot().v(event.getOffsetY());
        double[] gradient = new double[model.experiment().start().size()];
        double loss = function().valueAndGradient(picture().params(u, v), gradient);
        StringBuilder text = new StringBuilder(named(shown.uName(), u));
        if (!shown.vName().isEmpty()) {
            text.append(named(shown.vName(), v));
        }
        Html.setText(readout, text.append(named("loss", loss)).toString());
    }

    private static String named(String name, double value) {
        return name + " " + Decimal.typeset(Decimal.text(value, 4)) + "   ";
    }

    private ValueAndGradient function() {
        ProblemSpec problem = model.experiment().problem();
        if (function == null || !problem.equals(hovered)) {
            hovered = problem;
            function = problem.problem(model.experiment().seed()).valueAndGradient();
        }
        return Objects.requireNonNull(function);
    }
}
