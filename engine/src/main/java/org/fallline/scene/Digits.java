package org.fallline.scene;

import org.fallline.landscape.Grid;
import org.fallline.landscape.Ticks;
import org.fallline.landscape.Window;
import org.fallline.math.Real;

/**
 * How many significant digits tell what is read off a landscape: a thousandth of what is shown, about a pixel, and four
 * digits at least.
 *
 * @param u of first coordinates
 * @param v of second coordinates
 * @param loss of losses
 */
public record Digits(int u, int v, int loss) {
    private static final int LEAST = 4;
    private static final double SHARE = 1e-3;

    /** The digits for what this window shows of these samples. */
    public static Digits of(Window window, Grid grid) {
        int loss = grid.finiteCount() == 0 ? LEAST : between(grid.min(), grid.max());
        return new Digits(between(window.uMin(), window.uMax()), between(window.vMin(), window.vMax()), loss);
    }

    /** The digits for numbers from {@code min} to {@code max}; the least where these are one number. */
    static int between(double min, double max) {
        if (min == max) {
            return LEAST;
        }
        // Halved, so that the distance of the largest numbers is still a number.
        double size = Real.max(Math.abs(min), Math.abs(max)) * 0.5;
        return Math.max(LEAST, Ticks.digits(size, (max * 0.5 - min * 0.5) * SHARE));
    }

    /** A number as read in a description with so many digits: typeset, and short where the usual digits do. */
    static String text(double value, int digits) {
        return digits > LEAST ? Ticks.told(value, digits) : Ticks.text(value, digits);
    }
}
