package org.fallline.emit;

/**
 * A fragment shader that evaluates a loss at the points of a grid over a plane through parameter space, one a pixel.
 *
 * <p>It is GLSL ES 3.00, for a target of one float a pixel, with these uniforms; textures are RGBA32F, {@link #SIDE} texels wide:
 *
 * <pre>
 * plane   a texel a parameter: {@link #plane}
 * data    {@link #data}
 * grid    u and v of the pixel (0, 0), counted from the middle; the steps of u and v from pixel to pixel
 * one     1
 * </pre>
 *
 * <p>All is single precision. A parameter is {@code middle + (u·a + v·b)} with u and v from the middle of the grid, which comes as the
 * sum of two floats: so its error is that of one rounding and of {@code u·a + v·b}, 10⁻⁷ of how far the grid reaches, however far from
 * the plane's origin the grid is. Sums over rows are compensated. Subnormal numbers, infinities and NaN are as the card has them.
 */
public final class EmittedShader {
    /** How wide textures are. */
    public static final int SIDE = 1024;

    private static final int CHANNELS = 4;

    private final String source;
    private final float[] data;
    private final int parameters;

    EmittedShader(String source, float[] data, int parameters) {
        this.source = source;
        this.data = data;
        this.parameters = parameters;
    }

    /** The text of the fragment shader. */
    public String source() {
        return source;
    }

    /** The numbers of the data's texture; not to be modified. */
    public float[] data() {
        return data;
    }

    /** How many numbers a point of the parameter space has. */
    public int parameters() {
        return parameters;
    }

    /** How many rows of texels hold so many. */
    static int height(int texels) {
        return Math.max(1, (texels + SIDE - 1) / SIDE);
    }

    /**
     * The numbers of the plane's texture: of each parameter its value in the middle of the grid, what rounding that lost, and its
     * share in a and b.
     *
     * @param origin of the plane {@code origin + u·a + v·b}; not modified, as are a and b
     * @param u of the grid's middle
     * @param v of the grid's middle
     */
    public float[] plane(double[] origin, double[] a, double[] b, double u, double v) {
        if (origin.length != parameters || a.length != parameters || b.length != parameters) {
            throw new IllegalArgumentException("a plane of " + origin.length + ", " + a.length + " and " + b.length
                    + " numbers: expected " + parameters + " each");
        }
        float[] plane = new float[CHANNELS * SIDE * height(parameters)];
        for (int i = 0; i < parameters; i++) {
            double middle = origin[i] + u * a[i] + v * b[i];
            plane[CHANNELS * i] = (float) middle;
            // Read back: compiled to JavaScript, only what is in an array is a float.
            plane[CHANNELS * i + 1] = (float) (middle - plane[CHANNELS * i]);
            plane[CHANNELS * i + 2] = (float) a[i];
            plane[CHANNELS * i + 3] = (float) b[i];
        }
        return plane;
    }
}
