package org.fallline.emit;

/** The algebra of Java's own floats: the twin that emitted code must equal in every bit. */
final class FloatAlgebra implements Algebra<Float> {
    @Override
    public Float constant(double value) {
        return (float) value;
    }

    @Override
    public Float let(Float x) {
        return x;
    }

    @Override
    public Float add(Float a, Float b) {
        return a + b;
    }

    @Override
    public Float subtract(Float a, Float b) {
        return a - b;
    }

    @Override
    public Float multiply(Float a, Float b) {
        return a * b;
    }

    @Override
    public Float madd(Float a, Float b, Float c) {
        return a * b + c;
    }

    @Override
    public Float divide(Float a, Float b) {
        return a / b;
    }

    @Override
    public Float min(Float a, Float b) {
        return b.floatValue() < a.floatValue() ? b : a;
    }

    @Override
    public Float max(Float a, Float b) {
        return a.floatValue() < b.floatValue() ? b : a;
    }

    @Override
    public Float negate(Float x) {
        return -x;
    }

    @Override
    public Float abs(Float x) {
        return Math.abs(x);
    }

    @Override
    public Float sqrt(Float x) {
        return (float) Math.sqrt(x);
    }

    @Override
    public Float round(Float x) {
        return (float) Math.rint(x);
    }

    // A mask is any number that is not 0.

    @Override
    public Float less(Float a, Float b) {
        return a.floatValue() < b.floatValue() ? 1f : 0f;
    }

    @Override
    public Float lessEqual(Float a, Float b) {
        return a.floatValue() <= b.floatValue() ? 1f : 0f;
    }

    @Override
    public Float equal(Float a, Float b) {
        return a.floatValue() == b.floatValue() ? 1f : 0f;
    }

    @Override
    public Float select(Float mask, Float a, Float b) {
        return mask != 0 ? a : b;
    }

    @Override
    public Float powerOfTwo(Float n) {
        return Float.intBitsToFloat(Float.floatToRawIntBits(n + 12583039f) << 23);
    }

    @Override
    public Float exponent(Float x) {
        return (float) ((Float.floatToRawIntBits(x) >>> 23) - 127);
    }

    @Override
    public Float significand(Float x) {
        return Float.intBitsToFloat((Float.floatToRawIntBits(x) & 0x007FFFFF) | 0x3F800000);
    }
}
