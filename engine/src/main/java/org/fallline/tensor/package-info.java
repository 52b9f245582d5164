/**
 * Dense arrays of doubles with a shape, immutable and row-major.
 *
 * <pre>
 * Shape  = extent*            — () is a scalar, (3) a vector, (2, 3) two rows of three
 * Tensor = Shape and as many doubles as its size, the last axis varying fastest
 * </pre>
 *
 * <p>Imports {@code math}.
 *
 * <pre>{@code
 * Tensor x = Tensor.matrix(new double[][] {{1, 2}});
 * x.shape();   // (1, 2)
 * x.toString() // [[1, 2]]
 * }</pre>
 *
 * <p>Broadcasting follows NumPy's rule: shapes are aligned at the last axis, and an axis that is missing or 1 is repeated.
 */
@NullMarked
package org.fallline.tensor;

import org.jspecify.annotations.NullMarked;
