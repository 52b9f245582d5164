package org.fallline.server;

import io.javalin.Javalin;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LocalConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server without a network that answers one request and ends. Loading its classes takes half the time to start; so they are loaded
 * on one processor while options are read and the database is opened on another.
 */
final class Rehearsal {
    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

    /** What Jetty would otherwise ask the platform's MBeans for, whose 150 classes nothing else needs: 64 bytes of 4 each. */
    private static final String REFERENCES = "org.eclipse.jetty.util.referencesPerCacheLine";

    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    private Rehearsal() {}

    /** Begins, and waits for nothing. */
    static void begin() {
        if (System.getProperty(REFERENCES) == null) {
            System.setProperty(REFERENCES, "16");
        }
        Thread thread = new Thread(Rehearsal::run, "rehearsal");
        thread.setDaemon(true);
        thread.start();
    }

    private static void run() {
        LocalConnector[] connectors = new LocalConnector[1];
        Javalin http = Javalin.create(config -> {
            App.quiet(config);
            config.jetty.addConnector((server, settings) -> {
                connectors[0] = new LocalConnector(server, new HttpConnectionFactory(settings));
                return connectors[0];
            });
            config.routes.get("/", ctx -> ctx.result("ready"));
        });
        try {
            http.start();
            connectors[0].getResponse(REQUEST);
        } catch (Exception e) {
            LOG.debug("the server starts without a rehearsal", e);
        } finally {
            http.stop();
        }
    }
}
