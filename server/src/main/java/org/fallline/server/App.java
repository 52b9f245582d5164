package org.fallline.server;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.fallline.server.http.ExperimentApi;
import org.fallline.server.http.HealthProbes;
import org.fallline.server.http.PlainErrors;
import org.fallline.server.http.PreviewImage;
import org.fallline.server.http.PublicUrl;
import org.fallline.server.http.Resource;
import org.fallline.server.http.Routes;
import org.fallline.server.http.SharedPages;
import org.fallline.server.http.Site;
import org.fallline.server.http.SiteFiles;
import org.fallline.server.store.Database;
import org.fallline.server.store.ExperimentStore;
import org.fallline.server.store.JdbcStore;
import org.fallline.server.store.RootCause;
import org.fallline.server.store.SavedExperiments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server: its store is open and it listens, until it is closed. */
public final class App implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(App.class);

    /** How long closing waits for the requests it has accepted. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** How long a preview may wait for its turn, and then compute. */
    private static final Duration PREVIEW_TIME = Duration.ofSeconds(5);

    private final Javalin http;
    private final ExperimentStore store;

    private App(Javalin http, ExperimentStore store) {
        this.http = http;
        this.store = store;
    }

    /**
     * Opens the store and starts to listen.
     *
     * @param settings what an operator decides
     * @return the running server
     * @throws IOException when the data directory cannot be used or the port is taken, with a message fit for an operator
     */
    public static App start(Settings settings) throws IOException {
        return start(settings, new Site(App.class.getClassLoader()));
    }

    /** The same with the static files of a site that is not the build's. */
    static App start(Settings settings, Site site) throws IOException {
        ExperimentStore store = new JdbcStore(Database.embedded(settings.data()));
        try {
            Javalin http = Javalin.create(config -> configure(config, resources(settings, site, store)));
            http.start(settings.host(), settings.port());
            LOG.info(
                    "listening on http://{}:{}/, data in {}", authority(settings.host()), http.port(), settings.data());
            return new App(http, store);
        } catch (JavalinBindException e) {
            store.close();
            throw new IOException(
                    "cannot listen on " + shown(settings.host()) + " port " + settings.port() + ": "
                            + RootCause.text(e),
                    e);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static List<Resource> resources(Settings settings, Site site, ExperimentStore store) {
        SavedExperiments experiments = new SavedExperiments(store, Clock.systemUTC());
        return List.of(
                new ExperimentApi(experiments),
                new PreviewImage(experiments, PREVIEW_TIME),
                new SharedPages(experiments, site, new PublicUrl(settings.publicUrl())),
                new HealthProbes(experiments),
                new SiteFiles(site));
    }

    private static void configure(JavalinConfig config, List<Resource> resources) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.NONE; // Content compresses, once for all requests
        config.router.javaLangErrorHandler(PlainErrors::answer);
        config.jetty.modifyServer(App::prepare);
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(new PlainErrors()));
        Routes.register(config.routes, resources);
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
        store.close();
        LOG.info("stopped");
    }
}
