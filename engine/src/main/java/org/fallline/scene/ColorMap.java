package org.fallline.scene;

/** A way from low to high in colours: opaque, and of rising lightness, so that it also reads without hue. */
public final class ColorMap {
    /**
     * Viridis by Stéfan van der Walt and Nathaniel Smith: every fifth of the 256 published values (CC0), which linear
     * interpolation restores to within 1/255. Source: https://bids.github.io/colormap/
     */
    public static final ColorMap VIRIDIS = new ColorMap(
            0x440154, 0x46085c, 0x471063, 0x481769, 0x481d6f, 0x482475, 0x472a7a, 0x46307e, 0x453781, 0x433d84,
            0x414287, 0x3f4889, 0x3d4e8a, 0x3a538b, 0x38598c, 0x355e8d, 0x33638d, 0x31688e, 0x2e6d8e, 0x2c718e,
            0x2a768e, 0x297b8e, 0x27808e, 0x25848e, 0x23898e, 0x218e8d, 0x20928c, 0x1f978b, 0x1e9c89, 0x1fa188,
            0x21a585, 0x24aa83, 0x28ae80, 0x2eb37c, 0x35b779, 0x3dbc74, 0x46c06f, 0x50c46a, 0x5ac864, 0x65cb5e,
            0x70cf57, 0x7cd250, 0x89d548, 0x95d840, 0xa2da37, 0xb0dd2f, 0xbddf26, 0xcae11f, 0xd8e219, 0xe5e419,
            0xf1e51d, 0xfde725);

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

    private final int[] stops;

    private ColorMap(int... rgb) {
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
        int below = Math.min((int) Math.floor(position), stops.length - 2);
        return Color.mix(stops[below], stops[below + 1], position - below);
    }
}
