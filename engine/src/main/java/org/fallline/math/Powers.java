package org.fallline.math;

/** Powers of two and of ten. */
final class Powers {

    /** The exponent of the least double: where 1 is in the table is minus this. */
    static final int LEAST_EXPONENT = -1074;

    private static final int GREATEST_EXPONENT = 1023;
    private static final int TENS_STRIDE = 16;

    /**
     * {@code TWOS[n - LEAST_EXPONENT]} is 2<sup>n</sup>; looking one up is cheaper in JavaScript than assembling its bits.
     * Not modified. Hot code keeps a reference of its own: every use of another class's table checks that the class is
     * initialised.
     */
    static final double[] TWOS = twos();

    /** 10<sup>n</sup> for n from 0 to 22: the powers of ten that are doubles. */
    private static final double[] EXACT_TENS = exactTens();

    /** {@code TENS[i]} is 10<sup>16 i</sup>, correct to about 98 bits, up to 10<sup>288</sup>. */
    private static final DoubleDouble[] TENS = tens();

    private Powers() {}

    /** 2<sup>n</sup>, n from -1074 to 1023. */
    static double two(int n) {
        return TWOS[n - LEAST_EXPONENT];
    }

    /** 10<sup>n</sup>, n from 0 to 22, exactly. */
    static double ten(int n) {
        return EXACT_TENS[n];
    }

    /** {@code x} times 10<sup>n</sup>, correct to about 96 bits; n from -300 to 300, operands and result within 1e±290. */
    static DoubleDouble timesTen(DoubleDouble x, int n) {
        int magnitude = n < 0 ? -n : n;
        DoubleDouble power = TENS[magnitude / TENS_STRIDE].times(EXACT_TENS[magnitude % TENS_STRIDE]);
        return n < 0 ? x.over(power) : x.times(power);
    }

    private static double[] twos() {
        double[] powers = new double[GREATEST_EXPONENT - LEAST_EXPONENT + 1];
        double power = Double.MIN_VALUE;
        for (int i = 0; i < powers.length; i++) {
            powers[i] = power;
            power *= 2;
        }
        return powers;
    }

    private static double[] exactTens() {
        double[] powers = new double[23];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }

    private static DoubleDouble[] tens() {
        DoubleDouble[] powers = new DoubleDouble[19];
        powers[0] = DoubleDouble.of(1);
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1].times(1e16);
        }
        return powers;
    }
}
