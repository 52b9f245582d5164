/**
 * {@code ./bench}: how fast what we ship is, beside a reference measured in the same run.
 *
 * <pre>
 * figure = name TAB ours TAB reference TAB ratio ;      ratio: ours / reference
 *
 * Task ──▶ Platform ─┬─▶ this process:  EngineLoops              ──▶ Figure, Scaling ──▶ EngineBench prints
 *                    └─▶ a page:        harness.js ─▶ loops.js | loops.wasm | handwritten.js | tensorflow.js
 * </pre>
 *
 * <p>{@link org.fallline.web.bench.EngineLoops} are the engine's loops, compiled by TeaVM like the site;
 * {@link org.fallline.web.bench.EngineBench} runs them on the JVM and in Chromium, by turns with the same loops written by hand
 * in plain JavaScript and in TensorFlow.js. Pages run under the site's own policy. TensorFlow.js is one thread here, on its
 * backends cpu and wasm (with SIMD): a page that other sites embed has no shared memory. {@link org.fallline.web.bench.PageBench} opens the site itself and
 * measures how soon it answers a visitor, by {@code page.js} and {@link org.fallline.web.bench.Trace}. Imports the engine and
 * {@code org.fallline.web.browser}.
 */
@NullMarked
package org.fallline.web.bench;

import org.jspecify.annotations.NullMarked;
