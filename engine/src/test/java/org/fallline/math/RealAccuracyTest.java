package org.fallline.math;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every function against its reference, on seeded random points of its whole domain. {@code -Dfallline.long=true} takes
 * 100,000 points a function and prints the greatest error of each.
 */
class RealAccuracyTest {

    private static final boolean LONG = Boolean.getBoolean("fallline.long");
    private static final int POINTS = LONG ? 100_000 : 400;
    private static final long SEED = Long.getLong("fallline.seed", 20_240_229);

    /** A source of arguments. */
    private interface Points extends Function<Random, double[]> {}

    /** A function, its reference, the bound that its documentation states, and where it is tried, in turns. */
    private record Case(
            String name,
            Function<double[], Double> function,
            Function<BigDecimal[], BigDecimal> reference,
            double bound,
            List<Points> points) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        Points exponents = uniform(-745.2, 709.8);
        Points unit = uniform(-1, 1);
        Points angles = uniform(-10, 10);
        Points moderate = uniform(-2e6, 2e6);
        Points positive = positive(logarithmic(-1074, 1024));
        Points nearOne = random -> new double[] {1 + signed(random, Math.scalb(1.0, -1 - random.nextInt(52)))};
        Points fromOne = random -> new double[] {1 + Math.scalb(1 + random.nextDouble(), -1 - random.nextInt(51))};
        Points nearPoles = random -> {
            double angle = random.nextInt(1_000_000) * (Math.PI / 2);
            return new double[] {random.nextBoolean() ? angle : Math.nextUp(angle)};
        };
        Points small = logarithmic(-1074, -1);
        Points huge = logarithmic(20, 1024);
        return Stream.of(
                unary("exp", Real::exp, Reference::exp, 0.51, exponents, unit, uniform(-746, -707)),
                unary("expm1", Real::expm1, Reference::expm1, 0.65, uniform(-60, 709.8), unit, small),
                unary("log", Real::log, Reference::log, 0.51, positive, uniform(0, 3), nearOne),
                unary("log1p", Real::log1p, Reference::log1p, 0.51, positive, uniform(-1, 3), small),
                unary("log2", Real::log2, Reference::log2, 0.51, positive, uniform(0, 3), nearOne),
                unary("log10", Real::log10, Reference::log10, 0.51, positive, uniform(0, 3), nearOne),
                unary("sin", Real::sin, Reference::sin, 0.75, unit, angles, moderate, nearPoles, huge, small),
                unary("cos", Real::cos, Reference::cos, 0.75, unit, angles, moderate, nearPoles, huge, small),
                unary("tan", Real::tan, Reference::tan, 0.8, unit, angles, moderate, nearPoles, huge, small),
                unary("asin", Real::asin, Reference::asin, 0.51, unit, RealAccuracyTest::complement, small),
                unary("acos", Real::acos, Reference::acos, 0.51, unit, RealAccuracyTest::complement, small),
                unary("atan", Real::atan, Reference::atan, 0.51, unit, angles, small, huge),
                unary("sinh", Real::sinh, Reference::sinh, 0.53, uniform(-710.4, 710.4), unit, small),
                unary("cosh", Real::cosh, Reference::cosh, 0.51, uniform(-710.4, 710.4), unit, small),
                unary("tanh", Real::tanh, Reference::tanh, 0.52, uniform(-22, 22), unit, small),
                unary("asinh", Real::asinh, Reference::asinh, 0.51, angles, unit, small, huge),
                unary("acosh", Real::acosh, Reference::acosh, 0.51, uniform(1, 5), fromOne, positive(huge)),
                unary("atanh", Real::atanh, Reference::atanh, 0.51, unit, RealAccuracyTest::complement, small),
                unary("sigmoid", Real::sigmoid, Reference::sigmoid, 0.51, uniform(-746, 50), angles, small),
                unary("erf", Real::erf, Reference::erf, 0.65, uniform(-6.1, 6.1), unit, positive(logarithmic(-900, 0))),
                binary(
                        "pow",
                        Real::pow,
                        Reference::pow,
                        0.51,
                        pair(uniform(0, 5), uniform(-30, 30)),
                        pair(positive, logarithmic(-60, 0)),
                        pair(nearOne, logarithmic(0, 50)),
                        pair(uniform(0.1, 10), random -> new double[] {random.nextInt(41) - 20})),
                binary("atan2", Real::atan2, Reference::atan2, 0.51, pair(unit, unit), pair(near(1000), near(1000))),
                binary("hypot", Real::hypot, Reference::hypot, 0.51, pair(unit, unit), pair(near(900), near(900))),
                binary("hypot, subnormal", Real::hypot, Reference::hypot, 1, pair(near(-1060), near(-1060))),
                binary("atan2, subnormal", Real::atan2, Reference::atan2, 1, pair(near(-1060), near(-1060))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void function_onItsWholeDomain_staysWithinItsDocumentedError(Case c) {
        Random random = new Random(SEED);
        double worst = 0;
        String where = "";
        for (int i = 0; i < POINTS; i++) {
            double[] x = c.points().get(i % c.points().size()).apply(random);
            double result = c.function().apply(x);
            BigDecimal[] exact = DoubleStream.of(x).mapToObj(BigDecimal::new).toArray(BigDecimal[]::new);
            double error = Reference.ulps(result, c.reference().apply(exact));
            if (error > worst) {
                worst = error;
                where = Arrays.toString(x) + " gave " + result;
            }
        }
        String found = c.name() + ": " + worst + " ulp at " + where + ", seed " + SEED;
        if (LONG) {
            System.out.println(found);
        }
        assertTrue(worst <= c.bound(), found);
    }

    private static Case unary(
            String name, DoubleUnaryOperator f, UnaryOperator<BigDecimal> reference, double bound, Points... points) {
        return new Case(name, x -> f.applyAsDouble(x[0]), x -> reference.apply(x[0]), bound, List.of(points));
    }

    private static Case binary(
            String name, DoubleBinaryOperator f, BinaryOperator<BigDecimal> reference, double bound, Points... points) {
        return new Case(
                name, x -> f.applyAsDouble(x[0], x[1]), x -> reference.apply(x[0], x[1]), bound, List.of(points));
    }

    private static Points uniform(double least, double greatest) {
        return random -> new double[] {least + (greatest - least) * random.nextDouble()};
    }

    /** Of either sign, magnitudes from 2<sup>least</sup> to below 2<sup>limit</sup>, each binade as likely. */
    private static Points logarithmic(int least, int limit) {
        return random -> {
            int exponent = least + random.nextInt(limit - least);
            return new double[] {signed(random, Math.scalb(1 + random.nextDouble(), exponent))};
        };
    }

    private static Points near(int exponent) {
        return logarithmic(exponent - 12, exponent + 12);
    }

    private static Points positive(Points points) {
        return random -> new double[] {Math.abs(points.apply(random)[0])};
    }

    /** Within 1, near its ends. */
    private static double[] complement(Random random) {
        return new double[] {signed(random, 1 - Math.scalb(1 + random.nextDouble(), -2 - random.nextInt(52)))};
    }

    private static Points pair(Points first, Points second) {
        return random -> new double[] {first.apply(random)[0], second.apply(random)[0]};
    }

    private static double signed(Random random, double magnitude) {
        return random.nextBoolean() ? magnitude : -magnitude;
    }
}
