/**
 * Elementary functions, number text and random keys that are the same bits on every platform.
 *
 * <p>The JVM, JavaScript engines and WebAssembly hosts disagree in the last bits of {@code exp} or {@code sin}, in the
 * text of a {@code double} and in random streams. Everything of the kind that the engine uses is therefore here and built
 * from what IEEE 754 fixes: {@code + - * /}, {@code sqrt}, {@code floor}, comparisons and 32-bit integers.
 *
 * <pre>{@code
 * Real.tanh(0.5)                     // 0.46211715726000974, on every platform
 * Decimal.text(0.1 + 0.2)            // "0.30000000000000004"
 * Decimal.parse("1e-7")              // 1.0E-7
 * Key.of(7).split(2).uniform(0)      // 0.8189246246098718, the first number of the third stream of seed 7
 * }</pre>
 *
 * <p>Tables are computed when a class is initialised, in {@link org.fallline.math.DoubleDouble}; polynomials are Taylor
 * series on intervals so short that minimax coefficients would save a term or none. No number here needs a source but π,
 * ln 2 and the like.
 *
 * <p>Code that is rounded on purpose relies on the order its parentheses give; a compiler that drops them, as if addition
 * were associative, breaks it.
 *
 * <p>References: J.-M. Muller et al., Handbook of Floating-Point Arithmetic, 2nd edition, 2018; those named with each class.
 *
 * <p>Imports nothing of the project.
 */
@NullMarked
package org.fallline.math;

import org.jspecify.annotations.NullMarked;
