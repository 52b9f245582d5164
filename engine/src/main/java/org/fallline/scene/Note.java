package org.fallline.scene;

import java.util.List;
import org.fallline.landscape.Grid;
import org.fallline.landscape.LossScale;
import org.fallline.landscape.Ticks;
import org.fallline.say.Say;

/** A sentence in a figure about a landscape that is not one: constant, or undefined in part or everywhere. */
final class Note {
    private static final int DIGITS = 4;

    private Note() {}

    /** What is to be said; empty for a landscape like others. {@code holesAre} is how the figure shows where it is undefined. */
    static String of(Grid grid, LossScale scale, String holesAre) {
        int holes = grid.values().length - grid.finiteCount();
        if (grid.finiteCount() == 0) {
            return Say.of("note.nowhere", "The loss is undefined or infinite everywhere here");
        }
        if (scale.unit(grid.min()) == scale.unit(grid.max())) {
            String loss = Ticks.text(grid.min(), DIGITS);
            return holes > 0
                    ? Say.of("note.constantWhereDefined", "Constant: the loss is {0} wherever it is defined", loss)
                    : Say.of("note.constant", "Constant: the loss is {0} everywhere here", loss);
        }
        return holes > 0 ? Say.of("note.holes", "Undefined or infinite where {0}", holesAre) : "";
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
