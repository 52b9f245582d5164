package org.fallline.math;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** Elementary functions to at least 60 significant digits, by power series. */
final class Reference {

    private static final MathContext CONTEXT = new MathContext(66);
    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** Where exponentials are beyond all doubles. */
    private static final BigDecimal FAR = BigDecimal.valueOf(1000);

    /** Where series end, relative to their sum. */
    private static final int DIGITS = 64;

    /** π to 420 digits: enough to reduce the greatest double. */
    private static final BigDecimal PI = pi(420);

    private static final BigDecimal LN2 =
            artanh(ONE.divide(BigDecimal.valueOf(3), CONTEXT)).multiply(TWO);
    private static final BigDecimal LN10 = log(BigDecimal.TEN);

    private Reference() {}

    /** J. Machin: π = 16 atan 1/5 - 4 atan 1/239. */
    private static BigDecimal pi(int digits) {
        BigInteger one = BigInteger.TEN.pow(digits + 10);
        BigInteger pi = inverseAtan(5, one)
                .multiply(BigInteger.valueOf(16))
                .subtract(inverseAtan(239, one).multiply(BigInteger.valueOf(4)));
        return new BigDecimal(pi, digits + 10);
    }

    private static BigInteger inverseAtan(int x, BigInteger one) {
        BigInteger power = one.divide(BigInteger.valueOf(x));
        BigInteger sum = power;
        for (int n = 3; power.signum() != 0; n += 2) {
            power = power.divide(BigInteger.valueOf((long) x * x)).negate();
            sum = sum.add(power.divide(BigInteger.valueOf(n)));
        }
        return sum;
    }

    static BigDecimal exp(BigDecimal x) {
        if (x.abs().compareTo(FAR) > 0) {
            return ONE.scaleByPowerOfTen(x.signum() * 500);
        }
        // e^x = (e^(x / 2^k))^(2^k), the argument below 2^-8.
        int halvings = Math.max(0, binaryExponent(x) + 8);
        BigDecimal y = x.divide(TWO.pow(halvings), CONTEXT);
        BigDecimal result = expm1Series(y).add(ONE);
        for (int i = 0; i < halvings; i++) {
            result = result.multiply(result, CONTEXT);
        }
        return result;
    }

    private static BigDecimal expm1Series(BigDecimal x) {
        BigDecimal term = x;
        BigDecimal sum = x;
        for (int n = 2; isSignificant(term, sum); n++) {
            term = term.multiply(x).divide(BigDecimal.valueOf(n), CONTEXT);
            sum = sum.add(term, CONTEXT);
        }
        return sum;
    }

    static BigDecimal expm1(BigDecimal x) {
        return x.abs().compareTo(HALF) < 0 ? expm1Series(x) : exp(x).subtract(ONE);
    }

    static BigDecimal log(BigDecimal x) {
        int binades = 0;
        BigDecimal reduced = x;
        if (x.compareTo(HALF) < 0 || x.compareTo(TWO) > 0) {
            binades = binaryExponent(x);
            reduced = binades > 0 ? x.divide(TWO.pow(binades), CONTEXT) : x.multiply(TWO.pow(-binades), CONTEXT);
        }
        // The difference from 1 is exact, so that logarithms near 0 have all their digits.
        BigDecimal series =
                artanh(reduced.subtract(ONE).divide(reduced.add(ONE), CONTEXT)).multiply(TWO);
        return binades == 0 ? series : series.add(LN2.multiply(BigDecimal.valueOf(binades)), CONTEXT);
    }

    static BigDecimal log1p(BigDecimal x) {
        return x.abs().compareTo(HALF) < 0
                ? artanh(x.divide(x.add(TWO), CONTEXT)).multiply(TWO)
                : log(x.add(ONE));
    }

    static BigDecimal log2(BigDecimal x) {
        return log(x).divide(LN2, CONTEXT);
    }

    static BigDecimal log10(BigDecimal x) {
        return log(x).divide(LN10, CONTEXT);
    }

    private static BigDecimal artanh(BigDecimal x) {
        return oddSeries(x, x.multiply(x, CONTEXT));
    }

