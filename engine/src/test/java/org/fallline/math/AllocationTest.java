package org.fallline.math;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Functions that training calls at every step leave nothing to collect. Angles beyond 1.6 million are no everyday ones. */
class AllocationTest {

    private static final int CALLS = 20_000;

    /** Where results go, so that no compiler leaves the calls out. */
    static volatile double consumed;

    private record Case(String name, DoubleUnaryOperator function) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        Key key = Key.of(1);
        return Stream.of(
                new Case("exp", Real::exp),
                new Case("expm1", Real::expm1),
                new Case("log", Real::log),
                new Case("log1p", Real::log1p),
                new Case("log2", Real::log2),
                new Case("log10", Real::log10),
                new Case("sin", Real::sin),
                new Case("cos", Real::cos),
                new Case("tan", Real::tan),
                new Case("asin", x -> Real.asin(x / 50)),
                new Case("acos", x -> Real.acos(x / 50)),
                new Case("atan", Real::atan),
                new Case("sinh", Real::sinh),
                new Case("cosh", Real::cosh),
                new Case("tanh", Real::tanh),
                new Case("asinh", Real::asinh),
                new Case("acosh", Real::acosh),
                new Case("atanh", x -> Real.atanh(x / 50)),
                new Case("sigmoid", Real::sigmoid),
                new Case("erf", Real::erf),
                new Case("sign", Real::sign),
                new Case("round", Real::round),
                binary("pow", Real::pow),
                binary("atan2", Real::atan2),
                binary("hypot", Real::hypot),
                binary("max", Real::max),
                binary("min", Real::min),
                new Case("bits", x -> key.bits((int) x)),
                new Case("uniform", x -> key.uniform((int) x)),
                new Case("normal", x -> key.normal((int) x)),
                new Case("below", x -> key.below(7, (int) x)));
    }

    private static Case binary(String name, DoubleBinaryOperator function) {
        return new Case(name, x -> function.applyAsDouble(Math.abs(x), x - 1));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void function_onItsOrdinaryRange_allocatesNothing(Case c) {
        allocated(c.function());
        long bytes = allocated(c.function());
        // Less than a byte a call: the measurement itself may allocate a little.
        assertTrue(bytes < CALLS, () -> CALLS + " calls of " + c + " allocated " + bytes + " bytes");
    }

    private static long allocated(DoubleUnaryOperator function) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        double sum = 0;
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < CALLS; i++) {
            sum += function.applyAsDouble(100.0 * i / CALLS - 50);
        }
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        consumed = sum;
        return bytes;
    }
}
