package org.fallline.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.fallline.server.Settings.Limits;
import org.fallline.server.limit.Networks;
import org.fallline.server.telemetry.Logging;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serve}: runs the server until the process is told to end. */
@Command(
        name = "serve",
        description = "Serves the playground until the process is told to end.",
        footerHeading =
                "%nEach option may be given by the environment variable that is named with it. By the environment only,"
                        + " because other users of a machine can see options:%n",
        footer = {
            "  FALLLINE_DATABASE_URL   postgresql://user:password@host:5432/name, in place of the embedded database",
            "  FALLLINE_METRICS_TOKEN  what /metrics wants to be shown as a bearer token; without it, only this machine may ask"
        })
final class ServeCommand implements Callable<Integer> {
    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "${env:FALLLINE_PORT:-8080}",
            description = "Port to listen on; 0 for any free one.%n  Default: 8080 (FALLLINE_PORT)")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "${env:FALLLINE_HOST:-}",
            description = "Address to listen on; every one if not given (FALLLINE_HOST).")
    private String host = "";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:FALLLINE_DATA:-data}",
            description = "Directory of the embedded database, made when missing.%n  Default: data (FALLLINE_DATA)")
    private Path data = Path.of("data");

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            defaultValue = "${env:FALLLINE_PUBLIC_URL:-}",
            description = "Where visitors reach the server, if a proxy is in front of it (FALLLINE_PUBLIC_URL).")
    private String publicUrl = "";

    @Option(
            names = "--trusted-proxies",
            paramLabel = "RANGES",
            defaultValue = "${env:FALLLINE_TRUSTED_PROXIES:-}",
            description = "Addresses of proxies whose X-Forwarded-For is believed, such as 127.0.0.1,10.0.0.0/8"
                    + " (FALLLINE_TRUSTED_PROXIES).")
    private String trustedProxies = "";

    @Option(
            names = "--saves-per-minute",
            paramLabel = "N",
            defaultValue = "${env:FALLLINE_SAVES_PER_MINUTE:-" + Limits.SAVES + "}",
            description = "How often a client may save, change or report; 0 for as often as it likes.%n  Default: "
                    + Limits.SAVES + " (FALLLINE_SAVES_PER_MINUTE)")
    private int savesPerMinute;

    @Option(
            names = "--previews-per-minute",
            paramLabel = "N",
            defaultValue = "${env:FALLLINE_PREVIEWS_PER_MINUTE:-" + Limits.PREVIEWS + "}",
            description = "How many pictures may be drawn for a client; 0 for as many as it likes.%n  Default: "
                    + Limits.PREVIEWS + " (FALLLINE_PREVIEWS_PER_MINUTE)")
    private int previewsPerMinute;

    @Option(
            names = "--idle-seconds",
            paramLabel = "N",
            defaultValue = "${env:FALLLINE_IDLE_SECONDS:-" + Limits.IDLE_SECONDS + "}",
            description =
                    "How long a client may say nothing in the middle of something, and take to send a request.%n  Default: "
                            + Limits.IDLE_SECONDS + " (FALLLINE_IDLE_SECONDS)")
    private int idleSeconds;

    @Option(
            names = "--log",
            paramLabel = "FORM",
            defaultValue = "${env:FALLLINE_LOG:-text}",
            description = "text for people, json for programs.%n  Default: text (FALLLINE_LOG)")
    private Logging.Form log = Logging.Form.TEXT;

    @Option(
            names = "--log-all",
            paramLabel = "true|false",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "${env:FALLLINE_LOG_ALL:-false}",
            description = "Log every request, not only changes, failures and slow ones (FALLLINE_LOG_ALL).")
    private boolean logAll;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Settings settings = settings();
        Logging.use(log);
        App app = App.start(settings);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            app.close();
                            stopped.countDown();
                        },
                        "shutdown"));
        stopped.await();
        return 0;
    }

    private Settings settings() {
        if (port < 0 || port > 65535) {
            throw new CommandException("--port is " + port + "; a port is from 0 to 65535");
        }
        if (savesPerMinute < 0 || previewsPerMinute < 0 || idleSeconds < 1) {
            throw new CommandException(
                    "--saves-per-minute and --previews-per-minute are 0 or more, --idle-seconds is 1 or more");
        }
        return Settings.of(host, port, data)
                .withDatabaseUrl(environment("FALLLINE_DATABASE_URL"))
                .withPublicUrl(publicUrl())
                .withLimits(new Limits(savesPerMinute, previewsPerMinute, Duration.ofSeconds(idleSeconds), proxies()))
                .withMetricsToken(environment("FALLLINE_METRICS_TOKEN"))
                .withLogsAll(logAll);
    }

    /** A variable that is set to something, or null. */
    static @Nullable String environment(String name) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private Networks proxies() {
        try {
            return trustedProxies.isBlank() ? Networks.NONE : Networks.parse(trustedProxies);
        } catch (IllegalArgumentException e) {
            throw new CommandException("--trusted-proxies: " + e.getMessage());
        }
    }

    private @Nullable String publicUrl() {
        if (publicUrl.isBlank()) {
            return null;
        }
        try {
            URI uri = URI.create(publicUrl);
            if (uri.getHost() != null
                    && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getQuery() == null
                    && uri.getFragment() == null) {
                return publicUrl.replaceFirst("/+$", "");
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw new CommandException(
                "--public-url is " + publicUrl + "; expected something like https://fallline.example");
    }
}
