package org.fallline.scene;

import org.fallline.math.Real;

/** Arithmetic on sRGB colours packed as {@code 0xAARRGGBB}, not premultiplied. */
public final class Color {
    /** Nothing at all. */
    public static final int TRANSPARENT = 0;

    private Color() {}

    public static int alpha(int color) {
        return color >>> 24;
    }

    public static int red(int color) {
        return color >> 16 & 255;
    }

    public static int green(int color) {
        return color >> 8 & 255;
    }

    public static int blue(int color) {
        return color & 255;
    }

    /** The same hue with an opacity in [0, 1]. */
    public static int withOpacity(int color, double opacity) {
        return channel(opacity * 255) << 24 | (color & 0xffffff);
    }

    /** From {@code a} at 0 to {@code b} at 1, channel by channel as stored. */
    public static int mix(int a, int b, double t) {
        return channel(alpha(a) + t * (alpha(b) - alpha(a))) << 24
                | channel(red(a) + t * (red(b) - red(a))) << 16
                | channel(green(a) + t * (green(b) - green(a))) << 8
                | channel(blue(a) + t * (blue(b) - blue(a)));
    }

    /** Red, green and blue times {@code factor}, as shade ({@code < 1}) and light ({@code > 1}) do. */
    public static int lit(int color, double factor) {
        return (color & 0xff000000)
                | channel(red(color) * factor) << 16
                | channel(green(color) * factor) << 8
                | channel(blue(color) * factor);
    }

    /** Relative luminance in [0, 1] of an opaque colour, as WCAG 2.2 defines it. */
    public static double luminance(int color) {
        return 0.2126 * linear(red(color)) + 0.7152 * linear(green(color)) + 0.0722 * linear(blue(color));
    }

    /** The contrast ratio of two opaque colours, from 1 to 21, as WCAG 2.2 defines it. */
    public static double contrast(int a, int b) {
        double la = luminance(a);
        double lb = luminance(b);
        return (Real.max(la, lb) + 0.05) / (Real.min(la, lb) + 0.05);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Real.pow((c + 0.055) / 1.055, 2.4);
    }

    private static int channel(double value) {
        return value <= 0 ? 0 : value >= 255 ? 255 : (int) (value + 0.5);
    }
}
