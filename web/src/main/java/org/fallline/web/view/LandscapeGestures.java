package org.fallline.web.view;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.fallline.experiment.Camera;
import org.fallline.experiment.Look;
import org.fallline.landscape.Ticks;
import org.fallline.landscape.Window;
import org.fallline.scene.LandscapeChart;
import org.fallline.scene.LandscapeFigure;
import org.fallline.scene.Picture;
import org.fallline.scene.PlotArea;
import org.fallline.survey.Slice;
import org.fallline.web.model.Model;
import org.fallline.web.model.ProblemIntents;
import org.fallline.web.model.TimeIntents;
import org.fallline.web.model.ViewIntents;
import org.fallline.web.platform.Html;
import org.fallline.web.platform.Pointer;
import org.fallline.web.worker.Landscape;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * What a visitor does on the landscape: a click starts there; a drag moves the map or turns the surface; two fingers, the wheel,
 * buttons and keys zoom.
 *
 * <p>The wheel zooms where the landscape has the focus or a key is held: a reader who scrolls past it should get past it.
 */
final class LandscapeGestures {
    /** A place needs no more digits than these pixels a side can tell apart. */
    private static final double PIXELS = 1000;

    /** A pointer that has moved this far, in pixels, is dragged and not clicked. */
    private static final double DRAG = 4;

    /** Degrees that the surface turns for a pixel. */
    private static final double TURN = 0.4;

    /** Zooming by a button, by a key, and by a pixel of the wheel. */
    private static final double STEP = 1.5;

    private static final double WHEEL = 1.0015;

    private final Model model;
    private final HTMLElement surface;
    private final Supplier<@Nullable LandscapeChart> chart;
    /** Where each pointer is that is down. */
    private final Map<Integer, Place> down = new LinkedHashMap<>();

    private @Nullable Drag drag;

    private record Place(double x, double y) {}

    /** A drag: where it began, with what was shown then. */
    private record Drag(
            Place from, double spread, @Nullable PlotArea plot, Window window, Camera camera, boolean moved) {
        Drag moving() {
            return new Drag(from, spread, plot, window, camera, true);
        }
    }

    LandscapeGestures(Model model, HTMLElement surface, Supplier<@Nullable LandscapeChart> chart) {
        this.model = model;
        this.surface = surface;
        this.chart = chart;
        Html.on(surface, "pointerdown", event -> press((Pointer) event));
        Html.on(surface, "pointermove", event -> move((Pointer) event));
        Html.on(surface, "pointerup", event -> release((Pointer) event, true));
        Html.on(surface, "pointercancel", event -> release((Pointer) event, false));
        Html.on(surface, "wheel", event -> wheel((Pointer) event));
        Html.on(Html.byId("zoom-in"), "click", event -> zoom(STEP));
        Html.on(Html.byId("zoom-out"), "click", event -> zoom(1 / STEP));
        Html.on(Html.byId("zoom-reset"), "click", event -> reset());
        Html.on(surface, "keydown", event -> key((KeyboardEvent) event));
    }

    private void key(KeyboardEvent event) {
        switch (event.getKey()) {
            case "+", "=" -> zoom(STEP);
            case "-" -> zoom(1 / STEP);
            case "0" -> reset();
            default -> {
                return;
            }
        }
        event.preventDefault();
    }

    private void press(Pointer event) {
        down.put(event.getPointerId(), place(event));
        event.capture(surface);
        begin();
    }

    /** Begins a drag with the pointers that are down. */
    private void begin() {
        LandscapeChart shown = chart.get();
        Window window = window();
        boolean moved = drag != null && drag.moved();
        drag = down.isEmpty() || shown == null || window == null
                ? null
                : new Drag(middle(), spread(), shown.plot(), window, camera(), moved || down.size() > 1);
    }

