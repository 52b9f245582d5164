package org.fallline.web.view;

import java.util.function.Supplier;
import org.fallline.landscape.Ticks;
import org.fallline.landscape.Window;
import org.fallline.scene.LandscapeChart;
import org.fallline.scene.LandscapeFigure;
import org.fallline.scene.Picture;
import org.fallline.web.model.Model;
import org.fallline.web.model.ProblemIntents;
import org.fallline.web.platform.Html;
import org.fallline.web.worker.Landscape;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.events.MouseEvent;
import org.teavm.jso.dom.html.HTMLElement;

/** What a visitor does on the landscape with a pointer. */
final class LandscapeGestures {
    /** A place needs no more digits than these pixels a side can tell apart. */
    private static final double PIXELS = 1000;

    private final Model model;
    private final Supplier<@Nullable LandscapeChart> chart;

    LandscapeGestures(Model model, HTMLElement surface, Supplier<@Nullable LandscapeChart> chart) {
        this.model = model;
        this.chart = chart;
        Html.on(surface, "click", event -> start((MouseEvent) event));
    }

    private void start(MouseEvent event) {
        LandscapeChart shown = chart.get();
        Landscape landscape = model.landscape();
        LandscapeFigure.Point at = shown == null ? null : shown.at(event.getOffsetX(), event.getOffsetY());
        if (at != null && landscape != null) {
            Window window = Picture.window(model.experiment().view().cut(), landscape.slice());
            double u = Ticks.round(at.u(), window.width() / PIXELS);
            double v = Ticks.round(at.v(), window.height() / PIXELS);
            model.dispatch(ProblemIntents.startAt(landscape.slice(), u, v));
        }
    }
}
