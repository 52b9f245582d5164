package org.fallline.scene;

import java.util.List;
import org.fallline.landscape.Ticks;
import org.fallline.say.Say;
import org.jspecify.annotations.Nullable;

/**
 * What has a direction in a profile: the way down, as small arrows along the bottom (a phase line); and what a rule would do at the
 * current step, as level arrows one above the other over the state, since on a line all of them lie on each other. A dotted line
 * leads from an arrow that would be all of a step to where on the curve it ends.
 */
final class ProfileArrows {
    /** Arrows of a field nearer than this, in px, would merge. */
    private static final double ROOM = 18;

    private static final double ABOVE_BOTTOM = 5.5;
    private static final double FIELD_OPACITY = 0.65;

    /** From a state to the first arrow over it, and from one to the next. */
    private static final double FIRST_ROW = 16;

    private static final double ROW = 11;
    private static final int DIGITS = 3;

    private final ProfileFigure figure;
    private final PlotArea plot;
    private final ProfileMarks states;
    private final Theme theme;
    private final double scale;

    ProfileArrows(ProfileFigure figure, PlotArea plot, ProfileMarks states) {
        this.figure = figure;
        this.plot = plot;
        this.states = states;
        this.theme = figure.theme();
        this.scale = Axes.markScale(figure.width());
    }

    void field(List<Mark> marks) {
        Field all = figure.facts().field();
        if (all == null) {
            return;
        }
        double between = plot.width() / all.columns();
        Field field = all.thinned(Math.max(1, (int) Math.ceil(ROOM * scale / between)));
        double[] sizes = new double[field.u().length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.abs(field.du()[i]);
        }
        double[] ranks = Field.ranks(sizes);
        double spacing = plot.width() / field.columns() * FieldArrows.SHARE;
        double longest = spacing < FieldArrows.MOST_LENGTH * scale ? spacing : FieldArrows.MOST_LENGTH * scale;
        double y = plot.bottom() - ABOVE_BOTTOM * scale;
        int color = Color.withOpacity(theme.ink(), FIELD_OPACITY);
        for (int i = 0; i < sizes.length; i++) {
            double x = plot.x(field.u()[i]);
            double half = FieldArrows.length(longest, ranks[i]) / 2;
            boolean fits = plot.contains(x - half, y) && plot.contains(x + half, y);
            if (fits && sizes[i] > 0 && Double.isFinite(sizes[i])) {
                FieldArrows.arrow(x, y, field.du()[i] > 0 ? half : -half, 0, scale, color, marks);
            }
        }
    }

    /** The arrows of the step, from where a walk is now. */
    void steps(List<Mark> marks) {
        List<StepArrow> arrows = figure.facts().arrows();
        if (arrows.isEmpty()) {
            return;
        }
        ProfileFigure.Walk walk = walk(arrows.get(0).u());
        double x = plot.x(arrows.get(0).u());
        double y = states.y(walk == null ? states.loss(arrows.get(0).u()) : states.loss(walk, walk.current()));
        if (!plot.contains(x, y)) {
            return;
        }
        boolean isOnCurve = walk == null || !walk.isOffLine(walk.current());
        boolean up = y - (FIRST_ROW + ROW * arrows.size()) * scale > plot.top();
        double row = y;
        for (StepArrow arrow : arrows) {
            double end = plot.x(arrow.u() + arrow.du());
            if (!(Math.abs(end - x) >= StepArrows.SHORTEST)) {
                continue;
            }
            row += (row == y ? FIRST_ROW : ROW) * (up ? -scale : scale);
            if (!plot.contains(x, row)) {
                return;
            }
            boolean goesOn = end < plot.left() || end > plot.right();
            double tip = end < plot.left() ? plot.left() : end > plot.right() ? plot.right() : end;
            int color = theme.arrow(arrow.kind());
            marks.add(Mark.Line.segment(x, y, x, row, Color.withOpacity(color, 0.5), 1 * scale));
            if (!goesOn && isOnCurve && isWholeStep(arrow)) {
                landing(arrow.u() + arrow.du(), tip, row, color, marks);
            }
            StepArrows.paint(arrow.kind(), x, row, tip, row, goesOn, theme, scale, 1, marks);
        }
    }

