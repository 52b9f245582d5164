package org.fallline.server.preview;

import java.time.Duration;
import org.fallline.experiment.Experiment;
import org.fallline.scene.Scene;
import org.fallline.scene.Still;
import org.fallline.scene.Theme;

/** The picture that messengers and social networks show beside a link: 1200 × 630 pixels, as their cards are. */
public final class Preview {
    /** Cards are shown small, so the figure is laid out at half the image's size, with letters twice as large. */
    private static final int SCALE = 2;

    private static final int WIDTH = 1200 / SCALE;
    private static final int HEIGHT = 630 / SCALE;

    /** States are kept with their gradients, 16 bytes a number: 64 MB at most. */
    private static final long NUMBERS = 4_000_000;

    private Preview() {}

    /**
     * The preview of an experiment.
     *
     * @param experiment what is shown
     * @param time how long the computation may take
     * @return a PNG file
     * @throws Budget.Exceeded when it would take longer, or more memory than a preview may
     */
    public static byte[] png(Experiment experiment, Duration time) {
        Scene scene = Still.of(experiment, WIDTH, HEIGHT, Theme.LIGHT, Budget.of(time, NUMBERS));
        return Java2dPainter.png(scene, SCALE);
    }
}
