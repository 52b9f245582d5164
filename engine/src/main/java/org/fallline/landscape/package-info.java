/**
 * The loss over a plane through parameter space: sampled, scaled, cut into isolines, and what is true of it at a point.
 *
 * <pre>
 *   Surface   = (u, v) → loss
 *   Plane     = origin, two directions              (u, v) → parameters and back
 *   RandomDirections, PrincipalComponents           the directions of a plane
 *   Window    = [uMin, uMax] × [vMin, vMax]         the part of the plane that is looked at
 *   Grid      = Window, columns × rows losses       row-major, row 0 at vMin
 *   Line      = origin, direction                   t → parameters and back
 *   LossScale = Linear | Log | RankScale            loss → [0, 1], isoline levels, ticks, their base
 *   CriticalPoints = minima, maxima, saddle points   Surface, its derivatives, Window → points with eigenvalues
 *   CriticalSearch, TurningPoints                   the search for them, piece by piece, in a plane and along a line
 *   Curvature = eigenvalues, all or the extremes     sharpness, condition, largest stable rate
 *   NewtonStep = step, slope, outcome               Hessian, gradient → where the quadratic is stationary
 *   GradientField = Window, columns × rows arrows   steepest descent within the plane or line
 *   Refinement = deviation, pixels                  Grid, Grid twice as fine → whether a finer one would be seen
 *   Lanczos, SymmetricEigen                         matrix by products, or dense → eigenpairs
 *   Isoline   = level, polyline, open or closed     higher ground on the left
 * </pre>
 *
 * <p>Derivatives come in as functions ({@link org.fallline.landscape.SymmetricOperator}, {@link
 * org.fallline.landscape.PlaneDerivatives}, {@link org.fallline.landscape.GradientField.Gradients}): nothing here knows
 * how they are made.
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
