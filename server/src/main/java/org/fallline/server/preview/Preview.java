package org.fallline.server.preview;

import java.time.Duration;
import org.fallline.experiment.Experiment;
import org.fallline.scene.Scene;
import org.fallline.scene.Still;
import org.fallline.scene.Theme;

/**
 * The picture that messengers and social networks show beside a link, and a small one for the gallery.
 *
 * @param card PNG of 1200 × 630 pixels, as cards are; not modified
 * @param thumbnail the same in 480 × 252 pixels; not modified
 */
@SuppressWarnings("ArrayRecordComponent") // passed on as they are, never compared
public record Preview(byte[] card, byte[] thumbnail) {
    /** Goes up whenever something is drawn otherwise than before, so that what is kept is drawn anew. */
    public static final int DRAWING = 1;

    /** Cards are shown small, so the figure is laid out at half the image's size, with letters twice as large. */
    private static final int SCALE = 2;

    private static final int WIDTH = 1200 / SCALE;
    private static final int HEIGHT = 630 / SCALE;
    private static final double SMALL = 0.8;

    /** States are kept with their gradients, 16 bytes a number: 32 MB at most. */
    private static final long NUMBERS = 2_000_000;

    /**
     * The preview of an experiment.
     *
     * @param experiment what is shown
     * @param time how long the computation may take
     * @return its pictures
     * @throws Budget.Exceeded when it would take longer, or more memory than a preview may
     */
    public static Preview of(Experiment experiment, Duration time) {
        Scene scene = Still.of(experiment, WIDTH, HEIGHT, Theme.LIGHT, Budget.of(time, NUMBERS));
        return new Preview(Java2dPainter.png(scene, SCALE), Java2dPainter.png(scene, SMALL));
    }
}
