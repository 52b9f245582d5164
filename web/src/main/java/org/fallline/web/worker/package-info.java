/**
 * The engine's work off the page's thread.
 *
 * <pre>
 * request = Request(experiment)           walk                                   answer = Ran(Trajectory*)
 *         | Job(experiment, Anchors|Slice)  find a slice, or take one                     | Surveyed(Slice) [Rows] | taken
 *         | Rows(Window, rows)              sample rows of a job's slice                  | Rows(losses)
 *         | Prospect(Slice, Window)         what is true of a part of a slice             | Found(Findings)
 *         | Spot(params)                    at a point: all there is, or in a moment      | Stood(Standing) | Noted(Reading)
 *                                                                                         | failed(reason)
 * </pre>
 *
 * <p>{@link org.fallline.web.worker.WorkerMain} answers; {@link org.fallline.web.worker.Engine}, {@link
 * org.fallline.web.worker.Landscapes} and {@link org.fallline.web.worker.Inspector} ask, each of workers of its own. One record a message, which
 * both sides share. The worker is compiled to WebAssembly and to JavaScript; {@code worker.js} starts the one that the
 * browser can run.
 *
 * <p>What samples a landscape is a {@code Ladder}: the compiled program, the emitted WebAssembly module, the emitted shader.
 * Each rung above the program is compared with it in every window.
 *
 * <p>Imports the engine, {@code words} on the page's side, and TeaVM's browser bindings.
 */
@NullMarked
package org.fallline.web.worker;

import org.jspecify.annotations.NullMarked;