    /** {@code x + x q / 3 + x q² / 5 + …}. */
    private static BigDecimal oddSeries(BigDecimal x, BigDecimal q) {
        BigDecimal power = x;
        BigDecimal sum = x;
        for (int n = 3; isSignificant(power, sum); n += 2) {
            power = power.multiply(q, CONTEXT);
            sum = sum.add(power.divide(BigDecimal.valueOf(n), CONTEXT), CONTEXT);
        }
        return sum;
    }

    static BigDecimal sin(BigDecimal x) {
        return turned(x, 0);
    }

    static BigDecimal cos(BigDecimal x) {
        return turned(x, 1);
    }

    static BigDecimal tan(BigDecimal x) {
        return sin(x).divide(cos(x), CONTEXT);
    }

    /** {@code sin(x + quarters π/2)}. */
    private static BigDecimal turned(BigDecimal x, int quarters) {
        BigDecimal halfPi = PI.multiply(HALF);
        int integerDigits = Math.max(0, x.precision() - x.scale());
        BigDecimal quarter = halfPi.round(new MathContext(integerDigits + 100));
        BigInteger n = x.divide(quarter, 0, RoundingMode.HALF_EVEN).toBigInteger();
        BigDecimal r = x.subtract(quarter.multiply(new BigDecimal(n))).round(CONTEXT);
        int quadrant =
                n.add(BigInteger.valueOf(quarters)).and(BigInteger.valueOf(3)).intValue();
        BigDecimal value = (quadrant & 1) == 0 ? alternating(r, r, 1) : alternating(ONE, r, 0);
        return quadrant < 2 ? value : value.negate();
    }

    /** {@code first - first x² / ((n+1)(n+2)) + …}: the sine for {@code x, 1}, the cosine for {@code 1, 0}. */
    private static BigDecimal alternating(BigDecimal first, BigDecimal x, int n) {
        BigDecimal square = x.multiply(x, CONTEXT);
        BigDecimal term = first;
        BigDecimal sum = first;
        for (int i = n; isSignificant(term, sum); i += 2) {
            term = term.multiply(square).divide(BigDecimal.valueOf(-(i + 1L) * (i + 2)), CONTEXT);
            sum = sum.add(term, CONTEXT);
        }
        return sum;
    }

    static BigDecimal atan(BigDecimal x) {
        if (x.abs().compareTo(ONE) > 0) {
            BigDecimal right = PI.multiply(HALF).round(CONTEXT);
            BigDecimal rest = atan(ONE.divide(x, CONTEXT));
            return (x.signum() > 0 ? right : right.negate()).subtract(rest, CONTEXT);
        }
        // atan x = 2 atan(x / (1 + sqrt(1 + x²))), three times.
        BigDecimal reduced = x;
        int doublings = x.abs().compareTo(new BigDecimal("0.05")) < 0 ? 0 : 3;
        for (int i = 0; i < doublings; i++) {
            BigDecimal root = ONE.add(reduced.multiply(reduced)).sqrt(CONTEXT);
            reduced = reduced.divide(ONE.add(root), CONTEXT);
        }
        return oddSeries(reduced, reduced.multiply(reduced, CONTEXT).negate()).multiply(TWO.pow(doublings));
    }

    static BigDecimal atan2(BigDecimal y, BigDecimal x) {
        BigDecimal angle = atan(y.divide(x, CONTEXT));
        if (x.signum() > 0) {
            return angle;
        }
        return y.signum() < 0 ? angle.subtract(PI, CONTEXT) : angle.add(PI, CONTEXT);
    }

    static BigDecimal asin(BigDecimal x) {
        return x.abs().compareTo(ONE) == 0 ? PI.multiply(HALF).multiply(x) : atan(x.divide(leg(x), CONTEXT));
    }

    static BigDecimal acos(BigDecimal x) {
        return x.signum() == 0 ? PI.multiply(HALF) : atan2(leg(x), x);
    }

    private static BigDecimal leg(BigDecimal x) {
        return ONE.subtract(x.multiply(x)).sqrt(CONTEXT);
    }

