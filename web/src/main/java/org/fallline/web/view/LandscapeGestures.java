package org.fallline.web.view;

import java.util.function.Supplier;
import org.fallline.landscape.Ticks;
import org.fallline.landscape.Window;
import org.fallline.scene.LandscapeChart;
import org.fallline.scene.LandscapeFigure;
import org.fallline.web.model.Model;
import org.fallline.web.model.ProblemIntents;
import org.fallline.web.platform.Html;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.events.MouseEvent;
import org.teavm.jso.dom.html.HTMLElement;

/** What a visitor does on the landscape with a pointer. */
final class LandscapeGestures {
    private final Model model;
    private final Supplier<@Nullable LandscapeChart> chart;

    LandscapeGestures(Model model, HTMLElement surface, Supplier<@Nullable LandscapeChart> chart) {
        this.model = model;
        this.chart = chart;
        Html.on(surface, "click", event -> start((MouseEvent) event));
    }
}
