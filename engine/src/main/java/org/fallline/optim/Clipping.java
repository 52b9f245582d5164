package org.fallline.optim;

/**
 * A limit to the gradient that an update rule sees.
 *
 * <pre>
 * by value:        gᵢ ← min(max(gᵢ, −limit), limit)
 * by norm:         g ← g·limit / max(‖g‖, limit)       for each parameter tensor by itself
 * by global norm:  g ← g·limit / max(‖g‖, limit)       for all parameters together
 * </pre>
 *
 * <p>Source: R. Pascanu, T. Mikolov, Y. Bengio, <i>On the difficulty of training recurrent neural networks</i>, ICML 2013,
 * Algorithm 1; Keras's {@code clipvalue}, {@code clipnorm} and {@code global_clipnorm}, of which it too allows one.
 *
 * @param by what is limited
 * @param limit above 0; without meaning where nothing is limited
 */
public record Clipping(By by, double limit) {
    /** What is limited. */
    public enum By {
        NOTHING(""),
        VALUE("clipValue"),
        NORM("clipNorm"),
        GLOBAL_NORM("globalClipNorm");

        private final String setting;

        By(String setting) {
            this.setting = setting;
        }

        /** The name of the setting that says the limit; empty where there is none. */
        public String setting() {
            return setting;
        }
    }

    /** No limit. */
    public static final Clipping NONE = new Clipping(By.NOTHING, 0);

    /** Whether anything is limited. */
    boolean limits() {
        return by != By.NOTHING;
    }

    /**
     * Writes the limited gradient.
     *
     * @param gradient not modified
     * @param into as long; modified
     * @param segments how long each parameter tensor is
     */
    void apply(double[] gradient, double[] into, int[] segments) {
        switch (by) {
            case NOTHING -> System.arraycopy(gradient, 0, into, 0, gradient.length);
            case VALUE -> {
                for (int i = 0; i < gradient.length; i++) {
                    double g = gradient[i];
                    into[i] = g > limit ? limit : g < -limit ? -limit : g;
                }
            }
            case NORM -> {
                int from = 0;
                for (int segment : segments) {
                    shorten(gradient, into, from, from + segment);
                    from += segment;
                }
            }
            case GLOBAL_NORM -> shorten(gradient, into, 0, gradient.length);
        }
    }

    private void shorten(double[] gradient, double[] into, int from, int to) {
        double norm = norm(gradient, from, to);
        for (int i = from; i < to; i++) {
            // The quotient first: the gradient times the limit may be too large where the result is not.
            into[i] = norm > limit ? gradient[i] / norm * limit : gradient[i];
        }
    }

    /** The Euclidean norm, scaled by the largest element: squares of a steep slope would overflow. */
    private static double norm(double[] vector, int from, int to) {
        double largest = 0;
        for (int i = from; i < to; i++) {
            double magnitude = Math.abs(vector[i]);
            if (magnitude > largest) {
                largest = magnitude;
            }
        }
        if (largest == 0) {
            return 0;
        }
        double sum = 0;
        for (int i = from; i < to; i++) {
            double share = vector[i] / largest;
            sum += share * share;
        }
        return largest * Math.sqrt(sum);
    }
}
