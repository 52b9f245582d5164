/**
 * The page: {@link org.fallline.web.Main} starts it in the browser.
 *
 * <pre>
 * intent ──▶ model ──▶ panels        state flows one way
 *              │  ▲
 *              ▼  │ trajectories, landscapes
 *            worker                  the engine, off the page's thread
 * </pre>
 *
 * <p>Imports {@code view}, {@code platform}, {@code words} and the engine.
 */
@NullMarked
package org.fallline.web;

import org.jspecify.annotations.NullMarked;
