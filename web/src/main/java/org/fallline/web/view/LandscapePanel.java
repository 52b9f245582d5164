package org.fallline.web.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.OptimizerSpec;
import org.fallline.experiment.Trajectory;
import org.fallline.experiment.View;
import org.fallline.landscape.Grid;
import org.fallline.landscape.LossScale;
import org.fallline.landscape.Window;
import org.fallline.math.Decimal;
import org.fallline.scene.Facts;
import org.fallline.scene.LandscapeChart;
import org.fallline.scene.Picture;
import org.fallline.scene.Relief;
import org.fallline.scene.Scene;
import org.fallline.scene.Shadow;
import org.fallline.scene.Theme;
import org.fallline.survey.Slice;
import org.fallline.web.model.Model;
import org.fallline.web.platform.Browser;
import org.fallline.web.platform.CanvasPainter;
import org.fallline.web.platform.Html;
import org.fallline.web.worker.Landscape;
import org.jspecify.annotations.Nullable;
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
    private final HTMLElement held = Html.byId("held");
    private @Nullable Ground ground;
    private @Nullable LandscapeChart chart;
    private @Nullable Fitted fitted;
    private @Nullable Experiment pictured;
    private @Nullable Picture picture;
    private List<Shadow> shadows = List.of();

    /** What the ground depends on; it is painted anew when one of these changes. */
    private record Key(
            Grid grid,
            Window window,
            Picture picture,
            Theme theme,
            double width,
            double height,
            double ratio,
            List<String> names) {
        boolean sameGround(Key other) {
            return grid == other.grid
                    && window.equals(other.window)
                    && picture == other.picture
                    && theme.equals(other.theme)
                    && width == other.width
                    && height == other.height
                    && ratio == other.ratio
                    && names.equals(other.names);
        }
    }

    private record Ground(Key key, Relief relief) {}

    /** A scale, and the grid that it was fitted to. */
    private record Fitted(Grid grid, Picture picture, LossScale scale) {}

    LandscapePanel(Model model, Runnable resized) {
        this.model = model;
        Browser.onResize(frame, resized::run);
        new LandscapeGestures(model, overlay, () -> chart);
    }

    @Override
    public void show() {
        Landscape landscape = model.landscape();
        if (landscape == null) {
            return;
        }
        Slice slice = landscape.slice();
        Picture current = picture(slice);
        double width = Math.max(SMALLEST_WIDTH, frame.getClientWidth());
        double height = Math.max(SMALLEST_HEIGHT, frame.getClientHeight());
        Window window = Picture.window(model.experiment().view().cut(), slice);
        Key key = new Key(
                landscape.grid(), window, current, Appearance.theme(), width, height, Browser.pixelRatio(), names());
        boolean changed = ground == null || !ground.key().sameGround(key);
        if (changed) {
            LossScale scale = scale(landscape.grid(), current);
            ground = new Ground(
                    key, current.relief(landscape.grid(), window, scale, key.theme(), Math.min(width, height)));
        }
        LandscapeChart shown = current.chart(
                Objects.requireNonNull(ground).relief(),
                shadows(slice),
                model.state().step(),
                Facts.NONE,
                width,
                height);
        chart = shown;
        if (changed) {
            groundPainter.paint(shown.ground());
        }
        Scene scene = shown.overlay();
        overlayPainter.paint(scene);
        Html.setText(held, Decimal.typeset(current.note(shadows, model.state().step())));
        if (!model.state().playing() && !scene.description().equals(overlay.getAttribute("aria-label"))) {
            overlay.setAttribute("aria-label", scene.description());
        }
    }

    /** The scale of a grid: fitted to the second level of refinement, and kept from there on, so that colours do not jump. */
    private LossScale scale(Grid grid, Picture current) {
        Fitted before = fitted;
        if (before != null
                && before.picture() == current
                && before.grid().window().equals(grid.window())
                && before.grid().columns() >= ENOUGH_TO_FIT
                && before.grid().columns() <= grid.columns()) {
            return before.scale();
        }
        LossScale scale = current.scale(grid);
        fitted = new Fitted(grid, current, scale);
        return scale;
    }

    private static final int ENOUGH_TO_FIT = 33;

    /** The names in the figure's legend: the more there are, the less room has the map. */
    private List<String> names() {
        return model.trajectories().isEmpty()
                ? List.of()
                : model.experiment().optimizers().stream()
                        .map(OptimizerSpec::label)
                        .toList();
    }

    /** The walks as the slice shows them. */
    private List<Shadow> shadows(Slice slice) {
        List<Trajectory> walks = model.trajectories();
        boolean same = shadows.size() == walks.size();
        for (int i = 0; same && i < walks.size(); i++) {
            same = shadows.get(i).trajectory() == walks.get(i) && shadows.get(i).slice() == slice;
        }
        if (!same) {
            List<Shadow> made = new ArrayList<>();
            walks.forEach(walk -> made.add(new Shadow(walk, slice)));
            shadows = made;
        }
        return shadows;
    }

    /** The picture of the experiment, but for what changes while time runs or the visitor zooms. */
    private Picture picture(Slice slice) {
        View view = model.experiment().view();
        Experiment still = model.experiment()
                .withView(view.withStep(0)
                        .withCut(view.cut()
                                .withWindow(null)
                                .withAnchor(view.cut().walker(), 0)));
        if (picture == null || picture.slice() != slice || !still.equals(pictured)) {
            pictured = still;
            picture = new Picture(model.experiment(), slice);
        }
        return Objects.requireNonNull(picture);
    }
}
