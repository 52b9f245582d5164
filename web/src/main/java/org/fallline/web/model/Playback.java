package org.fallline.web.model;

/**
 * How time runs.
 *
 * @param playing whether it does
 * @param speed how fast
 * @param loop whether it begins again after the last step
 */
public record Playback(boolean playing, Speed speed, boolean loop) {
    /** Time stands; it will run once, at the usual speed. */
    public static final Playback DEFAULT = new Playback(false, Speed.USUAL, false);

    Playback withPlaying(boolean changed) {
        return new Playback(changed, speed, loop);
    }

    Playback withSpeed(Speed changed) {
        return new Playback(playing, changed, loop);
    }

    Playback withLoop(boolean changed) {
        return new Playback(playing, speed, changed);
    }
}
