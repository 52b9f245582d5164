/**
 * Which part of parameter space an experiment looks at, as a plane or a line with numbers, and what is true there.
 *
 * <pre>
 *   Anchors = states of the walks that a cut is made through       (experiment, trajectories) → states
 *   Slicing = what each kind of plane is                           (problem, cut, anchors) → slice
 *   Slice   = a plane or a line, names of its coordinates, the window that suits it
 *   Derivatives = a problem's loss, gradient and Hessian products, compiled
 *   Exploration = work, piece by piece                             (derivatives, slice, window) → findings
 *   Findings    = the way down all over a window; minima, maxima and saddle points of the slice
 *   Reading     = loss and gradient at a point
 *   Standing    = Reading, curvature, Newton's step at a point     (derivatives, params) → standing
 *   Stride      = a step of a walk, taken apart                    (descent, trajectory, step) → −η·g and the rest
 * </pre>
 *
 * <p>Imports all packages above but {@code json}.
 *
 * <pre>{@code
 * Experiment experiment = Experiment.of(new ProblemSpec.Function("rosenbrock", "", Map.of()));
 * Anchors anchors = Anchors.of(experiment, List.of());
 * Slice slice = Slicing.of(experiment.problem().problem(0), experiment.view().cut(), anchors);
 * double[] at = slice.project(new double[] {1, 1});
 * Derivatives derivatives = new Derivatives(experiment.problem().problem(0));
 * Exploration exploration = new Exploration(derivatives, slice, slice.legend().window());
 * while (exploration.advance()) {}
 * String found = exploration.findings().text();
 * String stable = Standing.at(derivatives, new double[] {1, 1}).text();
 * }</pre>
 */
@NullMarked
package org.fallline.survey;

import org.jspecify.annotations.NullMarked;
