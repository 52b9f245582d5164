package org.fallline.web.view;

import java.util.List;
import org.fallline.experiment.OptimizerSpec;
import org.fallline.experiment.Trajectory;
import org.fallline.scene.Scene;
import org.fallline.scene.StepCharts;
import org.fallline.scene.Theme;
import org.fallline.web.model.Model;
import org.fallline.web.platform.Browser;
import org.fallline.web.platform.CanvasPainter;
import org.fallline.web.platform.Html;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;

/** The losses of all optimizers by step. */
final class LossPanel implements Panel {
    private static final double SMALLEST_WIDTH = 240;
    private static final double SMALLEST_HEIGHT = 100;

    private final Model model;
    private final HTMLElement frame = Html.byId("losses");
    private final HTMLCanvasElement canvas = (HTMLCanvasElement) Html.byId("loss-canvas");
    private final CanvasPainter painter = new CanvasPainter(canvas);

    private final StepCharts charts = StepCharts.ofLosses();

    private @Nullable Shown shown;

    /** What the panel depends on. Trajectories are compared by identity. */
    private record Shown(
            List<OptimizerSpec> optimizers,
            int steps,
            List<Trajectory> trajectories,
            int step,
            Theme theme,
            double width,
            double height,
            double ratio) {}

    LossPanel(Model model, Runnable resized) {
        this.model = model;
        Browser.onResize(frame, resized::run);
    }

    @Override
    public void show() {
        List<Trajectory> trajectories = model.trajectories();
        if (trajectories.isEmpty()) {
            return;
        }
        Shown now = new Shown(
                model.experiment().optimizers(),
                model.experiment().steps(),
                trajectories,
                model.state().step(),
                Appearance.theme(),
                Math.max(SMALLEST_WIDTH, frame.getClientWidth()),
                Math.max(SMALLEST_HEIGHT, frame.getClientHeight()),
                Browser.pixelRatio());
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        Scene scene = charts.figure(
                        model.experiment(), now.theme(), trajectories, List.of(), now.width(), now.height())
                .scene();
        painter.paint(scene);
        if (!model.state().playing() && !scene.description().equals(canvas.getAttribute("aria-label"))) {
            canvas.setAttribute("aria-label", scene.description());
        }
    }
}