    private void move(Pointer event) {
        Drag present = drag;
        if (present == null || !down.containsKey(event.getPointerId())) {
            return;
        }
        down.put(event.getPointerId(), place(event));
        Place now = middle();
        double dx = now.x() - present.from().x();
        double dy = now.y() - present.from().y();
        if (!present.moved() && Math.sqrt(dx * dx + dy * dy) < DRAG) {
            return;
        }
        drag = present.moving();
        double factor = present.spread() > 0 ? spread() / present.spread() : 1;
        PlotArea plot = present.plot();
        if (plot == null) {
            model.dispatch(ViewIntents.camera(
                    present.camera().orbit(-dx * TURN, dy * TURN).zoomed(factor)));
        } else {
            double u = plot.u(present.from().x());
            double v = plot.v(present.from().y());
            show(present.window().zoom(u, v, factor).shift(-dx / plot.width() / factor, dy / plot.height() / factor));
        }
    }

    private void release(Pointer event, boolean intended) {
        Place at = down.remove(event.getPointerId());
        Drag ended = drag;
        if (intended && ended != null && !ended.moved() && at != null) {
            start(at);
        }
        if (down.isEmpty()) {
            drag = null;
        } else {
            begin();
        }
    }

    private void start(Place place) {
        Slice slice = slice();
        LandscapeChart shown = chart.get();
        LandscapeFigure.Point at = shown == null ? null : shown.at(place.x(), place.y());
        Window window = window();
        if (at != null && slice != null && window != null) {
            double u = Ticks.round(at.u(), window.width() / PIXELS);
            double v = Ticks.round(at.v(), window.height() / PIXELS);
            model.dispatch(ProblemIntents.startAt(slice, u, v));
            if (Motion.isWelcome()) {
                model.dispatch(TimeIntents.ROLL);
            }
        }
    }

    private void wheel(Pointer event) {
        boolean meant = event.getCtrlKey()
                || event.getMetaKey()
                || surface == HTMLDocument.current().getActiveElement();
        if (!meant) {
            return;
        }
        event.preventDefault();
        double factor = Math.exp(-event.getDeltaY() * Math.log(WHEEL));
        LandscapeChart shown = chart.get();
        LandscapeFigure.Point at = shown == null ? null : shown.at(event.getOffsetX(), event.getOffsetY());
        zoomAt(at, factor);
    }

    private void zoom(double factor) {
        zoomAt(null, factor);
    }

    private void zoomAt(LandscapeFigure.@Nullable Point at, double factor) {
        Window window = window();
        if (window == null) {
            return;
        }
        LandscapeChart shown = chart.get();
        if (shown != null && shown.plot() == null) {
            model.dispatch(ViewIntents.camera(camera().zoomed(factor)));
        } else if (at == null) {
            show(window.zoom(window.uMin() / 2 + window.uMax() / 2, window.vMin() / 2 + window.vMax() / 2, factor));
        } else {
            show(window.zoom(at.u(), at.v(), factor));
        }
    }

    private void reset() {
        model.dispatch(ViewIntents.window(null));
        if (model.experiment().view().look().projection() == Look.Projection.SURFACE) {
            model.dispatch(ViewIntents.camera(Camera.DEFAULT));
        }
    }

    private void show(Window window) {
        Slice slice = slice();
        if (slice != null && slice.resolves(window)) {
            model.dispatch(ViewIntents.window(slice.isLine() ? slice.along(window) : window));
        }
    }

    private @Nullable Slice slice() {
        Landscape landscape = model.landscape();
        return landscape == null ? null : landscape.slice();
    }

    private @Nullable Window window() {
        Slice slice = slice();
        return slice == null ? null : Picture.window(model.experiment().view().cut(), slice);
    }

    private Camera camera() {
        return model.experiment().view().look().camera();
    }

    private static Place place(Pointer event) {
        return new Place(event.getOffsetX(), event.getOffsetY());
    }

    private Place middle() {
        double x = 0;
        double y = 0;
        for (Place place : down.values()) {
            x += place.x() / down.size();
            y += place.y() / down.size();
        }
        return new Place(x, y);
    }

    /** How far two fingers are apart; 0 for one. */
    private double spread() {
        if (down.size() != 2) {
            return 0;
        }
        Place[] both = down.values().toArray(new Place[0]);
        double dx = both[0].x() - both[1].x();
        double dy = both[0].y() - both[1].y();
        return Math.sqrt(dx * dx + dy * dy);
    }
}
