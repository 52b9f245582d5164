/**
 * Figures as data: what is to be seen, in the order of painting, for any painter.
 *
 * <pre>
 *   Scene = width, height, background, description, Mark*
 *   Mark  = Raster | Area | Line | Dot | Arrow | Label | Mesh
 *   Painter: one method a mark                          Canvas in web, Java2D in server, SVG here
 *   LandscapeFigure, SurfaceFigure, ProfileFigure, StepFigure, PredictionFigure, NetworkFigure, LayersFigure,
 *   HistogramsFigure, RangeFigure, SweepFigure, PointsFigure, ComputationFigure, TensorFigure: a record in, a Scene out
 *   ComputationPlan: where a computation's ops stand, made once, shown at every moment
 *   Series, StepCharts: what charts by step find out once of a walk
 *   Terrain, SurfaceShape: the costly part of a landscape and of a surface, made once, shown many times
 *   Facts = Field?, StepArrow*, CriticalMark*           what is known of a landscape, drawn on it
 * </pre>
 *
 * <p>Lengths are CSS pixels, x to the right, y down, from the top left corner. Colours are packed as
 * {@code 0xAARRGGBB}, not premultiplied. Figures clip what they draw to its place, so painters need not. Records with
 * arrays own them and are compared by identity: a painter may keep what it made of a raster or a mesh as long as it meets
 * the same arrays again.
 *
 * <p>{@link org.fallline.scene.Picture} makes the figures of an experiment, {@link org.fallline.scene.Overview} samples what they show, {@link org.fallline.scene.Still} is one of all that its page shows.
 *
 * <p>Imports {@code diagram}, {@code probe}, {@code study}, {@code landscape}, {@code experiment} and what is above them.
 *
 * <pre>{@code
 * Window window = new Window(-5, 5, -5, 5);
 * Grid grid = Grid.sample((u, v) -> u * u + 4 * v * v, window, 65, 65);
 * Terrain terrain = Terrain.of(grid, window, LossScale.log(grid), Theme.LIGHT.map(), Theme.LIGHT, 480);
 * Scene scene = LandscapeFigure.of(terrain, 640, 480).scene();
 * String svg = SvgPainter.svg(scene, "A bowl");
 * LandscapeFigure figure = LandscapeFigure.of(terrain, 640, 480);
 * SurfaceFigure surface = new SurfaceFigure(figure, SurfaceShape.of(terrain, 65), Camera.DEFAULT);
 * }</pre>
 */
@NullMarked
package org.fallline.scene;

import org.jspecify.annotations.NullMarked;
