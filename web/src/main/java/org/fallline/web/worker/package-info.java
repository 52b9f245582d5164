/**
 * The engine's work off the page's thread: {@link org.fallline.web.worker.WorkerMain} answers the page's messages.
 *
 * <p>Compiled to WebAssembly and to JavaScript; {@code worker.js} starts the one that the browser can run. Imports the
 * engine and TeaVM's browser bindings.
 */
@NullMarked
package org.fallline.web.worker;

import org.jspecify.annotations.NullMarked;
