package org.fallline.scene;

import java.util.List;
import org.fallline.landscape.LossScale;
import org.fallline.landscape.Ticks;
import org.fallline.landscape.Window;
import org.fallline.math.Real;

/** The axes of a surface: u and v along the two lower edges next to the viewer, losses up the leftmost corner. */
final class SurfaceAxes {
    private static final double TICK = 0.035;
    private static final double NUMBER = 0.1;
    private static final double NAME = 0.27;

    private final LandscapeFigure figure;
    private final SurfaceShape shape;
    private final Projection view;
    private final Theme theme;
    private final double size;

    SurfaceAxes(LandscapeFigure figure, SurfaceShape shape, Projection view) {
        this.figure = figure;
        this.shape = shape;
        this.view = view;
        this.theme = figure.terrain().theme();
        this.size = Axes.fontSize(figure.width());
    }

    private double nearX() {
        return view.towardX > 0 ? 1 : -1;
    }

    private double nearY() {
        return view.towardY > 0 ? 1 : -1;
    }

    /** What the surface may cover: the axis of losses, and the outline of the floor. */
    void behind(List<Mark> marks) {
        double[] cornersX = {-1, 1, 1, -1};
        double[] cornersY = {-1, -1, 1, 1};
        double[] px = new double[4];
        double[] py = new double[4];
        int left = 0;
        for (int i = 0; i < 4; i++) {
            px[i] = view.x(cornersX[i], cornersY[i]);
            py[i] = view.y(cornersX[i], cornersY[i], SurfaceShape.FLOOR);
            left = px[i] < px[left] ? i : left;
        }
        marks.add(new Mark.Area(px, py, theme.plotBackground()));
        marks.add(new Mark.Line(px, py, true, theme.gridLine(), 1, new double[0]));
        losses(cornersX[left], cornersY[left], marks);
    }

    private void losses(double x, double y, List<Mark> marks) {
        double px = view.x(x, y);
        double bottom = view.y(x, y, SurfaceShape.FLOOR);
        double top = view.y(x, y, SurfaceShape.HEIGHT);
        marks.add(Mark.Line.segment(px, bottom, px, top, theme.mutedInk(), 1));
        double length = bottom - top;
        // Seen from above, heights have no room for numbers.
        if (length < 4 * size || figure.terrain().grid().finiteCount() == 0) {
            return;
        }
        double free = Double.POSITIVE_INFINITY;
        LossScale scale = figure.terrain().scale();
        double[] ticks = scale.ticks(Axes.count(length, size * 2.2));
        String[] texts = LossTexts.of(scale, ticks, Ticks.USUAL_DIGITS);
        for (int i = 0; i < ticks.length; i++) {
            double tick = ticks[i];
            if (tick > scale.max()) {
                continue;
            }
            double py = view.y(x, y, shape.height(tick));
            if (py > free) {
                continue;
            }
            free = py - size * 1.15;
            marks.add(Mark.Line.segment(px - 4, py, px, py, theme.mutedInk(), 1));
            marks.add(Legend.text(texts[i], px - 7, py + size * 0.35, Mark.Label.Anchor.END, size, theme.mutedInk()));
        }
        String name = LossTexts.name(scale);
        double middle = Real.max(px, Header.PAD + Legend.textWidth(name, size) / 2);
        marks.add(Legend.text(name, middle, top - size * 0.7, Mark.Label.Anchor.MIDDLE, size, theme.ink()));
    }

    /** What stands before the surface: the axes of the plane's coordinates. */
    void before(List<Mark> marks) {
        Window window = figure.terrain().window();
        double y = nearY();
        AxisTicks us = ticks(window.uMin(), window.uMax(), view.x(1, y) - view.x(-1, y), rowDifference(true));
        for (int i = 0; i < us.at().length; i++) {
            tick(shape.x(us.at()[i]), y, 0, y, us.texts()[i], marks);
        }
        edge(-1, y, 1, y, marks);
        name(0, y, 0, y, figure.uName() + us.base(), marks);
        if (!figure.hasSecondAxis()) {
            return;
        }
        double x = nearX();
        AxisTicks vs = ticks(window.vMin(), window.vMax(), view.x(x, 1) - view.x(x, -1), rowDifference(false));
        for (int i = 0; i < vs.at().length; i++) {
            tick(x, shape.y(vs.at()[i]), x, 0, vs.texts()[i], marks);
        }
        edge(x, -1, x, 1, marks);
        name(x, 0, x, 0, figure.vName() + vs.base(), marks);
    }

    private double rowDifference(boolean alongU) {
        return alongU ? view.y(1, 0, 0) - view.y(-1, 0, 0) : view.y(0, 1, 0) - view.y(0, -1, 0);
    }

    private AxisTicks ticks(double min, double max, double columns, double rows) {
        // Numbers stand beside each other where the edge runs across the picture, else below each other.
        double room = Math.abs(columns) / (size * 4.5) + Math.abs(rows) / (size * 3);
        return room < 1.2 ? AxisTicks.plain(new double[0]) : AxisTicks.of(min, max, Math.max(2, (int) room));
    }

    private void edge(double x1, double y1, double x2, double y2, List<Mark> marks) {
        marks.add(Mark.Line.segment(
                view.x(x1, y1),
                view.y(x1, y1, SurfaceShape.FLOOR),
                view.x(x2, y2),
                view.y(x2, y2, SurfaceShape.FLOOR),
                theme.mutedInk(),
                1));
    }

    private void tick(double x, double y, double outX, double outY, String text, List<Mark> marks) {
        double px = view.x(x, y);
        double py = view.y(x, y, SurfaceShape.FLOOR);
        double endX = view.x(x + TICK * outX, y + TICK * outY);
        double endY = view.y(x + TICK * outX, y + TICK * outY, SurfaceShape.FLOOR);
        marks.add(Mark.Line.segment(px, py, endX, endY, theme.mutedInk(), 1));
        label(x, y, outX, outY, NUMBER, text, theme.mutedInk(), marks);
    }

    private void name(double x, double y, double outX, double outY, String text, List<Mark> marks) {
        label(x, y, outX, outY, NAME, text, theme.ink(), marks);
    }

    /** A text outside of an edge, on the side of its anchor that the edge is not on. */
    private void label(
            double x, double y, double outX, double outY, double distance, String text, int color, List<Mark> marks) {
        double dx = view.x(x + outX, y + outY) - view.x(x, y);
        double dy = view.y(x + outX, y + outY, 0) - view.y(x, y, 0);
        double norm = Math.sqrt(dx * dx + dy * dy);
        double ux = norm > 0 ? dx / norm : 0;
        double uy = norm > 0 ? dy / norm : 1;
        Mark.Label.Anchor anchor =
                ux > 0.35 ? Mark.Label.Anchor.START : ux < -0.35 ? Mark.Label.Anchor.END : Mark.Label.Anchor.MIDDLE;
        double gap = distance == NUMBER ? size * 0.7 : size * (Math.abs(ux) > 0.35 ? 3 : 2.1);
        double px = view.x(x, y) + ux * gap;
        double py = view.y(x, y, SurfaceShape.FLOOR) + uy * gap + size * (0.35 + 0.35 * uy);
        marks.add(Legend.text(text, px, py, anchor, size, color));
    }
}
