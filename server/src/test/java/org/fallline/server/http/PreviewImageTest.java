package org.fallline.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.fallline.server.RunningServer;
import org.fallline.server.RunningServer.Answer;
import org.fallline.server.Specs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
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
    void thumbnail_isTheSameInSmall() throws Exception {
        Answer thumbnail = SERVER.get("/e/" + SERVER.save(Specs.HIMMELBLAU) + "/thumbnail.png");
        assertEquals(200, thumbnail.status());
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(thumbnail.bytes()));
        assertEquals(480, image.getWidth());
        assertEquals(252, image.getHeight());
    }
}
