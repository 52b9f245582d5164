package org.fallline.web.view;

import java.util.Objects;
import org.fallline.scene.Scene;
import org.fallline.scene.Theme;
import org.fallline.web.model.Model;
import org.fallline.web.platform.Browser;
import org.fallline.web.platform.CanvasPainter;
import org.fallline.web.platform.Extent;
import org.fallline.web.platform.Html;
import org.fallline.web.platform.Pointer;
import org.fallline.web.words.Words;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;

/** A figure on a canvas of its own, painted when it has changed. */
final class FigureTile implements Tile {
    private static final double SMALLEST_WIDTH = 240;
    /** As the style sheet has it. */
    private static final double SMALLEST_HEIGHT = 180;

    private final Figure figure;
    private final Model model;
    private final TileFrame tile;
    private final Extent extent;
    private final HTMLElement frame = Html.element("div", "tile-figure");
    private final HTMLCanvasElement canvas = (HTMLCanvasElement) Html.element("canvas", "");
    private final CanvasPainter painter = new CanvasPainter(canvas);
    private double given;
    private boolean fills;
    private boolean pressed;
    private boolean isTold;
    private @Nullable Shown shown;
    /** What lies over the picture is painted by this; null until there is something. */
    private @Nullable CanvasPainter above;

    private @Nullable Shown shownOver;
    private @Nullable Scene scene;

    /** What a picture depends on. */
    private record Shown(Object key, Theme theme, double width, double height, double ratio) {
        Shown withKey(Object other) {
            return new Shown(other, theme, width, height, ratio);
        }
    }

    FigureTile(Figure figure, Model model, Runnable changed) {
        this.figure = figure;
        this.model = model;
        this.tile = TileFrame.of(figure.name(), figure.title(), figure.zone(), figure.isUsual());
        figure.controls().forEach(tile.header()::appendChild);
        canvas.setAttribute("role", "img");
        canvas.setAttribute("aria-label", Words.say("tiles.computing", figure.title()));
        frame.appendChild(canvas);
        tile.element().appendChild(frame);
        extent = new Extent(frame, changed);
        if (figure.isPointed()) {
            canvas.setClassName("pointed");
            Html.on(canvas, "pointerdown", event -> press((Pointer) event));
            Html.on(canvas, "pointermove", event -> move((Pointer) event));
            Html.on(canvas, "pointerup", event -> pressed = false);
            Html.on(canvas, "pointercancel", event -> pressed = false);
            Html.on(canvas, "pointerleave", event -> figure.hover(Double.NaN, Double.NaN));
        }
    }

    private void press(Pointer event) {
        pressed = true;
        event.capture(canvas);
        figure.press(event.getOffsetX(), event.getOffsetY());
    }

    private void move(Pointer event) {
        figure.hover(event.getOffsetX(), event.getOffsetY());
        if (pressed) {
            figure.press(event.getOffsetX(), event.getOffsetY());
        }
    }

    @Override
    public TileFrame frame() {
        return tile;
    }

    @Override
    public boolean fits() {
        return figure.fits();
    }

    @Override
    public void fill() {
        fills = true;
    }

    @Override
    public void settle() {
        extent.read();
        size();
    }

    @Override
    public boolean isPainted() {
        return shown != null || !fits();
    }

    @Override
    public boolean isMoving() {
        return true;
    }

    private double width() {
        return Math.max(SMALLEST_WIDTH, extent.width());
    }

    private double height() {
        return fills ? Math.max(SMALLEST_HEIGHT, extent.height()) : figure.height(width());
    }

    private void size() {
        double height = height();
        if (!fills && height != given) {
            given = height;
            Browser.setProperty(frame, "height", height + "px");
        }
        figure.showControls();
    }

    @Override
    public void show() {
        size();
        Object key = figure.key();
        if (key == null) {
            return;
        }
        Shown now = new Shown(key, Appearance.theme(), width(), height(), Browser.pixelRatio());
        if (!now.equals(shown)) {
            shown = now;
            scene = figure.scene(now.width(), now.height(), now.theme());
            painter.paint(scene);
        }
        showOver(now);
        describe();
    }

    private void showOver(Shown below) {
        Object key = figure.overKey();
        if (key == null) {
            if (shownOver != null) {
                shownOver = null;
                above().clear();
            }
            return;
        }
        Shown now = below.withKey(key);
        if (!now.equals(shownOver)) {
            shownOver = now;
            scene = figure.over();
            above().paint(scene);
        }
    }

    private CanvasPainter above() {
        CanvasPainter made = above;
        if (made == null) {
            HTMLElement second = Html.element("canvas", "over");
            second.setAttribute("aria-hidden", "true");
            frame.appendChild(second);
            made = new CanvasPainter((HTMLCanvasElement) second);
            above = made;
        }
        return made;
    }

    /** Tells a screen reader what is seen, at first and when it stands still: a text that changes all the time is never read to its end. */
    private void describe() {
        Scene seen = scene;
        if (seen == null || (model.state().playing() && isTold)) {
            return;
        }
        scene = null;
        isTold = true;
        String text = seen.description();
        if (!Objects.equals(text, canvas.getAttribute("aria-label"))) {
            canvas.setAttribute("aria-label", text);
        }
    }
}
