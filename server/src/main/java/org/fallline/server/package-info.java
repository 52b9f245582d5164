/**
 * Fallline's server and command line.
 *
 * <pre>
 *   Main     = serve | store | run | render | code | grad   one class a command
 *   App      = Settings → Services → Jetty                  a running server
 *   Services = Database → resources                         what it is made of
 * </pre>
 *
 * <p>Imports everything of the project; nothing imports it.
 *
 * <pre>{@code
 * try (App app = App.start(Settings.of("127.0.0.1", 0, Path.of("data")))) {
 *     System.out.println("http://127.0.0.1:" + app.port());
 * }
 * }</pre>
 */
@NullMarked
package org.fallline.server;

import org.jspecify.annotations.NullMarked;
