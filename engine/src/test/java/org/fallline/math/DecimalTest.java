package org.fallline.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {

    private static final int POINTS = Boolean.getBoolean("fallline.long") ? 1_000_000 : 3_000;
    private static final long SEED = Long.getLong("fallline.seed", 20_240_229);

    @ParameterizedTest
    @CsvSource({
        "0.25, 0.25",
        "-0.4, −0.4",
        "3e-7, 3·10⁻⁷",
        "-1.25e21, −1.25·10²¹",
        "'[[1e-10], [-2]]ᵀ', '[[1·10⁻¹⁰], [−2]]ᵀ'",
        "1e3-2, 1·10³−2",
        "the edge, the edge",
        "Newton-Schritt x-y, Newton-Schritt x−y",
        "NaN, NaN"
    })
    void typeset_textWithNumbers_hasTheSignsOfPrint(String text, String expected) {
        assertEquals(expected, Decimal.typeset(text));
    }

    /** What JavaScript's {@code String(x)} gives, but for the plus sign of exponents and the sign of -0. */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, -0",
        "3, 3",
        "-17, -17",
        "2147483648, 2147483648",
        "0.1, 0.1",
        "0.30000000000000004, 0.30000000000000004",
        "-1.5, -1.5",
        "0.000001, 0.000001",
        "0.0000012, 0.0000012",
        "0.0000001, 1e-7",
        "1.25E-7, 1.25e-7",
        "123456789012345680000, 123456789012345680000",
        "100000000000000000000, 100000000000000000000",
        "1E21, 1e21",
        "1.5E300, 1.5e300",
        "1E23, 1e23",
        "9.5367431640625E-7, 9.5367431640625e-7",
        "5E-324, 5e-324",
        "2.2250738585072014E-308, 2.2250738585072014e-308",
        "1.7976931348623157E308, 1.7976931348623157e308",
        "9007199254740993, 9007199254740992",
        "5.684341886080802E-14, 5.684341886080802e-14",
        "NaN, NaN",
        "Infinity, Infinity",
        "-Infinity, -Infinity",
    })
    void text_ofADouble_isTheShortestThatIsReadBack(double x, String expected) {
        assertEquals(expected, Decimal.text(x));
    }

    @ParameterizedTest
    @CsvSource({
        "3.14159, 3, 3.14",
        "2.5, 1, 2",
        "3.5, 1, 4",
        "-0.125, 2, -0.12",
        "0.1, 16, 0.1",
        "0.1, 17, 0.10000000000000001",
        "0.3, 17, 0.29999999999999999",
        "999.96, 4, 1000",
        "0.00099996, 4, 0.001",
        "123456, 2, 120000",
        "1.005, 3, 1",
        "1E21, 3, 1e21",
        "9.999E20, 2, 1e21",
        "5E-324, 3, 4.94e-324",
        "-0.0, 5, -0",
        "Infinity, 2, Infinity",
    })
    void text_toSignificantDigits_isRoundedHalfToEvenOnTheExactValue(double x, int digits, String expected) {
        assertEquals(expected, Decimal.text(x, digits));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 18, -1})
    void text_toANumberOfDigitsOutOfRange_isRefused(int digits) {
        assertThrows(IllegalArgumentException.class, () -> Decimal.text(1, digits));
    }

    @Test
    void text_ofRandomDoubles_isShortestAndNearestAndReadBack() {
        Random random = new Random(SEED);
        for (int i = 0; i < POINTS; i++) {
            double x = point(random, i);
            String text = Decimal.text(x);
            String where = text + " for " + Double.toHexString(x) + ", seed " + SEED;

            assertEquals(x, Double.parseDouble(text), where);
            assertEquals(x, Decimal.parse(text), where);
            BigDecimal decimal = new BigDecimal(text);
            int digits = decimal.stripTrailingZeros().precision();
            assertTrue(digits == 1 || !hasShorter(x, digits - 1), where);
            assertTrue(!isReadAs(x, neighbour(decimal, digits, x)), where);
        }
    }

    /** Whether a decimal of so many digits is read as {@code x}: one of the two around it would be. */
    private static boolean hasShorter(double x, int digits) {
        BigDecimal exact = new BigDecimal(x);
        return exact.round(new MathContext(digits, RoundingMode.DOWN)).doubleValue() == x
                || exact.round(new MathContext(digits, RoundingMode.UP)).doubleValue() == x;
    }

    /** On the other side of {@code x}, with as many digits, if it is nearer to {@code x}; else zero. */
    private static BigDecimal neighbour(BigDecimal decimal, int digits, double x) {
        BigDecimal exact = new BigDecimal(x);
        BigDecimal step = decimal.round(new MathContext(digits)).ulp();
        if (decimal.precision() > digits) {
            step = BigDecimal.ONE.scaleByPowerOfTen(decimal.precision() - decimal.scale() - digits);
        }
        BigDecimal other = exact.compareTo(decimal) > 0 ? decimal.add(step) : decimal.subtract(step);
        boolean isNearer =
                other.subtract(exact).abs().compareTo(decimal.subtract(exact).abs()) < 0;
        return isNearer ? other : BigDecimal.ZERO;
    }

    private static boolean isReadAs(double x, BigDecimal decimal) {
        return decimal.doubleValue() == x;
    }

    @Test
    void text_ofRandomDoublesToSignificantDigits_equalsBigDecimals() {
        Random random = new Random(SEED);
        for (int i = 0; i < POINTS; i++) {
            double x = point(random, i);
            int digits = 1 + random.nextInt(17);
            BigDecimal expected = new BigDecimal(x).round(new MathContext(digits, RoundingMode.HALF_EVEN));

            String text = Decimal.text(x, digits);

            assertEquals(0, expected.compareTo(new BigDecimal(text)), text + " for " + x + ", seed " + SEED);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, -0.0",
        "-0.000e5, -0.0",
        "12, 12",
        "1.50, 1.5",
        "1e-7, 1E-7",
        "1E+21, 1E21",
        "123456789012345678901234567890, 1.2345678901234568E29",
        "9007199254740993, 9007199254740992",
        "9007199254740993.00000000000000000000000000000000000001, 9007199254740994",
        "4.9406564584124654e-324, 4.9E-324",
        "2.4703282292062327e-324, 0",
        "2.4703282292062328e-324, 4.9E-324",
        "2.2250738585072011e-308, 2.225073858507201E-308",
        "2.2250738585072012e-308, 2.2250738585072014E-308",
        "1.7976931348623157e308, 1.7976931348623157E308",
        "1.7976931348623158e308, 1.7976931348623157E308",
        "1.7976931348623159e308, Infinity",
        "-1e309, -Infinity",
        "1e-400, 0",
        "0e999999999999, 0",
        "1e999999999999, Infinity",
        "1e-999999999999, 0",
        "0.000000000000000000000000000000000000000000000000000001e54, 1",
        "100000000000000000000000000000000000000000000000000000e-53, 1",
    })
    void parse_aNumber_isTheNearestDouble(String text, double expected) {
        assertEquals(expected, Decimal.parse(text));
    }

    @Test
    void parse_aMiddleWithADigitFarBehind_isDecidedByThatDigit() {
        String middle = new BigDecimal(1)
                .add(new BigDecimal(Math.ulp(1.0)).divide(BigDecimal.valueOf(2)))
                .toPlainString();

        assertEquals(1, Decimal.parse(middle));
        assertEquals(Math.nextUp(1.0), Decimal.parse(middle + "0".repeat(2000) + "1"));
    }

    @Test
    void parse_randomDecimalsAndMiddles_equalsTheJdks() {
        Random random = new Random(SEED);
        for (int i = 0; i < POINTS; i++) {
            String text = i % 4 == 0 ? middle(random, i) : decimal(random);

            assertEquals(Double.parseDouble(text), Decimal.parse(text), text + ", seed " + SEED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+1",
                "01",
                "-01",
                "1.",
                ".5",
                "1e",
                "1e+",
                "1.e5",
                "0x1",
                "1 ",
                " 1",
                "1d",
                "NaN",
                "Infinity",
                "1,5",
                "--1",
                "1e1.5",
                "٣"
            })
    void parse_whatIsNoJsonNumber_isRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Decimal.parse(text));
    }

    @Test
    void parse_aWrongCharacter_saysWhereAndWhatWasExpected() {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> Decimal.parse("1.x"));

        assertEquals("found 'x' at character 2 of a number, expected a digit", refusal.getMessage());
    }

    /** Doubles of all kinds in turns: any bits, measurements, short decimals, powers of two and their like. */
    private static double point(Random random, int turn) {
        double x = switch (turn % 6) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> random.nextGaussian() * Math.pow(10, random.nextInt(10) - 5);
            case 2 -> random.nextInt(100_000) / Math.pow(10, random.nextInt(6));
            case 3 -> Math.scalb(1.0, random.nextInt(2098) - 1074);
            case 4 -> random.nextInt(1000) * Math.pow(10, random.nextInt(300) - 150);
            default -> Double.longBitsToDouble(((long) random.nextInt(2046) << 52) + random.nextInt(1000));
        };
        return Double.isFinite(x) && x != 0 ? x : 1.25;
    }

    private static String decimal(Random random) {
        String fraction =
                Long.toString(random.nextLong() >>> 1) + (random.nextBoolean() ? "" : random.nextLong() >>> 1);
        return random.nextInt(10) + "." + fraction + "e" + (random.nextInt(660) - 335);
    }

    /** The exact middle between two doubles, or a little beside it. */
    private static String middle(Random random, int turn) {
        double x = Math.abs(point(random, turn));
        double next = Math.nextUp(x);
        if (!Double.isFinite(next)) {
            return "1";
        }
        String middle = new BigDecimal(x)
                .add(new BigDecimal(next))
                .divide(BigDecimal.valueOf(2))
                .toPlainString();
        return middle.contains(".") && random.nextBoolean() ? middle + "00001" : middle;
    }
}
