package org.fallline.scene;

/**
 * The brightness of a slope in even light, by Lambert's cosine law: the light comes from the top left, half way up; flat
 * ground is as bright as without any. On maps the effect is capped, or the neighbourhood of a minimum on a logarithmic
 * scale looks like metal.
 */
final class Shade {
    /** The direction to the light: left, up the map, and up. */
    private static final double LEFT = 0.5;

    private static final double UP_THE_MAP = 0.5;
    private static final double UP = 0.7071067811865476;

    private Shade() {}

    /**
     * The factor of lightness, from {@code 1 − cap} to {@code 1 + cap}.
     *
     * @param right how steeply the ground rises to the right
     * @param up how steeply it rises up the map
     */
    static double light(double right, double up, double cap) {
        double cosine = (LEFT * right - UP_THE_MAP * up + UP) / Math.sqrt(1 + right * right + up * up);
        double shade = cosine > UP ? (cosine - UP) / (1 - UP) : cosine > 0 ? (cosine - UP) / UP : -1;
        return 1 + cap * shade;
    }
}
