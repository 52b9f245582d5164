/**
 * Reverse-mode automatic differentiation: a vocabulary of differentiable operations and the chain rule over graphs of them.
 *
 * <pre>
 * Op      = name notation (Shape* → Shape) kernel vjp    — one primitive; package {@code autodiff.op}, one a file
 * Node    = Op Node* Shape Tensor?                       — an application of an op; concrete when it has its value
 * Graph   = Input* Node*                                 — what outputs depend on, in topological order, verified
 * Program = double[] instruction*                        — a graph laid out in one memory; runs without allocating
 * Source  = Variable | Node                              — what a target is differentiated by
 * Nest    = value | Nest* | (name Nest)*                 — sources in a structure, and their gradients in the same
 * </pre>
 *
 * <p>There are two ways in and one core. {@link org.fallline.autodiff.GradientTape} records operations on concrete nodes as
 * they are computed, with the semantics of TensorFlow's tape. {@link org.fallline.autodiff.Program} runs a graph traced from
 * {@linkplain org.fallline.autodiff.Ops#input symbolic inputs}. Both apply {@link org.fallline.autodiff.ReversePass}, the only
 * place that knows the chain rule, and both run the same kernels, so they agree in every bit.
 *
 * <p>The vocabulary is in five classes, by what becomes of the elements: {@link org.fallline.autodiff.Ops} has the leaves, each
 * element by itself, and the products; {@link org.fallline.autodiff.Reductions} fewer elements along axes;
 * {@link org.fallline.autodiff.Layouts} elements at other places or added up by place; {@link org.fallline.autodiff.Activations}
 * what networks compose of these; {@link org.fallline.autodiff.Convolutions} sliding filters.
 *
 * <p>A vjp is written with the vocabulary, so a gradient is itself a graph: second derivatives are the
 * reverse pass applied again, as in {@link org.fallline.autodiff.HessianVectorProduct}. {@link org.fallline.autodiff.Autodiff} says the same of functions, concrete or symbolic:
 * gradients, products with the Jacobian from either side, Jacobians, Hessians, rules of one's own, and
 * {@linkplain org.fallline.autodiff.GradientCheck a check} of them by differences. {@link org.fallline.autodiff.Explanation} opens
 * a computation for reading, and {@link org.fallline.autodiff.Progress} is how far it has come at a
 * {@linkplain org.fallline.autodiff.Moment moment}.
 *
 * <p>Imports {@code math} and {@code tensor}.
 *
 * <pre>{@code
 * try (GradientTape tape = new GradientTape()) {
 *     Node x = tape.watch(Ops.constant(3));
 *     Node y = Ops.square(x);
 *     tape.gradient(y, x); // 6
 * }
 *
 * Node at = Ops.constant(Tensor.vector(1, 2));
 * UnaryOperator<Node> cubes = x -> Ops.sum(Ops.multiply(x, Ops.square(x)));
 * Autodiff.grad(cubes, at);                                // [3, 12]
 * Autodiff.hessian(cubes, at);                             // [[6, 0], [0, 12]]
 * Autodiff.hvp(cubes, at, Ops.constant(Tensor.vector(10, 100))); // [60, 1200]
 * Autodiff.checkGradients(cubes, at).passed();             // true
 * }</pre>
 *
 * <p>References: A. Griewank, A. Walther, <i>Evaluating Derivatives</i>, 2nd ed., SIAM 2008, chapter 3; A. G. Baydin et al.,
 * <i>Automatic Differentiation in Machine Learning: a Survey</i>, JMLR 18 (2018); TensorFlow guides, <i>Introduction to
 * gradients and automatic differentiation</i> and <i>Advanced automatic differentiation</i>.
 */
@NullMarked
package org.fallline.autodiff;

import org.jspecify.annotations.NullMarked;
