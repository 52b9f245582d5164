/**
 * The primitives, one a file: formula, shapes, kernel, derivative, what is decided at ties and poles, and source.
 *
 * <p>In the rules ȳ is the cotangent of the result: the derivative of the loss by it. Kernels own their loops: a call per
 * element would cost several times the arithmetic.
 *
 * <p>Sources that are named short: IEEE 754-2019; A. Griewank, A. Walther, <i>Evaluating Derivatives</i>, 2nd ed., SIAM 2008,
 * whose chapter 3 has the rules of arithmetic and of the elementary functions.
 *
 * <p>Imports {@code autodiff}, {@code math} and {@code tensor}.
 */
@NullMarked
package org.fallline.autodiff.op;

import org.jspecify.annotations.NullMarked;
