package org.fallline.scene;

import java.util.List;
import org.fallline.math.Real;

/** Arrows on a surface: its field of directions, and what a rule would do at the current step; faint where hidden. */
final class SurfaceArrows {
    /** Arrows of a field nearer than this, in px, would merge: rows and columns are left out. */
    private static final double ROOM = 13;

    /** Pieces of half an arrow of a field, which lies on the surface. */
    private static final int PIECES = 4;

    private static final double HIDDEN = 0.35;

    private final LandscapeFigure figure;
    private final SurfaceShape shape;
    private final Projection view;
    private final Horizon horizon;
    private final double top;
    private final double scale;

    /** Nothing is drawn above {@code top}. */
    SurfaceArrows(LandscapeFigure figure, SurfaceShape shape, Projection view, Horizon horizon, double top) {
        this.figure = figure;
        this.shape = shape;
        this.view = view;
        this.horizon = horizon;
        this.top = top;
        this.scale = Axes.markScale(figure.width());
    }

    /**
     * The arrows of a field, each lying on the surface over its direction, so that it points down the slope. Lengths are
     * those in space: an arrow down a wall covers little ground. One that would lead out of a valley on the other side ends at
     * its floor.
     */
    void field(Field all, List<Mark> marks) {
        double cell = Math.sqrt(4.0 / all.columns() / all.rows());
        double spacing = cell * Math.sqrt(view.flat()) / view.unit();
        int stride = Math.max(1, Math.min(64, (int) Math.ceil(ROOM * scale / spacing)));
        Field field = all.thinned(stride);
        double longest = Real.min(cell * stride * FieldArrows.SHARE, FieldArrows.MOST_LENGTH * scale * view.unit());
        double[] sizes = field.sizes();
        double[] ranks = Field.ranks(sizes);
        for (int i = 0; i < sizes.length; i++) {
            double x = shape.x(field.u()[i]);
            double y = shape.y(field.v()[i]);
            // Divided first, so that the steepest slopes stay numbers.
            double dx = field.du()[i] / sizes[i] / figure.terrain().window().width();
            double dy = field.dv()[i] / sizes[i] / figure.terrain().window().height();
            double norm = Real.hypot(dx, dy);
            if (norm > 0 && Double.isFinite(norm)) {
                int color = FieldArrows.ink(figure.terrain(), field, i);
                arrow(x, y, dx / norm, dy / norm, FieldArrows.length(longest, ranks[i]), color, marks);
            }
        }
    }

    private void arrow(double x, double y, double dx, double dy, double length, int color, List<Mark> marks) {
        double near = 1.0 / (shape.side() - 1);
        double rise = shape.height(x + near * dx, y + near * dy) - shape.height(x - near * dx, y - near * dy);
        if (Double.isNaN(rise)) {
            return;
        }
        double slope = rise / (2 * near);
        double flattening = Math.sqrt(1 + slope * slope);
        double piece = length / flattening / (2 * PIECES);
        int ahead = reach(x, y, dx, dy, piece, true);
        int back = reach(x, y, dx, dy, piece, false);
        if (ahead + back < 2) {
            return;
        }
        double[] px = new double[ahead + back + 4];
        double[] py = new double[px.length];
        int used = 0;
        for (int k = -back; k <= ahead; k++) {
            put(x + k * piece * dx, y + k * piece * dy, px, py, used++);
        }
        double barb = FieldArrows.barb(length * (ahead + back) / (2 * PIECES), scale * view.unit());
        double tipX = x + ahead * piece * dx;
        double tipY = y + ahead * piece * dy;
        double baseX = tipX - barb / flattening * dx;
        double baseY = tipY - barb / flattening * dy;
        put(baseX - barb * 0.6 * dy, baseY + barb * 0.6 * dx, px, py, used++);
        put(tipX, tipY, px, py, used++);
        put(baseX + barb * 0.6 * dy, baseY - barb * 0.6 * dx, px, py, used);
        for (double row : py) {
            if (!(row > top)) {
                return;
            }
        }
        boolean visible = horizon.isVisible(x, y, shape.height(x, y) + SurfaceMarks.LIFT);
        double opacity = FieldArrows.OPACITY * (visible ? 1 : HIDDEN);
        marks.add(FieldArrows.stroke(px, py, Color.withOpacity(color, opacity), scale));
    }

    private void put(double x, double y, double[] px, double[] py, int at) {
        px[at] = view.x(x, y);
        py[at] = view.y(x, y, shape.height(x, y) + SurfaceMarks.LIFT);
    }

    /** How many pieces along a direction, or against it, the surface goes on down, or up. */
    private int reach(double x, double y, double dx, double dy, double piece, boolean down) {
        double sign = down ? 1 : -1;
        double last = shape.height(x, y);
        for (int k = 1; k <= PIECES; k++) {
            double z = shape.height(x + sign * k * piece * dx, y + sign * k * piece * dy);
            if (!(sign * (last - z) >= 0)) {
                return k - 1;
            }
            last = z;
        }
        return PIECES;
    }

    /** The arrows of the step, straight between points of the surface; one that leads out of the window goes on. */
    void steps(List<Mark> marks) {
        PlotArea box = new PlotArea(figure.terrain().window(), -1, -1, 2, 2);
        Clip clip = new Clip(box);
        for (StepArrow arrow : figure.facts().arrows()) {
            double[] x = {box.x(arrow.u()), box.x(arrow.u() + arrow.du())};
            double[] y = {box.y(arrow.v()), box.y(arrow.v() + arrow.dv())};
            List<Clip.Piece> pieces = clip.pieces(x, y, 2);
            if (!box.contains(x[0], y[0]) || pieces.isEmpty()) {
                continue;
            }
            Clip.Piece piece = pieces.get(0);
            double x1 = piece.x()[0];
            double y1 = -piece.y()[0];
            double x2 = piece.x()[1];
            double y2 = -piece.y()[1];
            double z1 = shape.height(x1, y1) + SurfaceMarks.LIFT;
            double z2 = shape.height(x2, y2) + SurfaceMarks.LIFT;
            boolean above = view.y(x1, y1, z1) > top && view.y(x2, y2, z2) > top;
            boolean visible = horizon.isVisible(x1, y1, z1) || horizon.isVisible(x2, y2, z2);
            if (above) {
                StepArrows.paint(
                        arrow.kind(),
                        view.x(x1, y1),
                        view.y(x1, y1, z1),
                        view.x(x2, y2),
                        view.y(x2, y2, z2),
                        !box.contains(x[1], y[1]),
                        figure.terrain().theme(),
                        scale,
                        visible ? 1 : HIDDEN,
                        marks);
            }
        }
    }
}
