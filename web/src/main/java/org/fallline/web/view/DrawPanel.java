package org.fallline.web.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fallline.data.Dataset;
import org.fallline.math.Decimal;
import org.fallline.problem.Interval;
import org.fallline.problem.ProblemSpec;
import org.fallline.scene.PointsFigure;
import org.fallline.scene.Scene;
import org.fallline.scene.Theme;
import org.fallline.web.model.DrawIntents;
import org.fallline.web.model.Drawing;
import org.fallline.web.model.Model;
import org.fallline.web.platform.Browser;
import org.fallline.web.platform.CanvasPainter;
import org.fallline.web.platform.Html;
import org.fallline.web.words.Words;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.events.MouseEvent;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;

/** A board on which a visitor puts points to learn from: by pressing, or by keys that move a cursor. */
final class DrawPanel implements Panel {
    private static final String ERASE = "";
    private static final Interval PLANE = new Interval(-6, 6);
    private static final Interval ALONG = new Interval(-1.5, 1.5);
    private static final Interval VALUES = new Interval(-2.5, 2.5);

    /** Cursor steps from edge to edge. */
    private static final int STEPS = 48;

    /** How near, in pixels, a point is to be meant. */
    private static final double NEAR = 12;

    private final Model model;
    private final HTMLElement button = Html.byId("draw-points");
    private final HTMLElement place = Html.byId("drawing");
    private final HTMLElement classes = Html.element("div", "chips");
    private final HTMLElement board = Html.element("div", "board");
    private final HTMLCanvasElement canvas = (HTMLCanvasElement) Html.element("canvas", "");
    private final HTMLElement told = Html.element("p", "hint");
    private final CanvasPainter painter = new CanvasPainter(canvas);
    private List<HTMLElement> brushes = List.of();
    private List<String> offered = List.of();
    private String brush = "A";
    private int cursorColumn = STEPS / 2;
    private int cursorRow = STEPS / 2;
    private boolean hasKeys;
    private @Nullable ProblemSpec known;
    private @Nullable Drawing drawing;
    private @Nullable PointsFigure shown;

    DrawPanel(Model model) {
        this.model = model;
        canvas.setAttribute("role", "img");
        board.appendChild(canvas);
        board.setAttribute("tabindex", "0");
        board.setAttribute("role", "application");
        board.setAttribute("aria-label", Words.say("draw.board"));
        told.setAttribute("role", "status");
        classes.setAttribute("role", "radiogroup");
        classes.setAttribute("aria-label", Words.say("draw.brush"));
        place.appendChild(classes);
        place.appendChild(board);
        place.appendChild(told);
        Html.on(button, "click", event -> begin());
        Html.on(board, "click", event -> press((MouseEvent) event));
        Html.on(board, "keydown", event -> key((KeyboardEvent) event));
        Html.on(board, "focus", event -> {
            hasKeys = Browser.isFocusVisible(board);
            show();
        });
        Html.on(board, "blur", event -> {
            hasKeys = false;
            show();
        });
        Browser.onResize(board, this::show);
    }

    /** A curve or a surface where the network learns a quantity of one or two inputs, classes in the plane elsewhere. */
    private void begin() {
        Drawing.Kind kind = Drawing.Kind.CLASSES;
        if (model.experiment().problem() instanceof ProblemSpec.Network network) {
            Dataset data = network.examples().dataset();
            if (!data.isClassified() && data.inputs().equals(List.of("x"))) {
                kind = Drawing.Kind.CURVE;
            } else if (!data.isClassified() && data.inputs().equals(List.of("x", "y"))) {
                kind = Drawing.Kind.SURFACE;
            }
        }
        model.attempt(DrawIntents.begin(kind));
        cursorColumn = STEPS / 2;
        cursorRow = STEPS / 2;
        board.focus();
    }

    private void press(MouseEvent event) {
        PointsFigure figure = shown;
        if (figure == null) {
            return;
        }
        double column = event.getOffsetX();
        double row = event.getOffsetY();
        if (brush.equals(ERASE)) {
            erase(column, row);
        } else {
            put(figure.x(column), figure.y(row));
        }
    }

    private void key(KeyboardEvent event) {
        PointsFigure figure = shown;
        if (figure == null || event.isCtrlKey() || event.isMetaKey() || event.isAltKey()) {
            return;
        }
        int by = event.isShiftKey() ? 4 : 1;
        switch (event.getKey()) {
            case "ArrowLeft" -> cursorColumn = Math.max(0, cursorColumn - by);
            case "ArrowRight" -> cursorColumn = Math.min(STEPS, cursorColumn + by);
            case "ArrowUp" -> cursorRow = Math.max(0, cursorRow - by);
            case "ArrowDown" -> cursorRow = Math.min(STEPS, cursorRow + by);
            case "Enter", " " -> {
                if (brush.equals(ERASE)) {
                    erase(column(figure), row(figure));
                } else {
                    put(figure.x(column(figure)), figure.y(row(figure)));
                }
            }
            case "Delete", "Backspace" -> erase(column(figure), row(figure));
            default -> {
                return;
            }
        }
        // The page's own keys would step through time.
        event.preventDefault();
        event.stopPropagation();
        hasKeys = true;
        show();
    }

    private double column(PointsFigure figure) {
        return figure.width() * cursorColumn / STEPS;
    }

    private double row(PointsFigure figure) {
        return figure.height() * cursorRow / STEPS;
    }

