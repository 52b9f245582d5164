package org.fallline.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that are exact, or that a definition fixes. Zeros are told apart by their signs. */
class RealSpecialCasesTest {

    @ParameterizedTest
    @CsvSource({
        "exp, 0, 1",
        "exp, -0.0, 1",
        "exp, Infinity, Infinity",
        "exp, -Infinity, 0",
        "exp, 710, Infinity",
        "exp, 709.782712893384, 1.7976931348622732E308",
        "exp, 709.7827128933841, Infinity",
        "exp, -745.1332191019411, 4.9E-324",
        "exp, -745.1332191019412, 0",
        "exp, 4.9E-324, 1",
        "expm1, -0.0, -0.0",
        "expm1, 4.9E-324, 4.9E-324",
        "expm1, -Infinity, -1",
        "expm1, Infinity, Infinity",
        "expm1, -800, -1",
        "log, 1, 0",
        "log, 0, -Infinity",
        "log, -0.0, -Infinity",
        "log, Infinity, Infinity",
        "log, -1, NaN",
        "log, -Infinity, NaN",
        "log, 4.9E-324, -744.4400719213812",
        "log1p, -0.0, -0.0",
        "log1p, -1, -Infinity",
        "log1p, -2, NaN",
        "log1p, Infinity, Infinity",
        "log2, 8, 3",
        "log2, 4.9E-324, -1074",
        "log2, 0, -Infinity",
        "log2, -1, NaN",
        "log10, 1000, 3",
        "log10, 1E-5, -5",
        "log10, 1E308, 308",
        "log10, Infinity, Infinity",
        "sin, -0.0, -0.0",
        "sin, Infinity, NaN",
        "sin, 4.9E-324, 4.9E-324",
        "cos, -0.0, 1",
        "cos, -Infinity, NaN",
        "tan, -0.0, -0.0",
        "tan, Infinity, NaN",
        "asin, -0.0, -0.0",
        "asin, 1, 1.5707963267948966",
        "asin, -1, -1.5707963267948966",
        "asin, 1.0000000000000002, NaN",
        "acos, 1, 0",
        "acos, -1, 3.141592653589793",
        "acos, 0, 1.5707963267948966",
        "acos, -2, NaN",
        "atan, -0.0, -0.0",
        "atan, Infinity, 1.5707963267948966",
        "atan, -Infinity, -1.5707963267948966",
        "atan, 1, 0.7853981633974483",
        "sinh, -0.0, -0.0",
        "sinh, -Infinity, -Infinity",
        "sinh, 711, Infinity",
        "cosh, 0, 1",
        "cosh, -Infinity, Infinity",
        "tanh, -0.0, -0.0",
        "tanh, 800, 1",
        "tanh, -Infinity, -1",
        "asinh, -0.0, -0.0",
        "asinh, 4.9E-324, 4.9E-324",
        "asinh, 1, 0.881373587019543",
        "asinh, -Infinity, -Infinity",
        "asinh, 1.7976931348623157E308, 710.475860073944",
        "acosh, 1, 0",
        "acosh, 0.9999999999999999, NaN",
        "acosh, -Infinity, NaN",
        "acosh, Infinity, Infinity",
        "acosh, 1.7976931348623157E308, 710.475860073944",
        "atanh, -0.0, -0.0",
        "atanh, 4.9E-324, 4.9E-324",
        "atanh, 1, Infinity",
        "atanh, -1, -Infinity",
        "atanh, 1.0000000000000002, NaN",
        "atanh, 0.5, 0.5493061443340549",
        "sigmoid, 0, 0.5",
        "sigmoid, Infinity, 1",
        "sigmoid, -Infinity, 0",
        "sigmoid, -745, 4.9E-324",
        "erf, -0.0, -0.0",
        "erf, 7, 1",
        "erf, -Infinity, -1",
        "sign, -0.0, -0.0",
        "sign, -3, -1",
        "sign, Infinity, 1",
        "round, 0.5, 0",
        "round, -0.5, -0.0",
        "round, 1.5, 2",
        "round, 2.5, 2",
        "round, -2.5, -2",
        "round, 0.49999999999999994, 0",
        "round, 4503599627370495.5, 4503599627370496",
        "round, 9007199254740993, 9007199254740992",
        "round, -0.0, -0.0",
        "round, -Infinity, -Infinity",
    })
    void function_atASpecialPoint_hasItsExactValue(String name, double x, double expected) {
        assertEquals(expected, unary(name, x));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exp", "expm1", "log", "log1p", "log2", "log10", "sin", "cos", "tan", "asin", "acos", "atan", "sinh",
                "cosh", "tanh", "asinh", "acosh", "atanh", "sigmoid", "erf", "sign", "round"
            })
    void function_ofNaN_isNaN(String name) {
        assertEquals(Double.NaN, unary(name, Double.NaN));
    }

    /** The special cases in the documentation of {@code java.lang.Math.pow}, in its order, then some more. */
    @ParameterizedTest
    @CsvSource({
        "NaN, 0, 1",
        "NaN, -0.0, 1",
        "3, 1, 3",
        "-0.0, 1, -0.0",
        "1, NaN, NaN",
        "NaN, 2, NaN",
        "1.5, Infinity, Infinity",
        "-1.5, Infinity, Infinity",
        "0.5, -Infinity, Infinity",
        "1.5, -Infinity, 0",
        "-0.5, Infinity, 0",
        "1, Infinity, NaN",
        "-1, -Infinity, NaN",
        "0, 2.5, 0",
        "Infinity, -2.5, 0",
        "0, -2.5, Infinity",
        "Infinity, 2.5, Infinity",
        "-0.0, 2, 0",
        "-0.0, 2.5, 0",
        "-Infinity, -2, 0",
        "-0.0, 3, -0.0",
        "-Infinity, -3, -0.0",
        "-0.0, -2, Infinity",
        "-Infinity, 2, Infinity",
        "-0.0, -3, -Infinity",
        "-Infinity, 3, -Infinity",
        "-2, 3, -8",
        "-2, 4, 16",
        "-2, 0.5, NaN",
        "-1, 9007199254740993, 1",
        "-1, 1E300, 1",
        "1, 1E300, 1",
        "2, 1E300, Infinity",
        "2, -1E300, 0",
        "2, -1074, 4.9E-324",
        "2, -1075, 0",
        "2, 1023, 8.98846567431158E307",
        "10, 22, 1E22",
        "3, 33, 5559060566555523",
        "0.25, 0.5, 0.5",
        "9, 1.5, 27",
        "4.9E-324, 0.5, 2.2227587494850775E-162",
        "5, 4.9E-324, 1",
    })
    void pow_atASpecialPoint_hasItsExactValue(double x, double y, double expected) {
        assertEquals(expected, Real.pow(x, y));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "-0.0, 0, -0.0",
        "0, -0.0, 3.141592653589793",
        "-0.0, -0.0, -3.141592653589793",
        "0, -5, 3.141592653589793",
        "5, 0, 1.5707963267948966",
        "-5, -0.0, -1.5707963267948966",
        "1, 1, 0.7853981633974483",
        "1, -1, 2.356194490192345",
        "-1, -1, -2.356194490192345",
        "3, Infinity, 0",
        "3, -Infinity, 3.141592653589793",
        "Infinity, 3, 1.5707963267948966",
        "Infinity, Infinity, 0.7853981633974483",
        "-Infinity, -Infinity, -2.356194490192345",
        "1E-300, 1E300, 0",
        "1E300, -1E-300, 1.5707963267948966",
        "NaN, 1, NaN",
        "1, NaN, NaN",
    })
    void atan2_atASpecialPoint_isTheAngleOfThePoint(double y, double x, double expected) {
        assertEquals(expected, Real.atan2(y, x));
    }

    @ParameterizedTest
    @CsvSource({
        "3, -4, 5",
        "0x1.8p661, 0x1p662, 0x1.4p662",
        "0x1.8p-659, 0x1p-658, 0x1.4p-658",
        "-0.0, -0.0, 0",
        "0, -7, 7",
        "NaN, Infinity, Infinity",
        "-Infinity, 1, Infinity",
        "NaN, 1, NaN",
        "1.7976931348623157E308, 1.7976931348623157E308, Infinity",
        "4.9E-324, 0, 4.9E-324",
    })
    void hypot_atASpecialPoint_isTheLengthOfTheVector(double x, double y, double expected) {
        assertEquals(expected, Real.hypot(x, y));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2, 1, 2",
        "-1, -2, -2, -1",
        "0, -0.0, -0.0, 0",
        "-0.0, 0, -0.0, 0",
        "-0.0, -0.0, -0.0, -0.0",
        "0, 0, 0, 0",
        "NaN, 1, NaN, NaN",
        "1, NaN, NaN, NaN",
        "-Infinity, Infinity, -Infinity, Infinity",
    })
    void minAndMax_ofZerosAndNaN_followIeee(double a, double b, double least, double greatest) {
        assertEquals(least, Real.min(a, b));
        assertEquals(greatest, Real.max(a, b));
    }

    /** The double nearest to a multiple of π/2: J.-M. Muller, Elementary Functions, chapter on range reduction. */
    @Test
    void cosine_ofTheDoubleNearestToAMultipleOfHalfPi_hasAllItsDigits() {
        assertEquals(-4.687165924254628E-19, Real.cos(6381956970095103.0 * 0x1p797));
    }

    @Test
    void isFinite_ofInfinitiesAndNaN_isFalse() {
        assertTrue(Real.isFinite(-Double.MAX_VALUE));
        assertTrue(Real.isFinite(-0.0));
        assertFalse(Real.isFinite(Double.NEGATIVE_INFINITY));
        assertFalse(Real.isFinite(Double.NaN));
    }

    private static double unary(String name, double x) {
        return switch (name) {
            case "exp" -> Real.exp(x);
            case "expm1" -> Real.expm1(x);
            case "log" -> Real.log(x);
            case "log1p" -> Real.log1p(x);
            case "log2" -> Real.log2(x);
            case "log10" -> Real.log10(x);
            case "sin" -> Real.sin(x);
            case "cos" -> Real.cos(x);
            case "tan" -> Real.tan(x);
            case "asin" -> Real.asin(x);
            case "acos" -> Real.acos(x);
            case "atan" -> Real.atan(x);
            case "sinh" -> Real.sinh(x);
            case "cosh" -> Real.cosh(x);
            case "tanh" -> Real.tanh(x);
            case "asinh" -> Real.asinh(x);
            case "acosh" -> Real.acosh(x);
            case "atanh" -> Real.atanh(x);
            case "sigmoid" -> Real.sigmoid(x);
            case "erf" -> Real.erf(x);
            case "sign" -> Real.sign(x);
            case "round" -> Real.round(x);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
