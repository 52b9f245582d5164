/**
 * What the server answers: one resource a class, with its routes and their handlers side by side.
 *
 * <pre>
 *   Resource = Endpoint*                          Endpoint = method, path, handler
 *   ExperimentApi   POST /api/experiments, GET /api/experiments/{id}
 *   SharedPages     GET /e/{id}, GET /embed/{id}, and below the folder of a language: GET /de/e/{id}
 *   PreviewImage    GET /e/{id}/preview.png
 *   HealthProbes    GET /health/live, GET /health/ready
 *   SiteFiles       GET /, GET /&lt;path&gt;
 *   Problem         every other answer: application/problem+json, or a page for a browser
 * </pre>
 *
 * <p>Every response carries {@link org.fallline.server.http.SecurityHeaders}; what is cacheable is sent by
 * {@link org.fallline.server.http.Content}.
 *
 * <p>Imports Javalin, the engine and the server's {@code store} and {@code preview}.
 *
 * <pre>{@code
 * Javalin.create(config -> Routes.register(config.routes, List.of(
 *         new ExperimentApi(experiments),
 *         new SiteFiles(new Site(Main.class.getClassLoader())))));
 * }</pre>
 *
 * <p>References: RFC 9110 (HTTP semantics), RFC 9111 (caching), RFC 9457 (problem details); W3C, Content Security Policy
 * Level 3.
 */
@NullMarked
package org.fallline.server.http;

import org.jspecify.annotations.NullMarked;
