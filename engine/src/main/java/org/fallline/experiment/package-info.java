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
 * view       = { plane: "axes", axes: [i, j], scale: "linear" | "log", projection: "contour", step }
 * Run        = Trajectory an optimizer                — a function of the experiment alone, the same bits everywhere
 * </pre>
 *
 * <p>Everything but {@code version} and {@code problem} has a default, and the canonical text leaves defaults out.
 *
 * <p>Imports all packages above: {@code math}, {@code json}, {@code catalogue}, {@code tensor}, {@code autodiff}, {@code optim}
 * and {@code problem}.
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
