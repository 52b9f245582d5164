package org.fallline.landscape;

import java.util.Arrays;
import org.fallline.math.Decimal;
import org.fallline.math.Real;

/** Round numbers for axes, legends and isolines: 1, 2 or 5 times a power of ten apart, and their text. */
public final class Ticks {
    /** Spans below this leave no room for powers of ten between the smallest numbers. */
    private static final double SMALLEST_SPAN = 1e-290;

    /** Bounds this close to a tick, in steps, have met it: 0.3 / 0.1 is a little less than 3. */
    private static final double SLACK = 1e-9;

    /** The most significant digits of a tick, unless more are needed. */
    public static final int USUAL_DIGITS = 6;

    /** So many significant digits tell any two doubles apart. */
    private static final int MOST_DIGITS = 17;

    private Ticks() {}

    /**
     * The multiples of one 1-2-5 step within [min, max], ascending, about {@code count} of them; {@code min} alone when
     * the interval is empty, not finite or too small to divide.
     */
    public static double[] linear(double min, double max, int count) {
        double half = max * 0.5 - min * 0.5;
        if (!(half > SMALLEST_SPAN) || !Double.isFinite(half)) {
            return new double[] {min};
        }
        // Everything at half size, so that the span of the widest interval is still a number.
        Step step = Step.near(half / Math.max(count, 1) * 2);
        double first = Math.ceil(min / step.size() - SLACK);
        double last = Math.floor(max / step.size() + SLACK);
        if (!(last >= first) || last - first > 1000) {
            return new double[] {min};
        }
        double[] ticks = new double[(int) (last - first) + 1];
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = step.times(first + i);
        }
        return ticks;
    }

    /**
     * Powers of ten within [min, max], both positive, ascending and at most about {@code count}; with their doubles and
     * quintuples where there is room; linear ticks where the interval is narrower than a factor of five.
     */
    public static double[] log(double min, double max, int count) {
        if (!(min > 0) || !(max > 5 * min)) {
            return linear(min, max, count);
        }
        int low = exponent(min);
        int high = exponent(max);
        double decades = Real.log10(max) - Real.log10(min);
        double[] multiples = decades * 3 <= count ? new double[] {1, 2, 5} : new double[] {1};
        int stride = Math.max(1, (int) Math.ceil(decades / Math.max(count, 1)));
        double[] ticks = new double[(high - low + 1) * multiples.length];
        int used = 0;
        for (int e = low; e <= high; e++) {
            // Multiples of the stride, so that ticks do not wander when the range changes a little.
            if (e % stride != 0) {
                continue;
            }
            for (double multiple : multiples) {
                double tick = times(multiple, e);
                if (tick >= min && tick <= max) {
                    ticks[used++] = tick;
                }
            }
        }
        return Arrays.copyOf(ticks, used);
    }

    /** The nearest multiple of the largest 1-2-5 number that is at most {@code resolution}: as many digits as that tells apart. */
    public static double round(double value, double resolution) {
        if (!(resolution > SMALLEST_SPAN) || !Double.isFinite(resolution)) {
            return value;
        }
        Step step = Step.atMost(resolution);
        return step.times(Math.floor(value / step.size() + 0.5));
    }

    /** A tick as read in a figure: {@code 0.25}, {@code −3}, {@code 2·10⁻⁷}; six significant digits at most. */
    public static String text(double value) {
        return text(value, USUAL_DIGITS);
    }

    /**
     * {@code value} as read in a figure, with at most {@code digits} significant digits; with three at most where it needs a
     * power of ten.
     */
    public static String text(double value, int digits) {
        return text(value, digits, Math.min(digits, 3));
    }

    /** {@code value} as read in a figure, with {@code digits} significant digits whatever its size, for so many tell. */
    public static String told(double value, int digits) {
        return text(value, digits, digits);
    }

    /**
     * Texts of values as read in one figure: with at most {@code digits} significant digits, or with as many more as tell
     * different values apart.
     */
    public static String[] texts(double[] values, int digits) {
        String[] texts = new String[values.length];
        for (int n = digits; n <= MOST_DIGITS; n++) {
            for (int i = 0; i < values.length; i++) {
                texts[i] = n == digits ? text(values[i], n) : told(values[i], n);
            }
            if (tellApart(values, texts)) {
                break;
            }
        }
        return texts;
    }

    private static boolean tellApart(double[] values, String[] texts) {
        for (int i = 0; i < values.length; i++) {
            for (int k = 0; k < i; k++) {
                if (texts[i].equals(texts[k]) && values[i] != values[k]) {
                    return false;
                }
            }
        }
        return true;
    }

    /** How many significant digits tell {@code resolution} at numbers as large as {@code size}: from 1 to 17, which tell all. */
    public static int digits(double size, double resolution) {
        if (!(size > resolution)) {
            return 1;
        }
        double digits = Math.ceil(Real.log10(size) - Real.log10(resolution));
        return digits < 1 ? 1 : digits < MOST_DIGITS ? (int) digits : MOST_DIGITS;
    }

    /** The multiple of the largest power of ten that is at most {@code value}, by no more than {@code reach}. */
    static double floor(double value, double reach) {
        if (value == 0) {
            return 0;
        }
        int top = exponent(Math.abs(value)) + 1;
        for (int e = top; e > top - MOST_DIGITS; e--) {
            double floor = times(Math.floor(times(value, -e)), e);
            if (Math.abs(value - floor) <= reach) {
                return floor;
            }
        }
        return value;
    }

    private static String text(double value, int digits, int mantissaDigits) {
        if (Double.isNaN(value)) {
            return "undefined";
        }
        if (value < 0) {
            return "−" + text(-value, digits, mantissaDigits);
        }
        if (value == 0) {
            return "0";
        }
        if (Double.isInfinite(value)) {
            return "∞";
        }
        if (value >= 1e-3 && value < 1e5) {
            return Decimal.text(value, digits);
        }
        int e = exponent(value);
        String mantissa = Decimal.text(times(value, -e), mantissaDigits);
        if (mantissa.equals("10")) {
            mantissa = "1";
            e++;
        }
        String text = Decimal.typeset(mantissa + "e" + e);
        return mantissa.equals("1") ? text.substring("1·".length()) : text;
    }

    /** The exponent of the largest power of ten that is at most the positive {@code x}. */
    private static int exponent(double x) {
        int e = (int) Math.floor(Real.log10(x));
        if (times(1, e + 1) <= x) {
            return e + 1;
        }
        return times(1, e) > x ? e - 1 : e;
    }

    /** x·10ᵉ, rounded once for |e| ≤ 22; in two steps where one power of ten would leave the number format. */
    private static double times(double x, int e) {
        if (e < -300) {
            return x / power(300) / power(-e - 300);
        }
        if (e > 300) {
            return x * power(300) * power(e - 300);
        }
        return e < 0 ? x / power(-e) : x * power(e);
    }

    private static double power(int e) {
        double result = 1;
        for (int i = 0; i < e; i++) {
            result *= 10;
        }
        return result;
    }

    /** A 1-2-5 step: {@code multiple · 10^exponent}. */
    private record Step(double multiple, int exponent) {
        double size() {
            return Ticks.times(multiple, exponent);
        }

        double times(double count) {
            return Ticks.times(count * multiple, exponent);
        }

        /** The step whose logarithm is nearest: the thresholds are the geometric means of neighbours. */
        static Step near(double size) {
            int e = Ticks.exponent(size);
            double m = Ticks.times(size, -e);
            if (m >= Math.sqrt(50)) {
                return new Step(1, e + 1);
            }
            return new Step(m >= Math.sqrt(10) ? 5 : m >= Math.sqrt(2) ? 2 : 1, e);
        }

        static Step atMost(double size) {
            int e = Ticks.exponent(size);
            double m = Ticks.times(size, -e);
            return new Step(m >= 5 ? 5 : m >= 2 ? 2 : 1, e);
        }
    }
}
