/**
 * Which part of parameter space an experiment looks at, as a plane or a line with numbers.
 *
 * <pre>
 *   Anchors = states of the walks that a cut is made through       (experiment, trajectories) → states
 *   Slicing = what each kind of plane is                           (problem, cut, anchors) → slice
 *   Slice   = a plane or a line, names of its coordinates, the window that suits it
 * </pre>
 *
 * <p>Imports all packages above but {@code json}.
 *
 * <pre>{@code
 * Experiment experiment = Experiment.of(new ProblemSpec.Function("rosenbrock", "", Map.of()));
 * Anchors anchors = Anchors.of(experiment, List.of());
 * Slice slice = Slicing.of(experiment.problem().problem(0), experiment.view().cut(), anchors);
 * double[] at = slice.project(new double[] {1, 1});
 * }</pre>
 */
@NullMarked
package org.fallline.survey;

import org.jspecify.annotations.NullMarked;
