/**
 * Optimizers: rules that turn a gradient into the next parameters, on flat arrays; schedules of their learning rate; and what
 * goes round any rule.
 *
 * <pre>
 * Optimizer: t, rate, params, gradient, state, Objective → params, state     — all in place
 * Schedule:  step, base rate, loss, state → rate
 * Descent    = Optimizer Clipping weight-decay average Schedule              — one step of a walk
 * state      = Slot*                                                         — one array, slot by slot
 * Slot       = name size
 * Objective: params → loss, gradient, Hessian                                — for rules that look again
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
 * double[] state = sgd.initialState(params.length);
 * sgd.step(1, sgd.learningRate(), params, gradient, state, objective);
 * }</pre>
 */
@NullMarked
package org.fallline.optim;

import org.jspecify.annotations.NullMarked;
