/**
 * Losses as WebAssembly modules and as shaders, made at run time: many points of a plane through parameter space at once, in single
 * precision.
 *
 * <pre>
 * loss ──▶ Conditioning ──▶ RowPlan ──▶ RowCode ──▶ WasmModule ──▶ EmittedSurface
 *          (formulas that   (what once, (tiles of   (sections,     (bytes, and where
 *          suit floats)     what a row) units×rows)  LEB128)        to write and read)
 *                              │
 *                              └──▶ ShaderCode ──▶ EmittedShader
 *                                   (a point a     (GLSL, and the
 *                                   pixel)          data's texture)
 * Algebra    = twenty operations on floats         numbers, code or text
 * Elementary = tanh, exp, log, …                   once, for every algebra
 * </pre>
 *
 * <p>Four grid points are the lanes of a vector. What depends on no parameter is data; the code goes through the rows of the data,
 * two at once, and through the units of a layer, four at once, so that a weight that was loaded serves two rows and an activation
 * four units. Sums over rows are doubles. In a shader four rows of the data are the parts of a vector, and sums over rows are
 * compensated. A loss that is not covered gives a reason instead of a module or a shader; callers then use the
 * compiled {@link org.fallline.autodiff.Program}. Trajectories never depend on this package.
 *
 * <p>Imports {@code math}, {@code tensor} and {@code autodiff}.
 *
 * <pre>{@code
 * ParameterLayout layout = ParameterLayout.scalars(List.of("w", "b"));
 * Node x = Ops.literal(Tensor.vector(1, 2, 3));
 * Node y = Ops.literal(Tensor.vector(2, 4, 7));
 * Emitter.Emission emission = Emitter.emit(
 *         layout, p -> Ops.meanSquaredError(Ops.add(Ops.multiply(p.get(0), x), p.get(1)), y), false);
 * EmittedSurface surface = emission.surface();
 * }</pre>
 *
 * <p>Sources: WebAssembly Core Specification 3.0, 2025; The OpenGL ES Shading Language 3.00, 2016.
 */
@NullMarked
package org.fallline.emit;

import org.jspecify.annotations.NullMarked;
