/**
 * Optimizers: rules that turn a gradient into the next parameters, on flat arrays.
 *
 * <pre>
 * step: t, params, gradient, state → params, state      — all in place; the state is slots × params numbers
 * </pre>
 *
 * <p>An optimizer is a value; what it remembers between steps is data in an array that the caller owns. Snapshots, replay and
 * the drawing of a velocity follow from that.
 *
 * <p>Names and defaults of hyper-parameters are Keras's.
 *
 * <p>Imports {@code math} and {@code catalogue}.
 *
 * <pre>{@code
 * Optimizer sgd = new Sgd(0.01, 0, false);
 * sgd.step(1, params, gradient, new double[sgd.slots().size() * params.length]);
 * }</pre>
 */
@NullMarked
package org.fallline.optim;

import org.jspecify.annotations.NullMarked;
