/**
 * The loss over a plane through parameter space: sampled, scaled and cut into isolines.
 *
 * <pre>
 *   Surface   = (u, v) → loss
 *   Plane     = origin, two directions              (u, v) → parameters and back
 *   RandomDirections, PrincipalComponents           the directions of a plane
 *   Window    = [uMin, uMax] × [vMin, vMax]         the part of the plane that is looked at
 *   Grid      = Window, columns × rows losses       row-major, row 0 at vMin
 *   Line      = origin, direction                   t → parameters and back
 *   LossScale = Linear | Log | RankScale            loss → [0, 1], isoline levels, ticks
 *   CriticalPoints = minima, maxima, saddle points   Surface, its derivatives, Window → points with eigenvalues
 *   Lanczos, SymmetricEigen                         matrix by products, or dense → eigenpairs
 *   Isoline   = level, polyline, open or closed     higher ground on the left
 * </pre>
 *
 * <p>Imports {@code math} only.
 *
 * <pre>{@code
 * Window window = new Window(-5, 5, -5, 5);
 * Grid grid = Grid.sample((u, v) -> u * u + 4 * v * v, window, 65, 65);
 * LossScale scale = LossScale.log(grid);
 * List<Isoline> lines = Contours.at(grid, 10);
 * double colour = scale.unit(grid.interpolate(1.25, -2));
 * }</pre>
 */
@NullMarked
package org.fallline.landscape;

import org.jspecify.annotations.NullMarked;