    static BigDecimal sinh(BigDecimal x) {
        if (x.abs().compareTo(HALF) > 0) {
            return exp(x).subtract(exp(x.negate())).multiply(HALF);
        }
        BigDecimal square = x.multiply(x, CONTEXT);
        BigDecimal term = x;
        BigDecimal sum = x;
        for (int i = 1; isSignificant(term, sum); i += 2) {
            term = term.multiply(square).divide(BigDecimal.valueOf((i + 1L) * (i + 2)), CONTEXT);
            sum = sum.add(term, CONTEXT);
        }
        return sum;
    }

    static BigDecimal cosh(BigDecimal x) {
        return exp(x).add(exp(x.negate())).multiply(HALF);
    }

    static BigDecimal tanh(BigDecimal x) {
        return sinh(x).divide(cosh(x), CONTEXT);
    }

    static BigDecimal asinh(BigDecimal x) {
        BigDecimal root = x.multiply(x).add(ONE).sqrt(CONTEXT);
        if (x.abs().compareTo(HALF) < 0) {
            return artanh(x.divide(root, CONTEXT));
        }
        BigDecimal area = log(x.abs().add(root));
        return x.signum() < 0 ? area.negate() : area;
    }

    static BigDecimal acosh(BigDecimal x) {
        BigDecimal root = x.multiply(x).subtract(ONE).sqrt(CONTEXT);
        return root.compareTo(HALF) < 0 ? artanh(root.divide(x, CONTEXT)) : log(x.add(root));
    }

    static BigDecimal atanh(BigDecimal x) {
        return x.abs().compareTo(HALF) < 0
                ? artanh(x)
                : log(ONE.add(x).divide(ONE.subtract(x), CONTEXT)).multiply(HALF);
    }

    static BigDecimal sigmoid(BigDecimal x) {
        return ONE.divide(ONE.add(exp(x.negate())), CONTEXT);
    }

    static BigDecimal pow(BigDecimal x, BigDecimal y) {
        return exp(log(x).multiply(y, CONTEXT));
    }

    static BigDecimal hypot(BigDecimal x, BigDecimal y) {
        return x.multiply(x).add(y.multiply(y)).sqrt(CONTEXT);
    }

    /** {@code 2/√π (x - x³/3 + x⁵/(2! 5) - …)}; 16 digits cancel at 6. */
    static BigDecimal erf(BigDecimal x) {
        MathContext wide = new MathContext(DIGITS + 25);
        BigDecimal square = x.multiply(x).negate();
        BigDecimal term = x;
        BigDecimal sum = x;
        for (int n = 1; isSignificant(term, sum); n++) {
            term = term.multiply(square).divide(BigDecimal.valueOf(n), wide);
            sum = sum.add(term.divide(BigDecimal.valueOf(2L * n + 1), wide), wide);
        }
        return sum.multiply(TWO).divide(PI.sqrt(CONTEXT), CONTEXT);
    }

    /** The distance between a result and the truth in units of the truth's last place. */
    static double ulps(double result, BigDecimal truth) {
        double nearest = truth.doubleValue();
        if (!Double.isFinite(result) || !Double.isFinite(nearest)) {
            return result == nearest ? 0 : Double.POSITIVE_INFINITY;
        }
        BigDecimal distance = truth.subtract(new BigDecimal(result)).abs();
        return distance.divide(new BigDecimal(Math.ulp(nearest)), MathContext.DECIMAL64)
                .doubleValue();
    }

    private static boolean isSignificant(BigDecimal term, BigDecimal sum) {
        return term.signum() != 0
                && (sum.signum() == 0 || term.precision() - term.scale() > sum.precision() - sum.scale() - DIGITS);
    }

    /** Within 1 of the binary logarithm. */
    private static int binaryExponent(BigDecimal x) {
        if (x.signum() == 0) {
            return 0;
        }
        BigDecimal leading = x.abs().round(MathContext.DECIMAL32);
        double decimal = Math.log10(leading.unscaledValue().doubleValue()) - leading.scale();
        return (int) Math.round(decimal * 3.321928094887362);
    }
}
