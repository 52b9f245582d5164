package org.fallline.scene;

import java.util.List;
import java.util.Objects;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.Trajectory;
import org.fallline.landscape.Grid;
import org.fallline.landscape.Surface;
import org.fallline.landscape.Window;
import org.fallline.survey.Anchors;
import org.fallline.survey.Derivatives;
import org.fallline.survey.Slice;
import org.fallline.survey.Slicing;

/**
 * What an experiment shows of its landscape, sampled once and evenly.
 *
 * @param picture of the experiment
 * @param window the part of the slice that is shown
 * @param grid the losses there
 */
public record Overview(Picture picture, Window window, Grid grid) {
    /** Samples a side: interpolated, isolines lie within a tenth of a pixel of the true ones on a map of 512 pixels. */
    private static final int SAMPLES = 65;

    /** A curve shows more than a map does, and costs less. */
    private static final int LINE_SAMPLES = 513;

    /**
     * Samples what an experiment shows.
     *
     * @param derivatives of its problem
     * @param walks its optimizers' walks, through which the slice may be laid; none if it is not
     * @param beforeEach called before each sample, where a caller may give up by throwing
     * @throws NullPointerException if the slice is laid through walks and there are none
     */
    public static Overview of(
            Experiment experiment, Derivatives derivatives, List<Trajectory> walks, Runnable beforeEach) {
        Anchors anchors = Objects.requireNonNull(Anchors.of(experiment, walks), "the slice needs walks");
        Slice slice = Slicing.of(derivatives, experiment.view().cut(), anchors);
        Surface surface = slice.surface(derivatives.function());
        Surface asked = (u, v) -> {
            beforeEach.run();
            return surface.at(u, v);
        };
        Window window = Picture.window(experiment.view().cut(), slice);
        Grid grid = Grid.sample(asked, window, slice.isLine() ? LINE_SAMPLES : SAMPLES, slice.isLine() ? 1 : SAMPLES);
        return new Overview(new Picture(experiment, derivatives.problem(), slice), window, grid);
    }

    public Slice slice() {
        return picture.slice();
    }

    /** What a figure of this size, the shorter side in CSS pixels, shows of it, as the experiment's look wants it. */
    public Relief relief(Theme theme, double size, int detail) {
        return picture.relief(grid, window, picture.scale(grid), theme, size, detail);
    }

    /** The map for a figure of this size, with so many pixels a side, as {@link Terrain#of} makes it; not of a line. */
    public Terrain terrain(Theme theme, double size, int detail) {
        return Terrain.of(
                grid,
                window,
                picture.scale(grid),
                ColorMaps.of(picture.look().colors(), theme),
                theme,
                size,
                detail,
                picture.look().shaded());
    }
}
