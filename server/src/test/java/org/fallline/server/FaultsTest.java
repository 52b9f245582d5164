package org.fallline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.fallline.experiment.ExperimentCodec;
import org.fallline.server.RunningServer.Answer;
import org.fallline.server.http.Drawings;
import org.fallline.server.http.Site;
import org.fallline.server.limit.Networks;
import org.fallline.server.preview.Preview;
import org.fallline.server.store.Database;
import org.fallline.server.store.Postgres;
import org.fallline.server.store.SmallDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong around a server: each time a clear answer, and no restart is needed. */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class FaultsTest {
    private static final boolean IS_LONG = Boolean.getBoolean("fallline.long");
    private static final int ROUNDS = Integer.getInteger("fallline.kills", IS_LONG ? 100 : 1);
    private static final String PATH = "/api/experiments";

    @TempDir
    Path data;

    @Test
    void kill_underWriteLoad_losesNothingThatWasAcknowledged_embedded() throws Exception {
        killUnderLoad(Map.of());
    }

    @Test
    void kill_underWriteLoad_losesNothingThatWasAcknowledged_postgres() throws Exception {
        killUnderLoad(Map.of("FALLLINE_DATABASE_URL", Postgres.freshUrl()));
    }

    /** Kills the server while four clients save, again and again, and looks for everything that was ever acknowledged. */
    private void killUnderLoad(Map<String, String> environment) throws Exception {
        Map<String, String> acknowledged = new ConcurrentHashMap<>();
        AtomicInteger number = new AtomicInteger();
        for (int round = 0; round <= ROUNDS; round++) {
            try (ServerProcess server =
                    ServerProcess.start(environment, "--data", data.toString(), "--saves-per-minute", "0")) {
                assertAllThere(server.port(), acknowledged);
                if (round == ROUNDS) {
                    break;
                }
                int enough = acknowledged.size() + 20;
                CountDownLatch busy = new CountDownLatch(4);
                List<Thread> clients = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    Thread client = new Thread(() -> {
                        saveUntilItDies(server.port(), number, acknowledged, enough, busy);
                        busy.countDown();
                    });
                    client.start();
                    clients.add(client);
                }
                assertTrue(busy.await(60, TimeUnit.SECONDS));
                server.kill();
                for (Thread client : clients) {
                    client.join();
                }
            }
        }
        assertTrue(acknowledged.size() >= 20 * ROUNDS, acknowledged.size() + " saves");
    }

    private static void saveUntilItDies(
            int port, AtomicInteger number, Map<String, String> acknowledged, int enough, CountDownLatch busy) {
        try {
            while (true) {
                String spec = Specs.titled("Save " + number.incrementAndGet(), "x".repeat(3000));
                Answer answer = RunningServer.post(port, PATH, spec);
                if (answer.status() != 201) {
                    return;
                }
                acknowledged.put(answer.member("id"), ExperimentCodec.write(ExperimentCodec.read(spec)));
                if (acknowledged.size() >= enough) {
                    busy.countDown();
                }
            }
        } catch (UncheckedIOException e) {
            // it was killed
        }
    }

    private static void assertAllThere(int port, Map<String, String> acknowledged) {
        acknowledged.forEach((id, spec) -> {
            Answer answer = RunningServer.send(port, "GET", PATH + "/" + id);
            assertEquals(200, answer.status(), id);
            assertEquals(spec, answer.text());
        });
    }

    @Test
    void database_downAndBack_isAnsweredClearly_andNeedsNoRestart() throws Exception {
        try (Relay network = new Relay(Postgres.port());
                App app = App.start(
                        settings().withDatabaseUrl(Postgres.url("127.0.0.1", network.port(), Postgres.freshName())))) {
            String id = RunningServer.post(app.port(), PATH, Specs.CHAPTER).member("id");
            assertEquals(200, get(app, PATH + "/" + id).status());
            network.cut(true);
            Answer save = RunningServer.post(app.port(), PATH, Specs.HIMMELBLAU);
            assertEquals(503, save.status());
            assertNotEquals("", save.header("Retry-After"));
            assertTrue(save.member("detail").contains("Nothing is lost"), save.text());
            assertEquals(503, get(app, "/health/ready").status());
            assertEquals(200, get(app, "/health/live").status());
            assertEquals(200, get(app, "/").status());
            assertEquals(200, get(app, PATH + "/" + id).status(), "what was read before is still there");
            network.cut(false);
            await(() -> get(app, "/health/ready").status() == 200);
            assertEquals(
                    201, RunningServer.post(app.port(), PATH, Specs.HIMMELBLAU).status());
        }
    }

    @Test
    void database_thatIsSlow_doesNotTakeThePagesWithIt() throws Exception {
        try (Relay network = new Relay(Postgres.port());
                App app = App.start(
                        settings().withDatabaseUrl(Postgres.url("127.0.0.1", network.port(), Postgres.freshName())))) {
            network.delay(IS_LONG ? 3000 : 700);
            List<Thread> clients = new ArrayList<>();
            AtomicInteger answered = new AtomicInteger();
            AtomicInteger unclear = new AtomicInteger();
            for (int i = 0; i < 100; i++) {
                String spec = Specs.titled("Slow " + i, "");
                Thread client = new Thread(() -> {
                    int status = RunningServer.post(app.port(), PATH, spec).status();
                    answered.incrementAndGet();
                    if (status != 201 && status != 503) {
                        unclear.incrementAndGet();
                    }
                });
                client.start();
                clients.add(client);
            }
            long begin = System.nanoTime();
            assertEquals(200, get(app, "/").status());
            assertTrue(System.nanoTime() - begin < Duration.ofSeconds(3).toNanos(), "the page waited for the database");
            network.delay(0);
            for (Thread client : clients) {
                client.join();
            }
            assertEquals(100, answered.get());
            assertEquals(0, unclear.get());
            assertEquals(
                    201, RunningServer.post(app.port(), PATH, Specs.CHAPTER).status());
        }
    }

    @Test
    void preview_thatWouldTakeForEver_isAnswered_andOthersAreDrawnAfterwards() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger stuck = new AtomicInteger();
        Drawings.Draftsman draftsman = experiment -> {
            if (experiment.title().startsWith("Stuck")) {
                stuck.incrementAndGet();
                awaitQuietly(end);
            }
            return Preview.of(experiment, Duration.ofSeconds(20));
        };
        Drawings.Patience patience = new Drawings.Patience(Duration.ofMillis(500), Duration.ofMinutes(10));
        try (App app = start(settings(), Clock.systemUTC(), draftsman, patience)) {
            String id = RunningServer.post(app.port(), PATH, Specs.titled("Stuck", ""))
                    .member("id");
            Answer refused = get(app, "/e/" + id + "/preview.png");
            assertEquals(503, refused.status());
            assertNotEquals("", refused.header("Retry-After"));
            assertTrue(refused.member("detail").contains("still being drawn"), refused.text());
            assertEquals(503, get(app, "/e/" + id + "/preview.png").status());
            assertEquals(1, stuck.get(), "one drawing for all who ask");
            assertEquals(200, get(app, "/e/" + id).status());
            end.countDown();
            await(() -> get(app, "/e/" + id + "/preview.png").status() == 200);
            assertEquals(1, stuck.get(), "drawn once, then kept");
        }
    }

    @Test
    void previews_thatNeverEnd_keepNoPlaces_andNeedNoRestart() throws Exception {
        Preview ready = Preview.of(ExperimentCodec.read(Specs.HIMMELBLAU), Duration.ofMinutes(10));
        AtomicBoolean end = new AtomicBoolean();
        Drawings.Draftsman draftsman = experiment -> {
            while (experiment.title().startsWith("Endless") && !end.get()) {
                Thread.onSpinWait(); // deaf to interrupts, as a computation is
            }
            return ready;
        };
        Drawings.Patience patience = new Drawings.Patience(Duration.ofMillis(300), Duration.ofSeconds(1));
        try (App app = start(settings(), Clock.systemUTC(), draftsman, patience)) {
            for (int i = 0; i < 2; i++) {
                String endless = RunningServer.post(app.port(), PATH, Specs.titled("Endless " + i, ""))
                        .member("id");
                String other = RunningServer.post(app.port(), PATH, Specs.titled("Other " + i, ""))
                        .member("id");
                assertEquals(503, get(app, "/e/" + endless + "/preview.png").status());
                await(() -> get(app, "/e/" + other + "/preview.png").status() == 200);
                await(() -> get(app, "/e/" + endless + "/preview.png")
                        .member("detail")
                        .contains("takes more to compute"));
            }
        } finally {
            end.set(true);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void disk_thatIsFull_isAnsweredClearly_alsoToManyAtOnce_andNeedsNoRestart() throws Exception {
        try (App app = start(
                settings(),
                SmallDatabase.embedded(data, 80),
                Clock.systemUTC(),
                experiment -> Preview.of(experiment, Duration.ofSeconds(20)),
                new Drawings.Patience(Duration.ofSeconds(20), Duration.ofMinutes(10)))) {
            List<Answer> saved = new ArrayList<>();
            Answer answer = save(app, 0);
            while (answer.status() == 201) {
                saved.add(answer);
                answer = save(app, saved.size());
            }
            assertTrue(!saved.isEmpty());
            List<Answer> refused = new ArrayList<>();
            refused.add(answer);
            ExecutorService clients = Executors.newFixedThreadPool(8);
            try {
                Callable<Answer> another = () -> save(app, saved.size());
                for (Future<Answer> each : clients.invokeAll(Collections.nCopies(8, another))) {
                    refused.add(each.get());
                }
            } finally {
                clients.shutdownNow();
            }
            for (Answer each : refused) {
                assertEquals(507, each.status());
                assertTrue(each.member("detail").contains("What was saved before is safe"), each.text());
            }
            for (Answer each : saved) {
                assertEquals(200, get(app, PATH + "/" + each.member("id")).status());
            }
            for (Answer each : saved.subList(0, 2)) {
                String token = "Bearer " + each.member("editToken");
                assertEquals(
                        204,
                        RunningServer.send(app.port(), "DELETE", PATH + "/" + each.member("id"), "Authorization", token)
                                .status());
            }
            assertEquals(201, save(app, saved.size()).status());
        }
    }

    private static Answer save(App app, int number) {
        return RunningServer.post(app.port(), PATH, Specs.titled("Number " + number, "x".repeat(3000)));
    }

    @Test
    void clock_thatJumps_stopsNobody() throws Exception {
        SetClock clock = new SetClock(Instant.parse("2026-06-01T12:00:00Z"));
        Settings settings = settings().withLimits(new Settings.Limits(3, 3, Duration.ofSeconds(15), Networks.NONE));
        Drawings.Draftsman draftsman = experiment -> Preview.of(experiment, Duration.ofSeconds(20));
        Drawings.Patience patience = new Drawings.Patience(Duration.ofSeconds(20), Duration.ofMinutes(10));
        try (App app = start(settings, clock, draftsman, patience)) {
            for (Duration jump :
                    List.of(Duration.ZERO, Duration.ofDays(-400), Duration.ofDays(4000), Duration.ofHours(-1))) {
                clock.advance(jump);
                assertEquals(
                        201,
                        RunningServer.post(app.port(), PATH, Specs.titled("At " + clock.instant(), ""))
                                .status());
            }
            for (int i = 0; i < 2; i++) {
                RunningServer.post(app.port(), PATH, Specs.titled("More " + i, ""));
            }
            Answer refused = RunningServer.post(app.port(), PATH, Specs.CHAPTER);
            assertEquals(429, refused.status());
            assertEquals("20", refused.header("Retry-After"));
            assertTrue(refused.member("detail").contains("20 seconds"), refused.text());
            clock.advance(Duration.ofSeconds(20));
            assertEquals(
                    201, RunningServer.post(app.port(), PATH, Specs.CHAPTER).status());
        }
    }

    private App start(Settings settings, Clock clock, Drawings.Draftsman draftsman, Drawings.Patience patience)
            throws IOException {
        return start(settings, Database.embedded(data), clock, draftsman, patience);
    }

    private static App start(
            Settings settings, Database database, Clock clock, Drawings.Draftsman draftsman, Drawings.Patience patience)
            throws IOException {
        Site site = new Site(App.class.getClassLoader());
        return App.start(settings, new Services(settings, site, database, clock, draftsman, patience));
    }

    private Settings settings() {
        return Settings.of("127.0.0.1", 0, data).withLimits(Settings.Limits.NO_RATES);
    }

    private static Answer get(App app, String path) {
        return RunningServer.send(app.port(), "GET", path);
    }

    private interface Condition {
        boolean holds();
    }

    /** Asks again until it holds; the class's time-out ends a wait that has no end. */
    private static void await(Condition condition) {
        while (!condition.holds()) {
            Thread.onSpinWait();
        }
    }
}
