package org.fallline.scene;

import java.util.Objects;
import org.fallline.landscape.Grid;
import org.fallline.landscape.LossScale;
import org.fallline.landscape.Window;
import org.jspecify.annotations.Nullable;

/** A {@link Relief} in the making, in pieces of a few milliseconds. */
public final class ReliefWork {
    private final Grid grid;
    private final Window window;
    private final LossScale scale;
    private final Theme theme;
    private final @Nullable TerrainWork work;
    private final int side;
    private @Nullable SurfaceWork raising;
    private @Nullable Relief relief;

    /** {@code work} is null for a profile; {@code side} is the number of a surface's vertices a side, 0 for a map. */
    ReliefWork(Grid grid, Window window, LossScale scale, Theme theme, @Nullable TerrainWork work, int side) {
        this.grid = grid;
        this.window = window;
        this.scale = scale;
        this.theme = theme;
        this.work = work;
        this.side = side;
    }

    public boolean isDone() {
        return relief != null;
    }

    /** Does the next piece, if there is one. */
    public void advance() {
        if (work == null) {
            relief = new Relief(grid, window, scale, theme, null, null);
        } else if (!work.isDone()) {
            work.advance();
        } else if (relief == null) {
            finish(work.terrain());
        }
    }

    private void finish(Terrain terrain) {
        SurfaceWork surface = raising;
        if (surface == null && side > 0) {
            surface = new SurfaceWork(terrain, side);
            raising = surface;
        }
        if (surface == null) {
            relief = new Relief(grid, window, scale, theme, terrain, null);
        } else if (surface.isDone()) {
            relief = new Relief(grid, window, scale, theme, surface.shape().terrain(), surface.shape());
        } else {
            surface.advance();
        }
    }

    /** What was made; only once it is done. */
    public Relief relief() {
        return Objects.requireNonNull(relief);
    }
}