    /** The walk that is there now; null if none is. */
    private ProfileFigure.@Nullable Walk walk(double t) {
        for (ProfileFigure.Walk walk : figure.walks()) {
            if (walk.t()[walk.current()] == t) {
                return walk;
            }
        }
        return null;
    }

    /** Where this arrow ends the walk would be: not if it is only a part of the step, or stands beside it. */
    private boolean isWholeStep(StepArrow arrow) {
        return arrow.kind() == StepArrow.Kind.NEWTON
                || arrow.kind() == StepArrow.Kind.STEP
                || (arrow.kind() == StepArrow.Kind.GRADIENT
                        && figure.facts().arrows().stream()
                                .noneMatch(other -> other.kind() == StepArrow.Kind.MOMENTUM
                                        || other.kind() == StepArrow.Kind.STEP));
    }

    private void landing(double t, double x, double from, int color, List<Mark> marks) {
        double y = states.y(states.loss(t));
        if (plot.contains(x, y)) {
            double[] dash = {1 * scale, 3.5 * scale};
            marks.add(new Mark.Line(
                    new double[] {x, x},
                    new double[] {from, y},
                    false,
                    Color.withOpacity(color, 0.8),
                    1.3 * scale,
                    dash));
            marks.add(new Mark.Dot(x, y, 3 * scale, theme.casing(), color, 1.6 * scale));
        }
    }

    /** The slope at the current state as a number beside its tangent, where the least of curve and tangent is covered. */
    void slope(ProfileFigure.Walk walk, List<Mark> marks) {
        double[] tangentX = new double[ProfileMarks.TANGENT_POINTS];
        double[] tangentY = new double[ProfileMarks.TANGENT_POINTS];
        if (!states.tangent(walk, tangentX, tangentY)) {
            return;
        }
        double slope = walk.slopes()[walk.current()];
        double x = plot.x(walk.t()[walk.current()]);
        double y = states.y(states.loss(walk, walk.current()));
        double size = Axes.fontSize(figure.width());
        String text = Say.of("profile.slope", "slope {0}", Ticks.text(slope, DIGITS));
        double width = Legend.textWidth(text, size);
        double besides = 13 * scale;
        double right = x + besides;
        double left = x - besides - width;
        double uphill = slope > 0 ? right : left;
        double downhill = slope > 0 ? left : right;
        double below = y + 8 * scale + size;
        double above = y - (FIRST_ROW + ROW * figure.facts().arrows().size()) * scale;
        double[][] places = {
            {uphill, below},
            {uphill, y - 4 * scale},
            {downhill, below},
            {x - width / 2, below + 6 * scale},
            {x - width / 2, above},
            {uphill, above}
        };
        double[] best = places[0];
        int least = Integer.MAX_VALUE;
        for (double[] place : places) {
            place[0] = within(place[0], plot.left() + 4, plot.right() - 4 - width);
            place[1] = within(place[1], plot.top() + size + 2, plot.bottom() - 2 * ABOVE_BOTTOM * scale);
            int covered = covered(place[0], place[1], width, size, tangentX, tangentY);
            if (covered < least) {
                least = covered;
                best = place;
            }
        }
        marks.add(new Mark.Label(
                text, best[0], best[1], Mark.Label.Anchor.START, size, false, theme.ink(), theme.plotBackground()));
    }

    private static double within(double x, double least, double most) {
        return x > most ? most : x < least ? least : x;
    }

    /** How many of the points of curve and tangent a text would cover; the tangent's middle is the state. */
    private int covered(double left, double baseline, double width, double size, double[] x, double[] y) {
        int covered = 0;
        double top = baseline - size;
        double bottom = baseline + size * 0.4;
        for (int i = 0; i < x.length; i++) {
            double room = i == x.length / 2 ? 8 * scale : 0;
            boolean across = x[i] > left - room && x[i] < left + width + room;
            covered += across && y[i] > top - room && y[i] < bottom + room ? (room > 0 ? x.length : 1) : 0;
        }
        for (int i = 0; i <= x.length; i++) {
            double curve = states.y(states.loss(plot.u(left + width * i / x.length)));
            covered += curve > top && curve < bottom ? 1 : 0;
        }
        return covered;
    }
}
