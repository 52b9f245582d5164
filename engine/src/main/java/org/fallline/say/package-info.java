/**
 * What the engine tells its readers, in their language: what figures show, in words, their axes and legends, and how things stand.
 *
 * <pre>
 * template = (text | place)*
 * place    = "{" index "}"                     — the value of this index, from 0
 *          | "{" index "|" one "|" other "}"   — the first text if the value is 1, else the second
 * </pre>
 *
 * <p>A figure says {@code Say.of("landscape.start", "Start at {0}.", point)}: the English stands where it is said, other languages in
 * tables by key. What is wrong with an input is told in English alone: it is read by programs, too. Imports nothing.
 */
@NullMarked
package org.fallline.say;

import org.jspecify.annotations.NullMarked;
