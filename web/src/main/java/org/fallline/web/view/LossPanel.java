package org.fallline.web.view;

import java.util.List;
import org.fallline.experiment.Trajectory;
import org.fallline.scene.Picture;
import org.fallline.scene.Scene;
import org.fallline.web.model.Model;
import org.fallline.web.platform.Browser;
import org.fallline.web.platform.CanvasPainter;
import org.fallline.web.platform.Html;
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
        Scene scene = Picture.losses(
                        model.experiment(),
                        Appearance.theme(),
                        trajectories,
                        model.state().step(),
                        Math.max(SMALLEST_WIDTH, frame.getClientWidth()),
                        Math.max(SMALLEST_HEIGHT, frame.getClientHeight()))
                .scene();
        painter.paint(scene);
        if (!model.state().playing() && !scene.description().equals(canvas.getAttribute("aria-label"))) {
            canvas.setAttribute("aria-label", scene.description());
        }
    }
}
