package org.fallline.scene;

import java.util.List;
import org.fallline.landscape.Grid;
import org.fallline.landscape.LossScale;
import org.fallline.landscape.Ticks;

/** A sentence in a figure about a landscape that is not one: constant, or undefined in part or everywhere. */
final class Note {
    private static final int DIGITS = 4;

    private Note() {}

    /** What is to be said; empty for a landscape like others. {@code holesAre} is how the figure shows where it is undefined. */
    static String of(Grid grid, LossScale scale, String holesAre) {
        int holes = grid.values().length - grid.finiteCount();
        if (grid.finiteCount() == 0) {
            return "The loss is undefined or infinite everywhere here";
        }
        if (scale.unit(grid.min()) == scale.unit(grid.max())) {
            return "Constant: the loss is " + Ticks.text(grid.min(), DIGITS)
                    + (holes > 0 ? " wherever it is defined" : " everywhere here");
        }
        return holes > 0 ? "Undefined or infinite where " + holesAre : "";
    }

    /** Paints a note at the bottom of a place, in its middle. */
    static void paint(String text, double middle, double bottom, double size, Theme theme, List<Mark> marks) {
        if (!text.isEmpty()) {
            marks.add(new Mark.Label(
                    text,
                    middle,
                    bottom - size * 0.8,
                    Mark.Label.Anchor.MIDDLE,
                    size,
                    false,
                    theme.ink(),
                    theme.plotBackground()));
        }
    }
}
