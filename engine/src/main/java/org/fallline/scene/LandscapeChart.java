package org.fallline.scene;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A picture of a landscape, from above, from the side or along a line: the costly ground, and what moves over it. */
public interface LandscapeChart {
    /** What stays while only the walks change. */
    Scene ground();

    /** What stays while only the current steps of the walks change, on a transparent background of the same size. */
    Scene ahead();

    /** What moves, on a transparent background of the same size. */
    Scene overlay();

    /** All in one. */
    Scene scene();

    /** The place on the slice that a pixel shows; null beside the landscape. On a line the second coordinate is 0. */
    LandscapeFigure.@Nullable Point at(double x, double y);

    /** Where the window is in the picture; null where it is not flat. */
    @Nullable PlotArea plot();

    /** The names in the legend, which decide how much room the rest has. */
    List<String> legend();
}
