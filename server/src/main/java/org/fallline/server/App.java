package org.fallline.server;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.fallline.server.http.Body;
import org.fallline.server.http.Drawings;
import org.fallline.server.http.PlainErrors;
import org.fallline.server.http.Routes;
import org.fallline.server.http.SecurityHeaders;
import org.fallline.server.http.Site;
import org.fallline.server.preview.Preview;
import org.fallline.server.store.Database;
import org.fallline.server.store.RootCause;
import org.fallline.server.telemetry.RequestTrace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server: its store is open and it listens, until it is closed. */
public final class App implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(App.class);

    /** How long closing waits for the requests it has accepted. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** How long a preview may compute. */
    private static final Duration PREVIEW_TIME = Duration.ofSeconds(5);

    /** More connections wait until others end; each costs some memory even when it says nothing. */
    private static final int MOST_CONNECTIONS = 10_000;

    /** A request waits longer than one preview computes, as that may have to wait for its turn; none computes for half a minute. */
    private static final Drawings.Patience PATIENCE =
            new Drawings.Patience(Duration.ofSeconds(6), Duration.ofSeconds(30));

    private final Javalin http;
    private final Services services;

    private App(Javalin http, Services services) {
        this.http = http;
        this.services = services;
    }

    /**
     * Opens the store and starts to listen.
     *
     * @param settings what an operator decides
     * @return the running server
     * @throws IOException when the store cannot be used or the port is taken, with a message fit for an operator
     */
    public static App start(Settings settings) throws IOException {
        return start(settings, new Site(App.class.getClassLoader()));
    }

    /** The same with the static files of a site that is not the build's. */
    static App start(Settings settings, Site site) throws IOException {
        return start(
                settings,
                new Services(
                        settings,
                        site,
                        open(settings),
                        Clock.systemUTC(),
                        experiment -> Preview.of(experiment, PREVIEW_TIME),
                        PATIENCE));
    }

    static Database open(Settings settings) throws IOException {
        return settings.databaseUrl() == null
                ? Database.embedded(settings.data())
                : Database.shared(settings.databaseUrl());
    }

    /** The same with services of another making; they are closed with the server, or when it cannot start. */
    static App start(Settings settings, Services services) throws IOException {
        try {
            Javalin http = Javalin.create(config -> configure(config, settings, services));
            http.start();
            LOG.info(
                    "listening on http://{}:{}/, data in {}",
                    authority(settings.host()),
                    http.port(),
                    settings.databaseUrl() == null ? settings.data() : "PostgreSQL");
            return new App(http, services);
        } catch (JavalinBindException e) {
            services.close();
            throw new IOException(
                    "cannot listen on " + shown(settings.host()) + " port " + settings.port() + ": "
                            + RootCause.text(e),
                    e);
        } catch (RuntimeException e) {
            services.close();
            throw e;
        }
    }

    private static void configure(JavalinConfig config, Settings settings, Services services) {
        quiet(config);
        config.http.compressionStrategy = CompressionStrategy.NONE; // Content compresses, once for all requests
        config.router.javaLangErrorHandler(PlainErrors::answer);
        config.jetty.modifyServer(App::prepare);
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            SecurityHeaders.prepare(http);
        });
        config.jetty.addConnector((server, http) -> connector(settings, server, http));
        config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(new PlainErrors()));
        config.appData(Body.TIME, settings.limits().idle());
        new RequestTrace(services.metrics(), settings.logsAll()).register(config);
        Routes.register(config.routes, services.resources());
    }

    static void quiet(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
    }

    private static ServerConnector connector(Settings settings, Server server, HttpConfiguration http) {
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(settings.host().isEmpty() ? null : settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(settings.limits().idle().toMillis());
        connector.addBean(
                new HeadTimeout(connector.getScheduler(), settings.limits().idle()));
        server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, connector));
        return connector;
    }

    private static void prepare(Server server) {
        server.setHandler(new GracefulHandler());
        server.setStopTimeout(GRACE.toMillis());
        server.setErrorHandler(new PlainErrors());
    }

    /** The host as an address that can be opened on this machine. */
    private static String authority(String host) {
        return host.isEmpty() ? "localhost" : host.contains(":") ? "[" + host + "]" : host;
    }

    private static String shown(String host) {
        return host.isEmpty() ? "every address" : host;
    }

    /**
     * The port it listens on.
     *
     * @return the port, also when any free one was asked for
     */
    public int port() {
        return http.port();
    }

    /** Takes no more requests, finishes those it has accepted, then closes the store. */
    @Override
    public void close() {
        http.stop();
        services.close();
        LOG.info("stopped");
    }
}
