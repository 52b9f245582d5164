/**
 * What the server answers: one resource a class, with its routes and their handlers side by side.
 *
 * <pre>
 *   Resource = Endpoint*                Endpoint = method, path, handler, Operation
 *   ExperimentApi   POST /api/experiments, GET /api/experiments/{id}, POST …/fork
 *   OwnerApi        GET …/about, PATCH and DELETE /api/experiments/{id}, POST …/report
 *   GalleryApi      GET /api/experiments, GET /api/tags         GalleryPage  GET /gallery
 *   SharedPages     GET /e/{id}, GET /embed/{id}, and in another language GET /de/e/{id}                OEmbed       GET /oembed
 *   PreviewImage    GET /e/{id}/preview.png, …/thumbnail.png    QrCode       GET /e/{id}/qr.svg
 *   ApiDescription  GET /openapi.json, GET /api, GET /schema/experiment-v1.json
 *   HealthProbes    GET /health/live, GET /health/ready         MetricsPage  GET /metrics
 *   SiteFiles       GET /, GET /&lt;path&gt;
 *   Problem         every other answer: application/problem+json, or a page for a browser
 * </pre>
 *
 * <p>Every response carries {@link org.fallline.server.http.SecurityHeaders}; what is cacheable is sent by
 * {@link org.fallline.server.http.Content}.
 *
 * <p>Imports Javalin, the engine and the server's {@code store}, {@code preview}, {@code limit} and {@code telemetry}.
 *
 * <pre>{@code
 * Javalin.create(config -> Routes.register(config.routes, List.of(
 *         new HealthProbes(database),
 *         new SiteFiles(new Site(Main.class.getClassLoader())))));
 * }</pre>
 *
 * <p>References: RFC 9110 (HTTP semantics), RFC 9111 (caching), RFC 9457 (problem details); W3C, Content Security Policy
 * Level 3.
 */
@NullMarked
package org.fallline.server.http;

import org.jspecify.annotations.NullMarked;
