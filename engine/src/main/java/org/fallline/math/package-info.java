/**
 * Elementary functions, number text and random keys that are the same bits on every platform.
 *
 * <p>The JVM, JavaScript engines and WebAssembly hosts disagree in the last bits of {@code exp} or {@code sin}, in the
 * text of a {@code double} and in random streams. Everything of the kind that the engine uses is therefore here and built
 * from what IEEE 754 fixes: {@code + - * /}, {@code sqrt}, {@code floor}, comparisons and 32-bit integers.
 *
 * <p>Imports nothing of the project.
 */
@NullMarked
package org.fallline.math;

import org.jspecify.annotations.NullMarked;
