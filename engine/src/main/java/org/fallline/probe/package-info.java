/**
 * What a network does, beside having a loss: what it and its units say all over the space of its inputs, and how its learning
 * goes layer by layer.
 *
 * <pre>
 * Fit          = model, examples as they were given, features, what is to be predicted
 * InputRows    = rows of inputs: a grid over two inputs, points along one, then all examples
 * Response     = Fit, InputRows → each unit's output for each row, made in pieces
 * UnitErrors   = Problem, Fit → Backflow: each unit's error, what passes back along each edge, and where it dies
 * </pre>
 *
 * <p>Imports {@code problem}, {@code landscape} and what is above them.
 *
 * <pre>{@code
 * Fit fit = Fit.of(spec, 0);
 * InputRows rows = InputRows.of(fit, 17);
 * Response response = new Response(fit, rows);
 * response.begin(params);
 * while (response.advance()) {}
 * double[] predictions = response.outputs(response.layers() - 1, 0);
 * }</pre>
 */
@NullMarked
package org.fallline.probe;

import org.jspecify.annotations.NullMarked;
