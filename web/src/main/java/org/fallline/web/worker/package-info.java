/**
 * The engine's work off the page's thread.
 *
 * <pre>
 * request = Run(id, experiment) | Sample(id, experiment)
 * answer  = Ran(id, Trajectory*) | Sampled(id, Grid) | Failed(id, reason)
 * </pre>
 *
 * <p>{@link org.fallline.web.worker.WorkerMain} answers; {@link org.fallline.web.worker.Engine} asks. One record a message, which
 * both sides share. The worker is compiled to WebAssembly and to JavaScript; {@code worker.js} starts the one that the
 * browser can run.
 *
 * <p>Imports the engine and TeaVM's browser bindings.
 */
@NullMarked
package org.fallline.web.worker;

import org.jspecify.annotations.NullMarked;
