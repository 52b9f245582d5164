package org.fallline.math;

/**
 * The logistic function and the hyperbolic tangent, by their addition theorems.
 *
 * <p>With {@code c} the sixteenth nearest to {@code x} and {@code h = x - c}, {@code T = tanh c} comes from a table and {@code
 * t = tanh h} from its Taylor series (remainder below 2<sup>-56</sup> of it); then {@code tanh x = (T + t) / (1 + T t) = T +
 * t - t T (T + t) / (1 + T t)}, where only the last summand and the last sum round noticeably. Likewise, as {@code tanh(x /
 * 2) = 2 sigmoid x - 1}, {@code sigmoid x = S + S (1 - S) w / (1 + (S - 1/2) w)} with {@code S = sigmoid c} and {@code w = 2
 * tanh(h / 2)}.
 *
 * <p>The tables hold values of both signs: a branch on the sign of a random argument would cost as much as the rest.
 */
final class Logistic {

    private static final int STEPS = 16;

    /** Adding and subtracting it rounds numbers below 2<sup>47</sup> to sixteenths. */
    private static final double ROUNDER = 0x1.8p52 / STEPS;

    /** From here on the tangent rounds to ±1. */
    private static final int TANH_END = 20;

    /** Beyond it the function differs from its asymptotes by less than 2<sup>-57</sup> of itself. */
    private static final int SIGMOID_END = 40;

    /** Below it {@code tanh x} rounds to {@code x}. */
    private static final double TINY = 0x1p-28;

    private static final double T3 = -1 / 3.0;
    private static final double T5 = 2 / 15.0;
    private static final double T7 = -17 / 315.0;
    private static final double T9 = 62 / 2835.0;

    private static final double W3 = T3 / 4;
    private static final double W5 = T5 / 16;
    private static final double W7 = T7 / 64;

    /** {@code tanh(j / 16)}, {@code j} from -320 on, the nearest doubles and the rests in turns. */
    private static final double[] TANH = new double[2 * (2 * TANH_END * STEPS + 1)];

    private static final int TANH_ZERO = 2 * TANH_END * STEPS;

    /** {@code sigmoid(j / 16)}, {@code j} from -640 on, the nearest doubles and the rests in turns. */
    private static final double[] SIGMOID = new double[2 * (2 * SIGMOID_END * STEPS + 1)];

    private static final int SIGMOID_ZERO = 2 * SIGMOID_END * STEPS;

    static {
        DoubleDouble factor = DoubleDouble.of(1.0 / STEPS).exp();
        DoubleDouble power = DoubleDouble.of(1);
        for (int j = 0; 2 * j <= SIGMOID_ZERO; j++) {
            // power = e^(j / 16)
            DoubleDouble denominator = power.plus(1);
            put(SIGMOID, SIGMOID_ZERO + 2 * j, power.over(denominator));
            put(SIGMOID, SIGMOID_ZERO - 2 * j, DoubleDouble.of(1).over(denominator));
            if (j % 2 == 0 && j <= TANH_ZERO) {
                DoubleDouble tanh = power.plus(-1).over(denominator);
                put(TANH, TANH_ZERO + j, tanh);
                put(TANH, TANH_ZERO - j, tanh.negated());
            }
            power = power.times(factor);
        }
    }

    private Logistic() {}

    private static void put(double[] table, int index, DoubleDouble value) {
        table[index] = value.high();
        table[index + 1] = value.low();
    }

    static double sigmoid(double x) {
        if (!(Math.abs(x) < SIGMOID_END)) {
            return x > 0 ? 1 : Exp.exp(x);
        }
        double c = (x + ROUNDER) - ROUNDER;
        double h = x - c;
        double z = h * h;
        double w = h + h * z * (W3 + z * (W5 + z * W7));
        int row = 2 * (int) (c * STEPS) + SIGMOID_ZERO;
        double s = SIGMOID[row];
        double complement = 1 - s;
        return s + (SIGMOID[row + 1] + s * complement * w / (1 + (0.5 - complement) * w));
    }

    static double tanh(double x) {
        double magnitude = Math.abs(x);
        if (!(magnitude < TANH_END)) {
            return x > 0 ? 1 : x < 0 ? -1 : Double.NaN;
        }
        if (magnitude < TINY) {
            return x;
        }
        double c = (x + ROUNDER) - ROUNDER;
        double h = x - c;
        double z = h * h;
        double cubic = h * z * (T3 + z * (T5 + z * (T7 + z * T9)));
        double t = h + cubic;
        int row = 2 * (int) (c * STEPS) + TANH_ZERO;
        double tanh = TANH[row];
        double loss = t * tanh * (tanh + t) / (1 + tanh * t);
        double sum = tanh + h;
        return sum + (((tanh - sum) + h) + (TANH[row + 1] + (cubic - loss)));
    }
}
