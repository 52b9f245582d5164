/**
 * {@code ./bench}: how fast what we ship is, beside a reference measured in the same run.
 *
 * <pre>
 * figure = name TAB ours TAB reference TAB ratio ;      ratio: ours / reference
 * </pre>
 *
 * <p>{@link org.fallline.web.bench.EngineLoops} are the engine's loops, compiled by TeaVM like the site;
 * {@link org.fallline.web.bench.EngineBench} runs them on the JVM and in Chromium, by turns with {@code engine.js}: the same
 * loops written by hand in plain JavaScript. Imports the engine and {@code org.fallline.web.browser}.
 */
@NullMarked
package org.fallline.web.bench;

import org.jspecify.annotations.NullMarked;
