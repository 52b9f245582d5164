/**
 * What an operator sees of a running server: a log of lines that programs can read, and numbers for Prometheus.
 *
 * <pre>
 *   Logging       the form of the log: text for people, JSON for programs
 *   Metrics       requests, store, previews, JVM
 *   RequestTrace  of each request: its id, its route, how long it took
 * </pre>
 *
 * <p>Imports Javalin, Logback and Prometheus' client; nothing of the server's other packages.
 *
 * <pre>{@code
 * Metrics metrics = new Metrics();
 * metrics.gauge("fallline_store_connections_active", "Connections that work now.", () -> 3);
 * metrics.text(); // "# HELP …"
 * }</pre>
 *
 * <p>References: <a href="https://prometheus.io/docs/practices/naming/">Prometheus, metric and label naming</a>.
 */
@NullMarked
package org.fallline.server.telemetry;

import org.jspecify.annotations.NullMarked;
