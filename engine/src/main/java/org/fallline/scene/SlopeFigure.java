package org.fallline.scene;

import java.util.ArrayList;
import java.util.List;
import org.fallline.math.Decimal;
import org.fallline.math.Real;
import org.fallline.say.Say;

/**
 * All that a walker knows who sees nothing: which way the ground falls under the feet, how steeply, and which way the walker faces.
 *
 * @param width in CSS pixels, 200 or more
 * @param height in CSS pixels, 150 or more
 * @param du the loss's derivative to the right
 * @param dv the loss's derivative upward
 * @param heading the direction that is faced, in radians counterclockwise from the right
 */
public record SlopeFigure(Theme theme, double width, double height, double du, double dv, double heading) {
    /** The slope whose arrow reaches the rim; arrows grow with the logarithm of the slope, so that gentle ones are felt too. */
    private static final double STEEPEST = 1000;

    /** Significant digits of a slope: more of it nobody feels. */
    private static final int DIGITS = 3;

    private static final double PAD = 26;
    private static final double[] DOTTED = {3, 4};
    private static final double FULL_TURN = 2 * Math.PI;

    /** How steep the ground is: the length of the gradient. */
    public double slope() {
        return Real.hypot(du, dv);
    }

    /** Where it falls most, in radians counterclockwise from the right; 0 on level ground. */
    public double downhill() {
        return slope() == 0 ? 0 : Real.atan2(-dv, -du);
    }

    /** The direction from the middle of the figure to a place in it. */
    public double headingTo(double x, double y) {
        return Real.atan2(height / 2 - y, x - width / 2);
    }

    public Scene scene() {
        double size = Axes.fontSize(width);
        double radius = Real.min(width, height) / 2 - PAD;
        List<Mark> marks = new ArrayList<>();
        for (double share : new double[] {1, 2.0 / 3, 1.0 / 3}) {
            marks.add(new Mark.Dot(
                    width / 2, height / 2, share * radius, Color.TRANSPARENT, theme.gridLine(), share == 1 ? 1.5 : 1));
        }
        double faceX = width / 2 + (radius + 10) * Real.cos(heading);
        double faceY = height / 2 - (radius + 10) * Real.sin(heading);
        marks.add(new Mark.Line(
                new double[] {width / 2, faceX},
                new double[] {height / 2, faceY},
                false,
                theme.mutedInk(),
                1.2,
                DOTTED));
        marks.add(new Mark.Dot(faceX, faceY, 5, theme.ink(), theme.background(), 1.5));
        double length = length(radius);
        if (length > 0) {
            marks.add(new Mark.Arrow(
                    width / 2,
                    height / 2,
                    width / 2 + length * Real.cos(downhill()),
                    height / 2 - length * Real.sin(downhill()),
                    theme.optimizer(0),
                    3));
        }
        marks.add(new Mark.Dot(width / 2, height / 2, 6, theme.ink(), theme.background(), 1.5));
        marks.add(new Mark.Label(
                length > 0 ? Say.of("slope.label", "slope {0}", slopeText()) : Say.of("slope.flat", "level"),
                width / 2,
                height - 6,
                Mark.Label.Anchor.MIDDLE,
                size,
                false,
                theme.mutedInk(),
                Color.TRANSPARENT));
        return new Scene(width, height, theme.background(), marks, this::description);
    }

    private double length(double radius) {
        double share = Real.log1p(slope()) / Real.log1p(STEEPEST);
        return Double.isNaN(share) ? 0 : radius * Real.min(1, share);
    }

    private String description() {
        String ground = slope() > 0
                ? Say.of(
                        "slope.falls",
                        "The ground falls most toward {0}°, with a slope of {1}.",
                        degrees(downhill()),
                        slopeText())
                : Say.of("slope.level", "The ground is level.");
        return ground + " "
                + Say.of(
                        "slope.heading",
                        "You face {0}°. Degrees count from the right, counterclockwise.",
                        degrees(heading));
    }

    private String slopeText() {
        return Decimal.typeset(Decimal.text(slope(), DIGITS));
    }

    private static int degrees(double radians) {
        double turns = radians / FULL_TURN;
        return (int) Real.round(360 * (turns - Math.floor(turns))) % 360;
    }
}
