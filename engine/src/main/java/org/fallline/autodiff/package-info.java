/**
 * Reverse-mode automatic differentiation: a vocabulary of differentiable operations and the chain rule over graphs of them.
 *
 * <pre>
 * Op      = name notation (Shape* → Shape) kernel vjp    — one primitive; package {@code autodiff.op}, one a file
 * Node    = Op Node* Shape Tensor?                       — an application of an op; concrete when it has its value
 * Graph   = Input* Node*                                 — what outputs depend on, in topological order, verified
 * Program = double[] instruction*                        — a graph laid out in one memory; runs without allocating
 * </pre>
 *
 * <p>There are two ways in and one core. {@link org.fallline.autodiff.GradientTape} records operations on concrete nodes as
 * they are computed, with the semantics of TensorFlow's tape. {@link org.fallline.autodiff.Program} runs a graph traced from
 * {@linkplain org.fallline.autodiff.Ops#input symbolic inputs}. Both apply {@link org.fallline.autodiff.ReversePass}, the only
 * place that knows the chain rule, and both run the same kernels, so they agree in every bit.
 *
 * <p>A vjp is written with {@link org.fallline.autodiff.Ops}, so a gradient is itself a graph: second derivatives are the
 * reverse pass applied again, as in {@link org.fallline.autodiff.HessianVectorProduct}.
 *
 * <p>Imports {@code math} and {@code tensor}.
 *
 * <pre>{@code
 * try (GradientTape tape = new GradientTape()) {
 *     Node x = tape.watch(Ops.constant(3));
 *     Node y = Ops.square(x);
 *     tape.gradient(y, x); // 6
 * }
 * }</pre>
 *
 * <p>References: A. Griewank, A. Walther, <i>Evaluating Derivatives</i>, 2nd ed., SIAM 2008, chapter 3; A. G. Baydin et al.,
 * <i>Automatic Differentiation in Machine Learning: a Survey</i>, JMLR 18 (2018); TensorFlow guide, <i>Introduction to
 * gradients and automatic differentiation</i>.
 */
@NullMarked
package org.fallline.autodiff;

import org.jspecify.annotations.NullMarked;
