/**
 * The engine's work off the page's thread.
 *
 * <pre>
 * request = Request(experiment)             walk                                     answer = Ran(Trajectory*)
 *         | Find(Subject, Cut, Anchors?)    find a slice                                      | Surveyed(Slice) [Rows]
 *         | Take(Subject, Slice)            sample this one from now on                       | taken
 *         | Rows(Window, rows)              sample rows of the slice                          | Rows(losses)
 *         | Prospect(Slice, Window)         what is true of a part of a slice                 | Found(Findings)
 *         | Spot(params)                    at a point: all there is, or in a moment          | Stood(Standing) | Noted(Reading)
 *                                                                                             | failed(reason)
 *         | speak(words)                    speak the page's language from now on
 * </pre>
 *
 * <p>{@link org.fallline.web.worker.WorkerProgram} answers; {@link org.fallline.web.worker.Engine}, {@link
 * org.fallline.web.worker.Landscapes} and {@link org.fallline.web.worker.Inspector} ask, each of workers of its own. One record a message, which
 * both sides share. {@code worker.js} starts the site's program as a worker.
 *
 * <p>What samples a landscape is a {@code Ladder}: the compiled program, the emitted WebAssembly module, the emitted shader.
 * Each rung above the program is compared with it in every window.
 *
 * <p>Imports the engine, {@code words} on the page's side, and TeaVM's browser bindings.
 */
@NullMarked
package org.fallline.web.worker;

import org.jspecify.annotations.NullMarked;
