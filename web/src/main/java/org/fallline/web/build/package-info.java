/**
 * The site's build: programs that the build runs and the site does not contain.
 *
 * <p>{@link org.fallline.web.build.Compile} compiles Java to JavaScript and to WebAssembly by TeaVM. Two things stand between
 * TeaVM's output and ours:
 *
 * <ul>
 *   <li>the same experiment must give the same bits on every platform: {@link org.fallline.web.build.ExactArithmetic};
 *   <li>the site is served without {@code 'unsafe-eval'}: {@link org.fallline.web.build.WasmRuntime}.
 * </ul>
 *
 * <p>Imports TeaVM, the engine and what the page opens with; nothing of the site imports it.
 */
@NullMarked
package org.fallline.web.build;

import org.jspecify.annotations.NullMarked;
