/**
 * Experiments: what somebody saw, as a value; and runs: what follows from it.
 *
 * <pre>
 * Experiment = { version: 1, title, notes, seed, problem, start, steps, optimizers, view }
 * problem    = { kind: "function", name | formula, domain: { variable: [from, to] } }
 *            | { kind: "linear", x, y, W, b }
 * start      = [ number a parameter ]                 — in order of first appearance; row-major for W, then b
 * optimizers = [ { kind, hyper-parameters,            — one to eight
 *                  weightDecay, clipValue | clipNorm | globalClipNorm, emaMomentum, schedule } ]
 * schedule   = { kind, its settings, warmupSteps }
 * view       = { a plane, walker, anchor, follow, window: { u: [from, to], v: [from, to] },
 *                scale: "linear" | "log" | "rank", colors: "fell" | "viridis" | "cividis", shading,
 *                projection: "contour" | "surface", camera: [azimuth, elevation, zoom],
 *                layers: ["field" | "critical" | "step" | "newton"], step }
 * a plane    = plane: "axes", axes: [i, j]            — through the walk of optimizer walker at step anchor,
 *            | plane: "random", planeSeed               or at the current step with follow
 *            | plane: "pca" | "hessian"
 *            | plane: "points" | "line", points: [three | two of [number a parameter] | { optimizer, step }]
 * Run        = Trajectory an optimizer                — a function of the experiment alone, the same bits everywhere
 * </pre>
 *
 * <p>Everything but {@code version} and {@code problem} has a default, and the canonical text leaves defaults out.
 *
 * <p>Imports all packages above: {@code math}, {@code json}, {@code catalogue}, {@code tensor}, {@code autodiff}, {@code optim},
 * {@code problem} and {@code landscape}, whose {@code Window} a view has. {@link TrajectoryCsv} is a run as a table.
 *
 * <pre>{@code
 * Experiment experiment = ExperimentCodec.read("{\"version\":1,\"problem\":{\"kind\":\"function\",\"name\":\"sphere\"}}");
 * Trajectory descent = Run.of(experiment).trajectories().get(0);
 * descent.loss(descent.length() - 1);
 * }</pre>
 */
@NullMarked
package org.fallline.experiment;

import org.jspecify.annotations.NullMarked;
