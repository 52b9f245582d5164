package org.fallline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.fallline.server.RunningServer.Answer;
import org.fallline.server.store.Postgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Three processes on one PostgreSQL behind a plain load balancer, which gives each connection to the next one. */
@Timeout(120)
class ClusterTest {
    private static final String PATH = "/api/experiments";

    @Test
    void threeProcesses_behaveAsOne() throws Exception {
        Map<String, String> environment = Map.of("FALLLINE_DATABASE_URL", Postgres.freshUrl());
        String[] options = {"--saves-per-minute", "12", "--trusted-proxies", "127.0.0.1"};
        try (ServerProcess one = ServerProcess.start(environment, options);
                ServerProcess two = ServerProcess.start(environment, options);
                ServerProcess three = ServerProcess.start(environment, options)) {
            List<Integer> ports = List.of(one.port(), two.port(), three.port());
            try (Relay balancer = new Relay(ports.toArray(Integer[]::new))) {
                // Ids: whoever is asked, the same content has the same one, and only the first save a token.
                Answer first = save(ports.get(0), "a", Specs.CHAPTER);
                assertEquals(201, first.status());
                for (int port : ports) {
                    Answer again = save(port, "a", Specs.CHAPTER);
                    assertEquals(200, again.status());
                    assertEquals(first.member("id"), again.member("id"));
                    assertEquals("", again.member("editToken"));
                    assertEquals(200, get(port, first.member("id")).status());
                }
                // Rate limits: twelve a minute of one client are twelve in all. Another client is not held up.
                int taken = 0;
                for (int i = 0; i < 30; i++) {
                    taken += save(balancer.port(), "b", Specs.titled("Rate " + i, ""))
                                            .status()
                                    == 201
                            ? 1
                            : 0;
                }
                assertTrue(taken == 12 || taken == 13, taken + " saves were taken"); // one more after five seconds
                assertEquals(
                        201,
                        save(balancer.port(), "c", Specs.titled("Rate c", "")).status());
                // Caches: what is deleted at one is gone at all within the time that the cache is believed.
                RunningServer.send(
                        ports.get(1),
                        "DELETE",
                        PATH + "/" + first.member("id"),
                        "Authorization",
                        "Bearer " + first.member("editToken"));
                for (int port : ports) {
                    long end = System.nanoTime() + 2_000_000_000L;
                    while (get(port, first.member("id")).status() != 404) {
                        assertTrue(System.nanoTime() - end < 0, "deleted two seconds ago and still there");
                    }
                }
            }
        }
    }

    private static Answer save(int port, String client, String spec) {
        String address = "203.0.113." + (int) client.charAt(0);
        return RunningServer.post(port, PATH, spec, "X-Forwarded-For", address);
    }

    private static Answer get(int port, String id) {
        return RunningServer.send(port, "GET", PATH + "/" + id);
    }
}
