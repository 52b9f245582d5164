package org.fallline.web.view;

import java.util.function.Function;
import org.fallline.experiment.Look;
import org.fallline.landscape.Grid;
import org.fallline.landscape.LossScale;
import org.fallline.landscape.Window;
import org.fallline.scene.Picture;
import org.fallline.scene.Relief;
import org.fallline.scene.ReliefWork;
import org.fallline.scene.Theme;
import org.fallline.survey.Slice;
import org.fallline.web.platform.Browser;
import org.jspecify.annotations.Nullable;

/**
 * Makes reliefs between two frames: coarse ones at once, finer ones of the same as time and samples allow. What has been begun is
 * finished first, even if there are finer samples by then or the visitor has moved on: or nothing would be while a map is dragged.
 */
final class ReliefMaker {
    /** Milliseconds of a frame that making a relief may take: painting a map takes the rest, painting a surface more. */
    private static final double PIECE = 6;

    private static final double PIECE_OF_SURFACE = 3;

    /** While time runs, other views have something to paint in every frame, too. */
    private static final double PIECE_MEANWHILE = 2;

    /** The first sight of something else is worth a longer frame: in two it would be there a frame later. */
    private static final double FIRST_PIECE = 12;

    /** Pixels a side of a relief: at first, while samples become more, and when they are all there. */
    private static final int FIRST_DETAIL = 48;

    private static final int USUAL_DETAIL = 192;
    private static final int FINAL_DETAIL = 512;

    /** Samples a side that a scale is fitted to for good. */
    private static final int ENOUGH_TO_FIT = 33;

    private final Function<Slice, Picture> pictures;
    private @Nullable Making making;
    private @Nullable Made made;
    private @Nullable Fitted fitted;

    /**
     * What a relief depends on.
     *
     * @param problem tells one problem from another
     * @param grid the losses
     * @param window what is shown
     * @param isFinal whether the grid will not become finer
     */
    record Sight(
            int problem,
            Slice slice,
            Grid grid,
            boolean isFinal,
            Window window,
            Look look,
            Theme theme,
            double width,
            double height) {
        /** The same losses in the same colours at the same size. */
        private boolean isSame(Sight other) {
            return grid == other.grid && showsTheSame(other);
        }

        /** The same but for how finely it is sampled. */
        private boolean showsTheSame(Sight other) {
            return window.equals(other.window) && showsAlike(other);
        }

        /** The same slice in the same colours at the same size, if another part of it. */
        private boolean showsAlike(Sight other) {
            return slice == other.slice
                    && look.scale() == other.look.scale()
                    && look.colors() == other.look.colors()
                    && look.shaded() == other.look.shaded()
                    && look.projection() == other.look.projection()
                    && theme.equals(other.theme)
                    && width == other.width
                    && height == other.height;
        }
    }

    /** A relief, and of what it is. */
    record Made(Sight sight, Relief relief) {}

    /** A relief being made, with so many pixels a side. */
    private record Making(Sight sight, ReliefWork work, int detail) {}

    /** A scale, and the grid that it was fitted to. */
    private record Fitted(Slice slice, Grid grid, Look.Scale kind, LossScale scale) {}

    /** {@code pictures} gives the present picture of a slice. */
    ReliefMaker(Function<Slice, Picture> pictures) {
        this.pictures = pictures;
    }

    /** The relief that was finished last; null before the first. */
    @Nullable Made made() {
        return made;
    }

    /**
     * Goes on for as long as a frame allows towards the best relief of a sight.
     *
     * @param isMeanwhile whether time runs
     * @return whether there is more to do
     */
    boolean advance(Sight wanted, boolean isMeanwhile) {
        Making present = making;
        int detail = detail(wanted);
        if (present == null || isPast(present, wanted, detail)) {
            present = new Making(wanted, work(wanted, detail), detail);
            making = present;
        }
        if (present.work().isDone()) {
            return false;
        }
        double end = Browser.now() + piece(present, isMeanwhile);
        while (!present.work().isDone() && Browser.now() < end) {
            present.work().advance();
        }
        if (present.work().isDone()) {
            made = new Made(present.sight(), present.work().relief());
        }
        return true;
    }

    private double piece(Making present, boolean isMeanwhile) {
        if (present.sight().look().projection() == Look.Projection.SURFACE) {
            return PIECE_OF_SURFACE;
        }
        if (present.detail() == FIRST_DETAIL) {
            // A page that begins has other things to do, too, and shows a still picture until it is there.
            return made == null ? PIECE : FIRST_PIECE;
        }
        return isMeanwhile ? PIECE_MEANWHILE : PIECE;
    }

    /** Whether what is or was made last does not serve any more. */
    private static boolean isPast(Making present, Sight wanted, int detail) {
        return present.work().isDone()
                ? !present.sight().isSame(wanted) || present.detail() < detail
                : !present.sight().showsAlike(wanted);
    }

    private int detail(Sight wanted) {
        boolean isFirst = made == null || !made.sight().showsTheSame(wanted);
        // A surface has its own vertices and shows no pixels.
        if (isFirst || wanted.look().projection() == Look.Projection.SURFACE) {
            return FIRST_DETAIL;
        }
        boolean wasUsual = making != null
                && making.detail() >= USUAL_DETAIL
                && making.sight().isSame(wanted);
        return wanted.isFinal() && wasUsual ? FINAL_DETAIL : USUAL_DETAIL;
    }

    private ReliefWork work(Sight sight, int detail) {
        double size = Math.min(sight.width(), sight.height());
        return pictures.apply(sight.slice())
                .reliefWork(sight.grid(), sight.window(), scale(sight), sight.theme(), size, detail);
    }

    /** The scale of a grid: fitted to the second level of refinement, and kept from there on, so that colours do not jump. */
    private LossScale scale(Sight sight) {
        Grid grid = sight.grid();
        Fitted before = fitted;
        if (before != null
                && before.slice() == sight.slice()
                && before.kind() == sight.look().scale()
                && before.grid().window().equals(grid.window())
                && before.grid().columns() >= ENOUGH_TO_FIT
                && before.grid().columns() <= grid.columns()) {
            return before.scale();
        }
        LossScale scale = Picture.scale(sight.look(), grid);
        fitted = new Fitted(sight.slice(), grid, sight.look().scale(), scale);
        return scale;
    }
}
