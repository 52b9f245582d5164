/**
 * Fallline's server and command line.
 *
 * <pre>
 *   Main = serve | run | render | grad          one class a command
 *   App  = Settings → store, resources, Jetty   a running server
 * </pre>
 *
 * <p>Imports everything of the project; nothing imports it.
 *
 * <pre>{@code
 * try (App app = App.start(new Settings("127.0.0.1", 0, Path.of("data"), null))) {
 *     System.out.println("http://127.0.0.1:" + app.port());
 * }
 * }</pre>
 */
@NullMarked
package org.fallline.server;

import org.jspecify.annotations.NullMarked;
