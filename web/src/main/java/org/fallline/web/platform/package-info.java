/**
 * All that touches the browser: elements, the canvas, frames, requests, the clipboard and the address.
 *
 * <p>The only package with JavaScript in it. Imports the engine's {@code scene} and {@code math}, {@code words}, and TeaVM's browser bindings.
 */
@NullMarked
package org.fallline.web.platform;

import org.jspecify.annotations.NullMarked;
