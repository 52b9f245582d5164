package org.fallline.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.Javalin;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.fallline.server.RunningServer;
import org.fallline.server.RunningServer.Answer;
import org.fallline.server.Specs;
import org.fallline.server.store.Database;
import org.fallline.server.store.ExperimentStore;
import org.fallline.server.store.JdbcStore;
import org.fallline.server.store.SavedExperiments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewImageTest {
    @RegisterExtension
    static final RunningServer SERVER = new RunningServer();

    @ParameterizedTest
    @ValueSource(strings = {Specs.HIMMELBLAU, Specs.CHAPTER})
    void preview_isAPictureOfTheSizeOfACard(String spec) throws Exception {
        Answer preview = SERVER.get("/e/" + SERVER.save(spec) + "/preview.png");
        assertEquals(200, preview.status());
        assertEquals("image/png", preview.header("Content-Type"));
        assertEquals("cross-origin", preview.header("Cross-Origin-Resource-Policy"));
        assertEquals("public, max-age=86400", preview.header("Cache-Control"));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(preview.bytes()));
        assertEquals(1200, image.getWidth());
        assertEquals(630, image.getHeight());
    }

    @Test
    void preview_unknownId_is404() {
        assertEquals(404, SERVER.get("/e/0123456789ab/preview.png").status());
    }

    @Test
    void preview_thatTakesTooLong_is503(@TempDir Path directory) throws Exception {
        try (ExperimentStore store = new JdbcStore(Database.embedded(directory))) {
            SavedExperiments experiments = new SavedExperiments(store, Clock.systemUTC());
            String id = experiments.save(Specs.HIMMELBLAU).id();
            List<Resource> resources = List.of(new PreviewImage(experiments, Duration.ofNanos(1)));
            Javalin http = Javalin.create(config -> {
                config.startup.showJavalinBanner = false;
                Routes.register(config.routes, resources);
            });
            try {
                int port = http.start("127.0.0.1", 0).port();
                Answer refused = RunningServer.send(port, "GET", "/e/" + id + "/preview.png");
                assertEquals(503, refused.status());
                assertEquals("application/problem+json", refused.header("Content-Type"));
                assertTrue(refused.member("detail").contains("more to compute"), refused.text());
            } finally {
                http.stop();
            }
        }
    }
}