    private void put(double x, double y) {
        boolean isCurve = drawing != null && drawing.kind() == Drawing.Kind.CURVE;
        model.attempt(DrawIntents.put(x, y, isCurve ? "" : brush));
    }

    /** Removes the point that is nearest, if one is near. */
    private void erase(double column, double row) {
        PointsFigure figure = shown;
        if (figure == null) {
            return;
        }
        int nearest = -1;
        double least = NEAR;
        for (int i = 0; i < figure.points().size(); i++) {
            double dx = figure.column(figure.points().get(i).x()) - column;
            double dy = figure.row(figure.points().get(i).y()) - row;
            double distance = Math.sqrt(dx * dx + dy * dy);
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        if (nearest >= 0) {
            model.attempt(DrawIntents.remove(nearest));
        }
    }

    @Override
    public void show() {
        ProblemSpec spec = model.experiment().problem();
        if (!spec.equals(known)) {
            known = spec;
            drawing = Drawing.of(spec); // reads the whole table
        }
        Drawing now = drawing;
        Html.setVisible(place, now != null);
        Html.setText(button, Words.say(now == null ? "draw.open" : "draw.anew"));
        button.setAttribute("aria-expanded", now == null ? "false" : "true");
        if (now == null) {
            return;
        }
        // Reading it makes the browser lay the page out.
        double width = board.getClientWidth();
        if (width < 1) {
            return;
        }
        Theme theme = Appearance.theme();
        showBrushes(now, theme);
        // A surface may have other heights than those that one can put.
        Map<String, PointsFigure.Kind> kinds = new LinkedHashMap<>();
        now.labels().forEach(label -> kinds.put(label, kind(label, now, theme)));
        List<PointsFigure.Point> points = new ArrayList<>();
        for (Drawing.Point point : now.points()) {
            PointsFigure.Kind kind = kinds.computeIfAbsent(point.label(), label -> kind(label, now, theme));
            points.add(new PointsFigure.Point(point.x(), point.y(), kind));
        }
        PointsFigure figure = figure(theme, width, now, List.copyOf(kinds.values()), points, null);
        PointsFigure.Place cursor =
                hasKeys ? new PointsFigure.Place(figure.x(column(figure)), figure.y(row(figure))) : null;
        PointsFigure whole = figure(theme, width, now, List.copyOf(kinds.values()), points, cursor);
        if (whole.equals(shown)) {
            return;
        }
        shown = whole;
        Scene scene = whole.scene();
        painter.paint(scene);
        canvas.setAttribute("aria-label", scene.description());
        Html.setText(told, scene.description());
    }

    private static PointsFigure figure(
            Theme theme,
            double width,
            Drawing drawing,
            List<PointsFigure.Kind> kinds,
            List<PointsFigure.Point> points,
            PointsFigure.@Nullable Place cursor) {
        return new PointsFigure(
                theme,
                width,
                width,
                drawing.kind() == Drawing.Kind.CURVE ? ALONG : PLANE,
                drawing.kind() == Drawing.Kind.CURVE ? VALUES : PLANE,
                kinds,
                points,
                cursor);
    }

    private static PointsFigure.Kind kind(String label, Drawing of, Theme theme) {
        return new PointsFigure.Kind(shown(label, of.kind()), color(label, of, theme));
    }

    private static String shown(String label, Drawing.Kind kind) {
        return kind == Drawing.Kind.SURFACE ? Decimal.typeset(label) : label;
    }

    /** A height has the colour that predictions of it have. */
    private static int color(String label, Drawing of, Theme theme) {
        return of.kind() == Drawing.Kind.SURFACE
                ? theme.strongSign(Double.parseDouble(label))
                : theme.optimizer(Math.max(0, of.labels().indexOf(label)));
    }

    private void showBrushes(Drawing now, Theme theme) {
        List<String> wanted = new ArrayList<>(now.labels().isEmpty() ? List.of(Words.say("draw.point")) : now.labels());
        wanted.add(ERASE);
        if (!wanted.equals(offered)) {
            offered = wanted;
            brush = wanted.get(0);
            List<HTMLElement> made = new ArrayList<>();
            for (int i = 0; i < wanted.size(); i++) {
                made.add(brush(i, wanted.get(i), now.kind()));
            }
            brushes = made;
            Html.replaceChildren(classes, made);
        }
        for (int i = 0; i < wanted.size() - 1; i++) {
            int color = color(wanted.get(i), now, theme);
            Browser.setProperty(brushes.get(i), "--optimizer", CanvasPainter.css(color));
        }
    }

    private HTMLElement brush(int number, String name, Drawing.Kind kind) {
        HTMLElement radio = Html.element("input", "");
        radio.setAttribute("type", "radio");
        radio.setAttribute("name", "brush");
        Html.setChecked(radio, number == 0);
        Html.on(radio, "change", event -> brush = name);
        HTMLElement label = Html.element("label", "brush", radio);
        if (!name.equals(ERASE)) {
            label.appendChild(Html.element("span", "swatch"));
        }
        label.appendChild(Html.text("span", "", name(name, kind)));
        return label;
    }

    private static String name(String brush, Drawing.Kind kind) {
        if (brush.equals(ERASE)) {
            return Words.say("draw.erase");
        }
        return switch (kind) {
            case CLASSES -> Words.say("draw.class", brush);
            case CURVE -> brush;
            case SURFACE -> Words.say("draw.height", shown(brush, kind));
        };
    }
}
