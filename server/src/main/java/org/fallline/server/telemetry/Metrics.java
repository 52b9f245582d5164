package org.fallline.server.telemetry;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleSupplier;

/** The numbers of one server. Labels are routes and words of ours, never what a client sent: their number is bounded. */
public final class Metrics {
    /** The media type of {@link #text}. */
    public static final String TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    /** Seconds; a static file takes a tenth of a millisecond, a picture seconds. */
    private static final double[] BOUNDS = {0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10
    };

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final AtomicBoolean hasJvm = new AtomicBoolean();
    private final Counter requests = Counter.builder()
            .name("fallline_http_requests_total")
            .help("Requests answered, by route, method and status.")
            .labelNames("route", "method", "status")
            .register(registry);
    private final Histogram latency = Histogram.builder()
            .name("fallline_http_request_duration_seconds")
            .help("From the first byte of the request's head to the answer, by route.")
            .labelNames("route")
            .classicOnly()
            .classicUpperBounds(BOUNDS)
            .register(registry);
    private final Counter previews = Counter.builder()
            .name("fallline_previews_total")
            .help("Pictures drawn, by what came of it.")
            .labelNames("outcome")
            .register(registry);

    /** Counts an answered request. */
    void answered(String route, String method, int status, double seconds) {
        requests.labelValues(route, method, Integer.toString(status)).inc();
        latency.labelValues(route).observe(seconds);
    }

    /** Counts a picture. */
    public void drew(String outcome) {
        previews.labelValues(outcome).inc();
    }

    /** A number that is looked up when somebody asks for it. */
    public void gauge(String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call(value.getAsDouble()))
                .register(registry);
    }

    /** All numbers in Prometheus' text format. */
    public String text() {
        if (!hasJvm.getAndSet(true)) {
            JvmMetrics.builder().register(registry); // when first asked for: it takes a part of the time to start
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(out, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
