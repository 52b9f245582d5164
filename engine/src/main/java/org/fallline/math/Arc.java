package org.fallline.math;

/**
 * The inverse trigonometric functions, all from the angle of a point in the first octant.
 *
 * <p>With {@code c} the sixteenth nearest to {@code y / x}, {@code atan(y / x) = atan c + atan t}, {@code t = (y - c x) /
 * (x + c y)}, {@code |t| <= 1/30}; the first summand comes from a table, the second from its Taylor series.
 */
final class Arc {

    private static final double PI_HIGH = 0x1.921fb54442d18p1;
    private static final double PI_LOW = 0x1.1a62633145c07p-53;
    private static final double HALF_PI_HIGH = PI_HIGH / 2;
    private static final double HALF_PI_LOW = PI_LOW / 2;

    private static final int STEPS = 16;

    private static final double C3 = -1 / 3.0;
    private static final double C5 = 1 / 5.0;
    private static final double C7 = -1 / 7.0;
    private static final double C9 = 1 / 9.0;
    private static final double C11 = -1 / 11.0;

    /** {@code atan(j / 16)}, as the nearest double and the rest. */
    private static final double[] ATAN_HIGH = new double[STEPS + 1];

    private static final double[] ATAN_LOW = new double[STEPS + 1];

    static {
        DoubleDouble sum = DoubleDouble.of(0);
        for (int j = 1; j <= STEPS; j++) {
            // atan(j/16) - atan((j-1)/16) = atan(16 / (256 + j (j-1)))
            sum = sum.plus(series(DoubleDouble.quotient(STEPS, STEPS * STEPS + j * (j - 1))));
            ATAN_HIGH[j] = sum.high();
            ATAN_LOW[j] = sum.low();
        }
    }

    private Arc() {}

    /** {@code atan t} by its power series; {@code |t| <= 1/16}. */
    private static DoubleDouble series(DoubleDouble t) {
        DoubleDouble square = t.times(t).negated();
        DoubleDouble sum = DoubleDouble.of(0);
        for (int n = 27; n >= 1; n -= 2) {
            sum = sum.times(square).plus(DoubleDouble.quotient(1, n));
        }
        return sum.times(t);
    }

    static double atan(double x) {
        double magnitude = Math.abs(x);
        if (magnitude < 0x1p-27) {
            return x;
        }
        if (!(magnitude < 0x1p60)) {
            return x > 0 ? HALF_PI_HIGH : x < 0 ? -HALF_PI_HIGH : Double.NaN;
        }
        double angle = angle(magnitude, 0, 1, 0, false);
        return x < 0 ? -angle : angle;
    }

    static double atan2(double y, double x) {
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return Double.NaN;
        }
        boolean left = Real.isNegative(x);
        double angle = above(Math.abs(y), Math.abs(x), left);
        return Real.isNegative(y) ? -angle : angle;
    }

    /** The angle of {@code (x, y)}, or of {@code (-x, y)} if left; neither negative nor NaN. */
    private static double above(double y, double x, boolean left) {
        if (y == 0 || (y < x && x == Double.POSITIVE_INFINITY) || y / x < 0x1p-60) {
            return left ? PI_HIGH : y == 0 ? 0 : y / x;
        }
        if (x == 0 || (x < y && y == Double.POSITIVE_INFINITY) || x / y < 0x1p-60) {
            return HALF_PI_HIGH;
        }
        if (y == x) {
            return angle(1, 0, 1, 0, left);
        }
        double larger = y > x ? y : x;
        double scale = larger > 0x1p400 ? 0x1p-600 : larger < 0x1p-300 ? 0x1p600 : 1;
        return angle(y * scale, 0, x * scale, 0, left);
    }

    static double asin(double x) {
        double magnitude = Math.abs(x);
        if (!(magnitude <= 1)) {
            return Double.NaN;
        }
        if (magnitude < 0x1p-27) {
            return x;
        }
        double leg = Math.sqrt(1 - magnitude * magnitude);
        double angle = angle(magnitude, 0, leg, legRest(magnitude, leg), false);
        return x < 0 ? -angle : angle;
    }

    static double acos(double x) {
        double magnitude = Math.abs(x);
        if (!(magnitude <= 1)) {
            return Double.NaN;
        }
        if (magnitude < 0x1p-60) {
            return HALF_PI_HIGH;
        }
        double leg = Math.sqrt(1 - magnitude * magnitude);
        return angle(leg, legRest(magnitude, leg), magnitude, 0, x < 0);
    }

    /** What {@code leg} lacks of the leg of a right triangle whose other leg is {@code x} and hypotenuse 1. */
    private static double legRest(double x, double leg) {
        if (leg == 0) {
            return 0;
        }
        double square = x * x;
        double complement = 1 - square;
        double complementRest = ((1 - complement) - square) - DoubleDouble.productError(x, x, square);
        double legSquare = leg * leg;
        double rest = (complement - legSquare) - DoubleDouble.productError(leg, leg, legSquare);
        return (rest + complementRest) / (2 * leg);
    }

    /** The angle of {@code (x + xLow, y + yLow)}, both coordinates at least 0, or of its mirror image on the left. */
    private static double angle(double y, double yLow, double x, double xLow, boolean left) {
        return y > x
                ? octant(x, xLow, y, yLow, HALF_PI_HIGH, HALF_PI_LOW, left ? 1 : -1)
                : octant(y, yLow, x, xLow, left ? PI_HIGH : 0, left ? PI_LOW : 0, left ? -1 : 1);
    }

    /** {@code base + sign atan((y + yLow) / (x + xLow))}, {@code y <= x}. */
    private static double octant(
            double y, double yLow, double x, double xLow, double base, double baseLow, double sign) {
        int j = (int) (y / x * STEPS + 0.5);
        double c = j / (double) STEPS;
        double cx = c * x;
        double numerator = y - cx;
        double numeratorLow = (yLow - DoubleDouble.productError(c, x, cx)) - c * xLow;
        double cy = c * y;
        double denominator = x + cy;
        double denominatorLow = ((x - denominator) + cy) + (DoubleDouble.productError(c, y, cy) + (xLow + c * yLow));
        double quotient = numerator / denominator;
        double product = quotient * denominator;
        double rest = (numerator - product) - DoubleDouble.productError(quotient, denominator, product);
        double correction = (rest + (numeratorLow - quotient * denominatorLow)) / denominator;
        double t = quotient + correction;
        double tLow = (quotient - t) + correction;
        double z = t * t;
        double cubic = t * z * (C3 + z * (C5 + z * (C7 + z * (C9 + z * C11))));
        double atan = ATAN_HIGH[j] + t;
        double atanLow = ((ATAN_HIGH[j] - atan) + t) + (ATAN_LOW[j] + (tLow + cubic));
        double sum = base + sign * atan;
        return sum + (((base - sum) + sign * atan) + (baseLow + sign * atanLow));
    }
}
