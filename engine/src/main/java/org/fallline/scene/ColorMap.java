package org.fallline.scene;

/**
 * A way from low to high in colours: opaque, and of rising lightness, so that it also reads without hue; or, where the middle is
 * what numbers are compared with, from the ground of a plot to two hues that every kind of colour vision tells apart.
 */
public final class ColorMap {
    /**
     * A hiking map by day, from a teal tarn over sage slopes to pale summits: low chroma, so that coloured paths stand
     * out, and lightness in Oklab from 0.47 to 0.97.
     */
    public static final ColorMap FELL_LIGHT = new ColorMap(
            0x2c656b, 0x366f72, 0x417978, 0x4d837e, 0x598d84, 0x669789, 0x74a18d, 0x83aa91, 0x92b495, 0xa2bc9a,
            0xb5c49e, 0xc7cca3, 0xd6d4aa, 0xe1dcb5, 0xebe4c3, 0xf3edd5, 0xf9f5e8);

    /** The same hiking map by night: the order of hues is the same, lightness in Oklab runs from 0.17 to 0.53. */
    public static final ColorMap FELL_DARK = new ColorMap(
            0x040f1a, 0x04141f, 0x051a24, 0x061f29, 0x07242d, 0x092a32, 0x0b3036, 0x0f363a, 0x153c3d, 0x1b4241,
            0x224844, 0x294f47, 0x31554a, 0x3b5c4e, 0x476351, 0x536a55, 0x617258);

    /** From orange below over paper to blue above: lightness falls towards both ends. */
    static final ColorMap SIGNS_LIGHT =
            new ColorMap(0xa54800, 0xc96a16, 0xdf924d, 0xecbd90, 0xf4f2ec, 0xb5cfe4, 0x7aaad2, 0x4080b8, 0x12589a);

    /** The same by night: lightness rises towards both ends. */
    static final ColorMap SIGNS_DARK =
            new ColorMap(0xffac66, 0xd9853f, 0xa8642f, 0x664223, 0x1a1f25, 0x234663, 0x2f6c9c, 0x4592cc, 0x7cc0ff);

    private final int[] stops;

    ColorMap(int... rgb) {
        stops = new int[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            stops[i] = 0xff000000 | rgb[i];
        }
    }

    /** The colour at {@code t}, clamped to [0, 1]; between its evenly spaced stops it is mixed channel by channel. */
    public int argb(double t) {
        if (!(t > 0)) {
            return stops[0];
        }
        double position = t >= 1 ? stops.length - 1 : t * (stops.length - 1);
        int below = Math.min((int) position, stops.length - 2);
        return Color.mix(stops[below], stops[below + 1], position - below);
    }
}
