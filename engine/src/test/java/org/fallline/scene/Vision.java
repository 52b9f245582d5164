package org.fallline.scene;

/** How colours look, with normal vision and in colour blindness of three kinds. */
final class Vision {
    /** What remains of linear red, green and blue in total colour blindness of three kinds: Machado et al., 2009. */
    static final double[][][] ALL = {
        {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
        {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
        {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
        {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
    };

    private Vision() {}

    /** The distance of two colours in Oklab. */
    static double distance(int a, int b, double[][] vision) {
        double[] x = oklab(a, vision);
        double[] y = oklab(b, vision);
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += (x[i] - y[i]) * (x[i] - y[i]);
        }
        return Math.sqrt(sum);
    }

    /** Björn Ottosson, "A perceptual color space for image processing", 2020. */
    static double[] oklab(int color, double[][] vision) {
        double[] rgb = {linear(Color.red(color)), linear(Color.green(color)), linear(Color.blue(color))};
        double[] seen = product(vision, rgb);
        for (int i = 0; i < 3; i++) {
            seen[i] = Math.max(0, Math.min(1, seen[i]));
        }
        double[] lms = product(
                new double[][] {
                    {0.4122214708, 0.5363325363, 0.0514459929},
                    {0.2119034982, 0.6806995451, 0.1073969566},
                    {0.0883024619, 0.2817188376, 0.6299787005}
                },
                seen);
        for (int i = 0; i < 3; i++) {
            lms[i] = Math.cbrt(lms[i]);
        }
        return product(
                new double[][] {
                    {0.2104542553, 0.7936177850, -0.0040720468},
                    {1.9779984951, -2.4285922050, 0.4505937099},
                    {0.0259040371, 0.7827717662, -0.8086757660}
                },
                lms);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static double[] product(double[][] matrix, double[] vector) {
        double[] result = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                result[i] += matrix[i][j] * vector[j];
            }
        }
        return result;
    }
}
