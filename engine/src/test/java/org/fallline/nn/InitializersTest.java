package org.fallline.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.fallline.catalogue.Choice;
import org.fallline.math.Key;
import org.fallline.test.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitializersTest {
    private static final int IN = 120;
    private static final int OUT = 80;

    private static double[] weights(Choice<Initializer> initializer, int seed, int in, int out) {
        double[] weights = new double[in * out];
        initializer.make().fill(Key.of(seed), in, out, weights, 0);
        return weights;
    }

    private static Choice<Initializer> named(String name) {
        return Choice.of(Initializers.CATALOGUE, name);
    }

    @ParameterizedTest
    @CsvSource({
        // Keras 3 API, keras.initializers: scale / fan, where fan is the mean of both or the fan-in.
        "glorotUniform, 2, 200", "glorotNormal, 2, 200",
        "heUniform, 2, 120", "heNormal, 2, 120",
        "lecunUniform, 1, 120", "lecunNormal, 1, 120",
        // Keras's defaults: ±0.05, of variance 0.1²/12, and a deviation of 0.05.
        "uniform, 0.01, 12", "normal, 0.0025, 1"
    })
    void fill_ofAName_hasMeanZeroAndThePublishedVariance(String name, double scale, double fan) {
        double variance = scale / fan;
        int n = IN * OUT;
        double[] weights = weights(named(name), 11, IN, OUT);
        double mean = 0;
        double squares = 0;
        for (double weight : weights) {
            mean += weight / n;
            squares += weight * weight / n;
        }
        // Four standard errors; that of the variance is greatest for normal numbers, σ²·√(2/n).
        assertEquals(0, mean, 4 * Math.sqrt(variance / n));
        assertEquals(variance, squares, 4 * variance * Math.sqrt(2.0 / n));
    }

    @ParameterizedTest
    @CsvSource({"glorotUniform, 6, 200", "heUniform, 6, 120", "lecunUniform, 3, 120"})
    void fill_uniform_fillsItsLimits(String name, double numerator, double denominator) {
        double limit = Math.sqrt(numerator / denominator);
        double most = 0;
        for (double weight : weights(named(name), 3, IN, OUT)) {
            most = Math.max(most, Math.abs(weight));
        }
        // That none of 9600 weights reaches 0.998 of the limit has the probability 0.998^9600 < 1e-8.
        assertTrue(most <= limit && most > 0.998 * limit, most + " within " + limit);
    }

    @ParameterizedTest
    @CsvSource({"glorotNormal, 2, 200", "heNormal, 2, 120", "lecunNormal, 1, 120"})
    void fill_normal_isTruncatedAtTwoDeviationsAsKerasDoes(String name, double scale, double fan) {
        // Keras, initializers/random_initializers.py, VarianceScaling: stddev = sqrt(scale) / .87962566103423978.
        double limit = 2 * Math.sqrt(scale / fan) / 0.8796256610342398;
        double most = 0;
        for (double weight : weights(named(name), 5, IN, OUT)) {
            most = Math.max(most, Math.abs(weight));
        }
        // A normal number beyond 1.95 deviations, of those within 2, has the probability 0.0060: none of 9600 has
        // 1e-25.
        assertTrue(most <= limit && most > 0.975 * limit, most + " within " + limit);
    }

    @Test
    void fill_orthogonal_hasOrthonormalRowsOrColumns() {
        Cases.forEachSeed(20, random -> {
            int in = 1 + random.nextInt(40);
            int out = 1 + random.nextInt(40);
            double gain = 0.5 + random.nextInt(3);
            double[] q = weights(named("orthogonal").with("gain", gain), random.nextInt(), in, out);
            int few = Math.min(in, out);
            for (int a = 0; a < few; a++) {
                for (int b = 0; b < few; b++) {
                    double dot = 0;
                    for (int k = 0; k < Math.max(in, out); k++) {
                        dot += in < out ? q[a * out + k] * q[b * out + k] : q[k * out + a] * q[k * out + b];
                    }
                    assertEquals(a == b ? gain * gain : 0, dot, 1e-14 * gain * gain, in + " × " + out);
                }
            }
        });
    }

    @Test
    void fill_constants_areTheirNumber() {
        assertArrayEquals(new double[] {0, 0, 0, 0, 0, 0}, weights(named("zeros"), 1, 2, 3));
        assertArrayEquals(new double[] {-1.5, -1.5}, weights(named("constant").with("value", -1.5), 1, 2, 1));
    }

    @Test
    void fill_settings_moveAndStretch() {
        double[] unit = weights(named("normal").with("stddev", 1), 4, 2, 2);
        double[] moved = weights(named("normal").with("stddev", 2).with("mean", 10), 4, 2, 2);
        for (int i = 0; i < 4; i++) {
            assertEquals(10 + 2 * unit[i], moved[i], 1e-14);
        }
        for (double weight : weights(named("uniform").with("minval", 1).with("maxval", 2), 4, 9, 9)) {
            assertTrue(weight >= 1 && weight < 2, "a weight " + weight);
        }
    }

    @Test
    void fill_ofAKey_leavesTheRestOfTheArray() {
        double[] into = {7, 7, 7, 7, 7};
        named("orthogonal").make().fill(Key.of(1), 1, 2, into, 2);
        assertEquals(7, into[1]);
        assertEquals(7, into[4]);
        assertEquals(1, into[2] * into[2] + into[3] * into[3], 1e-15);
    }
}
