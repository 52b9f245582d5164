/**
 * Pictures of experiments as pixels, made on the server within a budget.
 *
 * <pre>
 *   Java2dPainter  Scene → PNG
 *   Preview        Experiment → PNG, within a budget, for cards and crawlers
 * </pre>
 *
 * <p>Imports the engine and {@code java.awt}; nothing of HTTP and nothing of the store.
 *
 * <pre>{@code
 * Experiment experiment = ExperimentCodec.read("{\"version\":1,\"problem\":{\"kind\":\"function\",\"name\":\"himmelblau\"}}");
 * Scene scene = Still.of(experiment, 800, 600, Theme.LIGHT, Still.Allowance.UNLIMITED);
 * byte[] png = Java2dPainter.png(scene, 1);
 * }</pre>
 */
@NullMarked
package org.fallline.server.preview;

import org.jspecify.annotations.NullMarked;
