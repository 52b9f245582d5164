package org.fallline.scene;

import org.fallline.landscape.Grid;
import org.fallline.landscape.LossScale;
import org.fallline.landscape.Window;
import org.jspecify.annotations.Nullable;

/**
 * Sampled losses, ready to be drawn: what a chart of them needs that walks do not change.
 *
 * @param grid the losses
 * @param window the part that is shown
 * @param scale how losses become heights and colours
 * @param theme the colours
 * @param terrain the map; null for a profile, which has none
 */
public record Relief(
        Grid grid,
        Window window,
        LossScale scale,
        Theme theme,
        @Nullable Terrain terrain) {}
