package org.fallline.nn;

import java.util.List;
import org.fallline.catalogue.Catalogue;
import org.fallline.catalogue.Entry;
import org.fallline.catalogue.Setting;
import org.fallline.math.Key;

/**
 * The initializers; each entry is all there is to one. Names, formulas and defaults are Keras's.
 *
 * <p>Those named after Glorot, He and LeCun scale by the layer, as Keras's {@code VarianceScaling} does. Where Keras draws
 * their normal variants from a truncated normal distribution, so do these: numbers beyond two deviations are drawn again, and the
 * deviation is divided by that of a standard normal distribution truncated so, {@value #TRUNCATED_DEVIATION}, to be right after
 * truncation.
 */
public final class Initializers {
    /** The deviation of a standard normal distribution truncated to [−2, 2]; Keras's constant. */
    static final double TRUNCATED_DEVIATION = 0.8796256610342398;

    private static final double TRUNCATION = 2;
    private static final String GLOROT = "Glorot & Bengio, AISTATS 2010";
    private static final String HE = "He et al., Delving deep into rectifiers, ICCV 2015";
    private static final String LECUN = "LeCun et al., Efficient BackProp, 1998";
    private static final String KERAS = "Chollet et al., Keras 3 API, initializers, 2023";

    /** In the order of the menu. */
    public static final Catalogue<Initializer> CATALOGUE = new Catalogue<>(
            "initializer",
            List.of(
                    scaled(
                            "glorotUniform",
                            "Glorot uniform",
                            "uniform in ±√(6 / (fanIn + fanOut))",
                            GLOROT,
                            false,
                            Fan.MEAN,
                            1),
                    scaled(
                            "glorotNormal",
                            "Glorot normal",
                            "truncated normal of variance 2 / (fanIn + fanOut)",
                            GLOROT,
                            true,
                            Fan.MEAN,
                            1),
                    scaled("heUniform", "He uniform", "uniform in ±√(6 / fanIn)", HE, false, Fan.IN, 2),
                    scaled("heNormal", "He normal", "truncated normal of variance 2 / fanIn", HE, true, Fan.IN, 2),
                    scaled("lecunUniform", "LeCun uniform", "uniform in ±√(3 / fanIn)", LECUN, false, Fan.IN, 1),
                    scaled(
                            "lecunNormal",
                            "LeCun normal",
                            "truncated normal of variance 1 / fanIn",
                            LECUN,
                            true,
                            Fan.IN,
                            1),
                    new Entry<>(
                            "uniform",
                            "Uniform",
                            "uniform from minval to maxval",
                            KERAS,
                            List.of(number("minval", "Least", "a", -0.05), number("maxval", "Most", "b", 0.05)),
                            values -> uniform(values.number("minval"), values.number("maxval"))),
                    new Entry<>(
                            "normal",
                            "Normal",
                            "normal of mean μ and deviation σ",
                            KERAS,
                            List.of(number("mean", "Mean", "μ", 0), deviation()),
                            values ->
                                    each((key, i) -> values.number("mean") + values.number("stddev") * key.normal(i))),
                    new Entry<>(
                            "orthogonal",
                            "Orthogonal",
                            "orthonormal rows or columns, whichever are fewer, times the gain",
                            "Saxe, McClelland & Ganguli, ICLR 2014",
                            List.of(number("gain", "Gain", "g", 1)),
                            values -> new Orthogonal(values.number("gain"))),
                    new Entry<>("zeros", "Zeros", "0", KERAS, List.of(), values -> each((key, i) -> 0)),
                    new Entry<>(
                            "constant",
                            "Constant",
                            "value",
                            KERAS,
                            List.of(number("value", "Value", "c", 0)),
                            values -> each((key, i) -> values.number("value")))));

    private Initializers() {}

    /** What the variance of a weight goes down with. */
    private enum Fan {
        IN {
            @Override
            double of(int fanIn, int fanOut) {
                return fanIn;
            }
        },
        MEAN {
            @Override
            double of(int fanIn, int fanOut) {
                return (fanIn + fanOut) / 2.0;
            }
        };

        abstract double of(int fanIn, int fanOut);
    }

    /** Random weights of mean 0 and variance scale / fan. */
    private static Entry<Initializer> scaled(
            String name, String label, String formula, String source, boolean normal, Fan fan, double scale) {
        Initializer initializer = (key, fanIn, fanOut, into, from) -> {
            double variance = scale / fan.of(fanIn, fanOut);
            double limit = Math.sqrt(3 * variance);
            Initializer drawn = normal
                    ? each((k, i) -> Math.sqrt(variance) / TRUNCATED_DEVIATION * truncatedNormal(k.split(i)))
                    : uniform(-limit, limit);
            drawn.fill(key, fanIn, fanOut, into, from);
        };
        return new Entry<>(name, label, formula, source, List.of(), values -> initializer);
    }

    private static double truncatedNormal(Key key) {
        for (int attempt = 0; true; attempt++) {
            double drawn = key.normal(attempt);
            if (Math.abs(drawn) <= TRUNCATION) {
                return drawn;
            }
        }
    }

    private static Initializer uniform(double least, double most) {
        return each((key, i) -> least + (most - least) * key.uniform(i));
    }

    private interface Draw {
        double number(Key key, int index);
    }

    /** Each weight on its own, from its place in the row-major order. */
    private static Initializer each(Draw draw) {
        return (key, fanIn, fanOut, into, from) -> {
            for (int i = 0; i < fanIn * fanOut; i++) {
                into[from + i] = draw.number(key, i);
            }
        };
    }

    private static Setting number(String name, String label, String symbol, double initial) {
        return new Setting(name, label, symbol, Setting.Kind.LINEAR, -1000, 1000, -2, 2, initial);
    }

    private static Setting deviation() {
        return new Setting("stddev", "Deviation", "σ", Setting.Kind.LINEAR, 0, 1000, 0, 2, 0.05);
    }
}
