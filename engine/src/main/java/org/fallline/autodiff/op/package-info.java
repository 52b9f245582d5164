/**
 * The primitives, one a file: formula, shapes, kernel, derivative, and what is decided at ties and poles.
 *
 * <p>In the rules ȳ is the cotangent of the result: the derivative of the loss by it. Kernels own their loops: a call per
 * element would cost several times the arithmetic.
 *
 * <p>Imports {@code autodiff}, {@code math} and {@code tensor}.
 */
@NullMarked
package org.fallline.autodiff.op;

import org.jspecify.annotations.NullMarked;
