package org.fallline.scene;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What mathematics knows of a landscape, to be drawn on it.
 *
 * @param field the way down at many points, below everything else
 * @param arrows of the current step
 * @param critical minima, maxima and saddles that were found
 */
public record Facts(@Nullable Field field, List<StepArrow> arrows, List<CriticalMark> critical) {
    /** Nothing is known. */
    public static final Facts NONE = new Facts(null, List.of(), List.of());

    public Facts {
        arrows = List.copyOf(arrows);
        critical = List.copyOf(critical);
    }
}
