package org.fallline.math;

import java.math.BigInteger;

/** Reads one number in JSON's grammar. */
final class DecimalReader {

    /** Numbers of so many digits are exact in a double. */
    private static final int PART_DIGITS = 15;

    /** The greatest power of ten that is exact in a double. */
    private static final int EXACT_TENS = 22;

    /** Within 1e±280 and with such exponents the product of digits and power neither overflows nor loses bits. */
    private static final int ORDINARY_POINT = 280;

    private static final int ORDINARY_EXPONENT = 285;

    /** More than the relative error of that product, about 2<sup>-96</sup>. */
    private static final double DOUBT = 0x1p-90;

    /** A middle between two doubles has at most 767 digits; what follows so many only tells above from equal. */
    private static final int ENOUGH_DIGITS = 800;

    private static final int GREATEST_POINT = 310;
    private static final int LEAST_POINT = -330;
    private static final int GREATEST_EXPONENT = 1_000_000_000;
    private static final int SIGNIFICAND_BITS = 53;
    private static final int LEAST_BINARY_EXPONENT = -1074;

    private final String text;
    private int position;

    /** The significant digits: how many, the first 15, the next 15. */
    private int count;

    private double first;
    private double second;

    /** The power of ten that the last digit counts. */
    private int exponent;

    DecimalReader(String text) {
        this.text = text;
    }

    double read() {
        boolean isNegative = skip('-');
        int start = position;
        if (!skip('0')) {
            digits();
        }
        if (skip('.')) {
            int before = position;
            digits();
            exponent = before - position;
        }
        int end = position;
        if (skip('e') || skip('E')) {
            boolean isNegativeExponent = skip('-');
            if (!isNegativeExponent) {
                skip('+');
            }
            int magnitude = exponentDigits();
            exponent += isNegativeExponent ? -magnitude : magnitude;
        }
        if (position < text.length()) {
            throw unexpected("the end");
        }
        double magnitude = count == 0 ? 0 : magnitude(start, end);
        return isNegative ? -magnitude : magnitude;
    }

    private boolean skip(char c) {
        boolean found = position < text.length() && text.charAt(position) == c;
        if (found) {
            position++;
        }
        return found;
    }

    /** The value of the digit here, or -1. */
    private int digit() {
        if (position == text.length()) {
            return -1;
        }
        int digit = text.charAt(position) - '0';
        return digit >= 0 && digit <= 9 ? digit : -1;
    }

    private void digits() {
        if (digit() < 0) {
            throw unexpected("a digit");
        }
        for (int digit = digit(); digit >= 0; digit = digit()) {
            position++;
            if (count == 0 && digit == 0) {
                continue;
            }
            count++;
            if (count <= PART_DIGITS) {
                first = first * 10 + digit;
            } else if (count <= 2 * PART_DIGITS) {
                second = second * 10 + digit;
            }
        }
    }

    private int exponentDigits() {
        if (digit() < 0) {
            throw unexpected("a digit");
        }
        int magnitude = 0;
        for (int digit = digit(); digit >= 0; digit = digit()) {
            position++;
            magnitude = magnitude < GREATEST_EXPONENT / 10 ? magnitude * 10 + digit : GREATEST_EXPONENT;
        }
        return magnitude;
    }

    private IllegalArgumentException unexpected(String expected) {
        String found = position < text.length() ? "'" + text.charAt(position) + "'" : "the end";
        return new IllegalArgumentException(
                "found " + found + " at character " + position + " of a number, expected " + expected);
    }

    private double magnitude(int start, int end) {
        if (count <= PART_DIGITS && exponent >= -EXACT_TENS && exponent <= EXACT_TENS) {
            return exponent < 0 ? first / Powers.ten(-exponent) : first * Powers.ten(exponent);
        }
        int point = count + exponent;
        if (point > GREATEST_POINT) {
            return Double.POSITIVE_INFINITY;
        }
        if (point < LEAST_POINT) {
            return 0;
        }
        int used = count < 2 * PART_DIGITS ? count : 2 * PART_DIGITS;
        int power = point - used;
        if (point > -ORDINARY_POINT && point < ORDINARY_POINT && power > -ORDINARY_EXPONENT) {
            double shift = used > PART_DIGITS ? Powers.ten(used - PART_DIGITS) : 1;
            DoubleDouble digits = DoubleDouble.product(first, shift).plus(second);
            DoubleDouble value = Powers.timesTen(digits, power);
            double doubt = value.high() * DOUBT;
            double least = value.high() + (value.low() - doubt);
            if (least == value.high() + (value.low() + doubt)) {
                return least;
            }
        }
        return exact(significantDigits(start, end), point);
    }

    /** At most so many digits as can matter, of the text from {@code start} to {@code end}. */
    private String significantDigits(int start, int end) {
        StringBuilder digits = new StringBuilder();
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '.' || (c == '0' && digits.length() == 0)) {
                continue;
            }
            if (digits.length() < ENOUGH_DIGITS) {
                digits.append(c);
            } else if (c != '0') {
                return digits.append('1').toString();
            }
        }
        return digits.toString();
    }

    /** The double nearest to {@code 0.digits} times 10<sup>point</sup>. */
    private static double exact(String digits, int point) {
        int tens = point - digits.length();
        BigInteger integer = new BigInteger(digits);
        BigInteger number = tens > 0 ? integer.multiply(ExactDigits.ten(tens)) : integer;
        BigInteger unit = ExactDigits.ten(tens < 0 ? -tens : 0);
        int binary = number.bitLength() - unit.bitLength() - SIGNIFICAND_BITS;
        BigInteger[] parts = quotient(number, unit, binary > LEAST_BINARY_EXPONENT ? binary : LEAST_BINARY_EXPONENT);
        if (binary < LEAST_BINARY_EXPONENT) {
            binary = LEAST_BINARY_EXPONENT;
        }
        if (parts[0].bitLength() > SIGNIFICAND_BITS) {
            binary++;
            parts = quotient(number, unit, binary);
        }
        BigInteger divisor = binary > 0 ? unit.shiftLeft(binary) : unit;
        int preference = parts[1].shiftLeft(1).compareTo(divisor);
        long significand = parts[0].longValue();
        if (preference > 0 || (preference == 0 && (significand & 1) == 1)) {
            significand++;
        }
        return significand * Powers.two(binary);
    }

    /** Quotient and remainder of {@code number / (2^binary unit)}. */
    private static BigInteger[] quotient(BigInteger number, BigInteger unit, int binary) {
        return binary > 0
                ? number.divideAndRemainder(unit.shiftLeft(binary))
                : number.shiftLeft(-binary).divideAndRemainder(unit);
    }
}
