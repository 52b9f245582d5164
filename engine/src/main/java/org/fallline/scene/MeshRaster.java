package org.fallline.scene;

import java.util.Arrays;
import org.fallline.math.Real;
import org.jspecify.annotations.Nullable;

/**
 * Meshes as pixels: colours mixed linearly between vertices, edges smoothed by four samples a pixel where pixels are large
 * enough to be seen. One object serves picture after picture and keeps its memory.
 *
 * <p>Triangles are filled row by row. A sample belongs to the triangle that its centre is in, and one on a common edge to just
 * one of both, so that neighbours leave no gap.
 */
public final class MeshRaster {
    /** On screens this fine, edges need no smoothing. */
    private static final double FINE = 2;

    /** More samples than this would take longer than a frame. */
    private static final int MOST_SAMPLES = 6_000_000;

    /** Fixed-point numbers for the way along a row. */
    private static final double ONE = 1 << 16;

    /** Twice the area, in samples, below which a triangle has one colour. */
    private static final double SLIVER = 1e-3;

    private int[] samples = {};
    /** The vertices in samples. */
    private double[] vertexX = {};

    private double[] vertexY = {};
    private int columns;
    private int rows;

    /**
     * A mesh as it is seen in a picture.
     *
     * @param mesh in CSS pixels
     * @param width of the picture, in CSS pixels; what is beyond it is left out
     * @param height of the picture, in CSS pixels
     * @param ratio screen pixels a CSS pixel
     * @return pixels of the screen, transparent where the mesh is not; null if none of it is in the picture
     */
    public Mark.@Nullable Raster of(Mark.Mesh mesh, double width, double height, double ratio) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int vertex : mesh.quads()) {
            double x = mesh.x()[vertex];
            double y = mesh.y()[vertex];
            left = x < left ? x : left;
            right = x > right ? x : right;
            top = y < top ? y : top;
            bottom = y > bottom ? y : bottom;
        }
        left = Real.max(0, left);
        top = Real.max(0, top);
        right = Real.min(width, right);
        bottom = Real.min(height, bottom);
        if (!(left < right && top < bottom)) {
            return null;
        }
        int x = (int) Math.floor(left * ratio);
        int y = (int) Math.floor(top * ratio);
        int across = (int) Math.ceil(right * ratio) - x;
        int down = (int) Math.ceil(bottom * ratio) - y;
        boolean smoothed = ratio < FINE && 4.0 * across * down <= MOST_SAMPLES;
        int perPixel = smoothed ? 2 : 1;
        clear(across * perPixel, down * perPixel);
        fill(mesh, x * perPixel, y * perPixel, ratio * perPixel);
        int[] pixels = smoothed ? means(across, down) : Arrays.copyOf(samples, across * down);
        return new Mark.Raster(pixels, across, down, x / ratio, y / ratio, across / ratio, down / ratio, false);
    }

    private void clear(int across, int down) {
        columns = across;
        rows = down;
        if (samples.length < across * down) {
            samples = new int[across * down];
        } else {
            Arrays.fill(samples, 0, across * down, Color.TRANSPARENT);
        }
    }

    private void fill(Mark.Mesh mesh, double left, double top, double scale) {
        int[] quads = mesh.quads();
        int vertices = mesh.x().length;
        if (vertexX.length < vertices) {
            vertexX = new double[vertices];
            vertexY = new double[vertices];
        }
        for (int i = 0; i < vertices; i++) {
            vertexX[i] = mesh.x()[i] * scale - left;
            vertexY[i] = mesh.y()[i] * scale - top;
        }
        for (int i = 0; i < quads.length; i += 4) {
            triangle(mesh.colors(), quads[i], quads[i + 1], quads[i + 2]);
            triangle(mesh.colors(), quads[i], quads[i + 2], quads[i + 3]);
        }
    }

    private void triangle(int[] colors, int i, int j, int k) {
        double[] y = vertexY;
        // From top to bottom, so that two triangles compute a common edge from the same end.
        int high = y[j] < y[i] ? j : i;
        int other = y[j] < y[i] ? i : j;
        int low = y[k] < y[other] ? other : k;
        int middle = y[k] < y[other] ? k : other;
        int first = y[middle] < y[high] ? middle : high;
        int second = y[middle] < y[high] ? high : middle;
        sorted(colors, first, second, low);
    }

    /** A triangle whose vertices are in order from top to bottom. */
    private void sorted(int[] colors, int first, int second, int third) {
        double x0 = vertexX[first];
        double y0 = vertexY[first];
        double x1 = vertexX[second];
        double y1 = vertexY[second];
        double x2 = vertexX[third];
        double y2 = vertexY[third];
        int c0 = colors[first];
        int c1 = colors[second];
        int c2 = colors[third];
        double area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
        boolean isSliver = !(area > SLIVER || area < -SLIVER);
        double perArea = isSliver ? 0 : 1 / area;
        // How much of the second and of the third vertex's colour there is more, a sample to the right and a sample
        // down.
        double right1 = (y2 - y0) * perArea;
        double right2 = (y0 - y1) * perArea;
        double down1 = (x0 - x2) * perArea;
        double down2 = (x1 - x0) * perArea;
        int red0 = Color.red(c0);
        int green0 = Color.green(c0);
        int blue0 = Color.blue(c0);
        int red1 = Color.red(c1) - red0;
        int green1 = Color.green(c1) - green0;
        int blue1 = Color.blue(c1) - blue0;
        int red2 = Color.red(c2) - red0;
        int green2 = Color.green(c2) - green0;
        int blue2 = Color.blue(c2) - blue0;
        int redStep = (int) ((red1 * right1 + red2 * right2) * ONE);
        int greenStep = (int) ((green1 * right1 + green2 * right2) * ONE);
        int blueStep = (int) ((blue1 * right1 + blue2 * right2) * ONE);
        int last = Math.min(rows, (int) Math.ceil(y2 - 0.5));
        for (int row = Math.max(0, (int) Math.ceil(y0 - 0.5)); row < last; row++) {
            double y = row + 0.5;
            double a = x0 + (x2 - x0) * (y - y0) / (y2 - y0);
            double b = y < y1 ? x0 + (x1 - x0) * (y - y0) / (y1 - y0) : x1 + (x2 - x1) * (y - y1) / (y2 - y1);
            int from = Math.max(0, (int) Math.ceil((a < b ? a : b) - 0.5));
            int to = Math.min(columns, (int) Math.ceil((a < b ? b : a) - 0.5));
            if (from >= to) {
                continue;
            }
            double share1 = right1 * (from + 0.5 - x0) + down1 * (y - y0);
            double share2 = right2 * (from + 0.5 - x0) + down2 * (y - y0);
            int red = (int) ((red0 + red1 * share1 + red2 * share2 + 0.5) * ONE);
            int green = (int) ((green0 + green1 * share1 + green2 * share2 + 0.5) * ONE);
            int blue = (int) ((blue0 + blue1 * share1 + blue2 * share2 + 0.5) * ONE);
            int end = row * columns + to;
            for (int at = row * columns + from; at < end; at++) {
                samples[at] = 0xff000000 | (red & 0xff0000) | (green >> 8 & 0xff00) | (blue >> 16 & 0xff);
                red += redStep;
                green += greenStep;
                blue += blueStep;
            }
        }
    }

    /** The mean of two by two samples a pixel: as opaque as there are samples, in the mean colour of these. */
    private int[] means(int across, int down) {
        int[] pixels = new int[across * down];
        for (int row = 0; row < down; row++) {
            int at = 2 * row * columns;
            for (int column = 0; column < across; column++, at += 2) {
                int a = samples[at];
                int b = samples[at + 1];
                int c = samples[at + columns];
                int d = samples[at + columns + 1];
                // Opaque colours are negative numbers.
                if ((a & b & c & d) < 0) {
                    pixels[row * across + column] = meanOfOpaque(a, b, c, d);
                } else if ((a | b | c | d) < 0) {
                    pixels[row * across + column] = mean(a, b, c, d);
                }
            }
        }
        return pixels;
    }

    /** The mean of each channel, rounded: red and blue are added at once, with room between them for the sums. */
    private static int meanOfOpaque(int a, int b, int c, int d) {
        int redBlue = (a & 0xff00ff) + (b & 0xff00ff) + (c & 0xff00ff) + (d & 0xff00ff) + 0x20002;
        int green = (a & 0xff00) + (b & 0xff00) + (c & 0xff00) + (d & 0xff00) + 0x200;
        return 0xff000000 | (redBlue >> 2 & 0xff00ff) | (green >> 2 & 0xff00);
    }

    private static int mean(int a, int b, int c, int d) {
        int count = (a >>> 31) + (b >>> 31) + (c >>> 31) + (d >>> 31);
        int half = count / 2;
        int red = (Color.red(a) + Color.red(b) + Color.red(c) + Color.red(d) + half) / count;
        int green = (Color.green(a) + Color.green(b) + Color.green(c) + Color.green(d) + half) / count;
        int blue = (Color.blue(a) + Color.blue(b) + Color.blue(c) + Color.blue(d) + half) / count;
        return ((255 * count + 2) / 4) << 24 | red << 16 | green << 8 | blue;
    }
}
