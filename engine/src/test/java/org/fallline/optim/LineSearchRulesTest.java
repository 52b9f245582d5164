package org.fallline.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fallline.problem.ProblemSpec;
import org.fallline.test.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that look at the loss again: their published formulas, and the theorems about them. */
class LineSearchRulesTest {
    private static final LineSearch WOLFE = new LineSearch(1e-4, 0.9);

    /** As near to an exact search as rounding allows. */
    private static final LineSearch EXACT = new LineSearch(1e-4, 1e-10);

    private static Objective function(String formula) {
        return new ProblemSpec.Function("", formula, Map.of()).problem().objective();
    }

    private static void take(Optimizer rule, int t, double[] w, double[] state, Objective objective) {
        double[] gradient = new double[w.length];
        objective.valueAndGradient(w, gradient, 0);
        double[] given = gradient.clone();
        rule.step(t, rule.learningRate(), w, gradient, state, objective);
        assertArrayEquals(given, gradient, "the gradient is not modified");
    }

    /** The largest element of the gradient after some steps. */
    private static double slopeAfter(int steps, Optimizer rule, double[] w, Objective objective) {
        double[] state = rule.initialState(w.length);
        for (int t = 1; t <= steps; t++) {
            take(rule, t, w, state, objective);
        }
        double[] gradient = new double[w.length];
        objective.valueAndGradient(w, gradient, 0);
        double largest = 0;
        for (double g : gradient) {
            largest = Math.max(largest, Math.abs(g));
        }
        return largest;
    }

    @Test
    void backtracking_threeTimes_followsArmijo() {
        // Of f(w) = 2w² from 1: f(w − α·4w) ≤ 2w² − c₁·α·16w², the largest α = 2⁻ᵏ. Nocedal & Wright 2006, Algorithm
        // 3.1.
        BigDecimal w = BigDecimal.ONE;
        double[] found = {1};
        Backtracking rule = new Backtracking(1, 0.3, 0.5);
        double[] state = rule.initialState(1);
        Objective f = function("2 w^2");
        for (int t = 1; t <= 3; t++) {
            BigDecimal two = new BigDecimal(2);
            BigDecimal g = two.multiply(two).multiply(w);
            BigDecimal length = BigDecimal.ONE;
            BigDecimal promised = new BigDecimal("0.3").multiply(g.pow(2));
            while (two.multiply(w.subtract(length.multiply(g)).pow(2))
                            .compareTo(two.multiply(w.pow(2)).subtract(length.multiply(promised)))
                    > 0) {
                length = length.divide(two);
            }
            w = w.subtract(length.multiply(g));
            take(rule, t, found, state, f);
            assertEquals(w.doubleValue(), found[0], 1e-15, "step " + t);
            assertEquals(length.doubleValue(), state[1], "the step length is remembered");
        }
    }

    @ParameterizedTest
    @CsvSource({"bfgs", "lbfgs"})
    void quasiNewton_threeTimesInOneDimension_isTheSecantMethod(String name) {
        // In one dimension H = s/y whatever it was (Nocedal & Wright 2006, equation 6.6), so w ← w − 0.5·g·s/y. Of
        // f(w) = w⁴/4 from 1; every first length is accepted.
        Optimizer rule = name.equals("bfgs") ? new Bfgs(0.5, WOLFE) : new Lbfgs(0.5, 5, WOLFE);
        double[] found = {1};
        double[] state = rule.initialState(1);
        Objective f = function("w^4/4");
        BigDecimal w = BigDecimal.ONE;
        BigDecimal inverse = BigDecimal.ONE;
        for (int t = 1; t <= 3; t++) {
            BigDecimal g = w.pow(3);
            BigDecimal move = inverse.multiply(g).multiply(new BigDecimal("-0.5"));
            w = w.add(move);
            inverse = move.divide(w.pow(3).subtract(g), PublishedRules.DIGITS);
            take(rule, t, found, state, f);
            assertEquals(w.doubleValue(), found[0], 1e-14, "step " + t);
        }
    }

    @Test
    void newton_threeTimes_takesTheStepsOfTheFormula() {
        // Of f(w) = w⁴ from 1: −f′/f″ = −w/3, so w ← ⅔·w. Nocedal & Wright 2006, equation 2.14.
        Newton rule = new Newton(1, 1e-3);
        double[] found = {1};
        double[] state = rule.initialState(1);
        for (int t = 1; t <= 3; t++) {
            take(rule, t, found, state, function("w^4"));
            BigDecimal exact = new BigDecimal(2).pow(t).divide(new BigDecimal(3).pow(t), PublishedRules.DIGITS);
            assertEquals(exact.doubleValue(), found[0], 1e-15, "step " + t);
        }
    }

    @Test
    void newton_hessianThatIsNotPositiveDefinite_isDampedByTheFirstTauThatHelps() {
        // At (1, 1) of x² − y² + y⁴/20: H = diag(2, −1.4), so δ = 0.1·2 and τ = 0.2 + 1.4. Nocedal & Wright 2006,
        // Algorithm
        // 3.3. Then d = −(2/3.6, −1.8/0.2).
        Newton rule = new Newton(1, 0.1);
        double[] w = {1, 1};
        double[] state = rule.initialState(2);
        take(rule, 1, w, state, function("x^2 - y^2 + y^4/20"));
        int direction = 8;
        assertEquals(1.6, state[direction + LineSearch.size(2)], 1e-12, "damping");
        assertEquals(-2 / 3.6, state[direction], 1e-12);
        assertEquals(1.8 / 0.2, state[direction + 1], 1e-9);
        assertTrue(w[1] > 1, "away from the saddle, where plain Newton would go to it");
    }

    @Test
    void newton_ofAQuadratic_needsOneStep() {
        Cases.forEachSeed(100, random -> {
            int n = 1 + random.nextInt(8);
            double[] w = random.doubles(n, -3, 3).toArray();
            double slope = slopeAfter(1, new Newton(1, 1e-3), w, Quadratic.of(random, n));
            assertTrue(slope < 1e-12, "is left with the slope " + slope);
        });
    }

    @Test
    void conjugateGradient_ofAQuadratic_followsHestenesAndStiefel() {
        // The linear method: α = r·r/(d·A·d), β = r₊·r₊/(r·r). Hestenes & Stiefel 1952; Nocedal & Wright 2006,
        // Algorithm 5.2.
        Cases.forEachSeed(50, random -> {
            int n = 2 + random.nextInt(4);
            Quadratic f = Quadratic.of(random, n);
            double[] w = random.doubles(n, -3, 3).toArray();
            double[] exact = w.clone();
            double[] d = new double[n];
            double squareBefore = Double.POSITIVE_INFINITY;
            ConjugateGradient rule = new ConjugateGradient(1, EXACT);
            double[] state = rule.initialState(n);
            for (int t = 1; t <= n; t++) {
                double[] g = f.gradient(exact);
                double square = Quadratic.dot(g, g);
                for (int i = 0; i < n; i++) {
                    d[i] = square / squareBefore * d[i] - g[i];
                }
                squareBefore = square;
                double length = square / Quadratic.dot(d, f.times(d));
                for (int i = 0; i < n; i++) {
                    exact[i] += length * d[i];
                }
                take(rule, t, w, state, f);
                assertArrayEquals(exact, w, 1e-7, "step " + t);
            }
            for (double g : f.gradient(w)) {
                assertEquals(0, g, 1e-6, "n steps are enough");
            }
        });
    }

    @Test
    void bfgs_ofAQuadratic_learnsTheInverseHessian() {
        // With exact searches H = A⁻¹ after n steps: Nocedal & Wright 2006, theorem 6.4.
        Cases.forEachSeed(50, random -> {
            int n = 2 + random.nextInt(3);
            Quadratic f = Quadratic.of(random, n);
            double[] w = random.doubles(n, 2, 3).toArray();
            Bfgs rule = new Bfgs(1, EXACT);
            double[] state = rule.initialState(n);
            for (int t = 1; t <= n; t++) {
                take(rule, t, w, state, f);
            }
            double[] column = new double[n];
            for (int k = 0; k < n; k++) {
                for (int i = 0; i < n; i++) {
                    column[i] = state[i * n + k];
                }
                double[] product = f.times(column);
                for (int i = 0; i < n; i++) {
                    assertEquals(i == k ? 1 : 0, product[i], 1e-5, "A·H");
                }
            }
        });
    }

    @Test
    void bfgs_afterAStepOfRateZero_goesAsFromItsStart() {
        // What a warm-up begins with. The scale of the first inverse Hessian belongs to the first update, not to step
        // 1.
        Cases.forEachSeed(20, random -> {
            int n = 2 + random.nextInt(3);
            Quadratic f = Quadratic.of(random, n);
            double[] prompt = random.doubles(n, 2, 3).toArray();
            double[] late = prompt.clone();
            Bfgs rule = new Bfgs(1, WOLFE);
            double[] state = rule.initialState(n);
            double[] lateState = rule.initialState(n);
            rule.step(1, 0, late, f.gradient(late), lateState, f);
            for (int t = 1; t <= 3; t++) {
                take(rule, t, prompt, state, f);
                take(rule, t + 1, late, lateState, f);
                assertArrayEquals(prompt, late);
            }
        });
    }

    @Test
    void lbfgs_memoryThatHoldsAll_goesWithBfgs() {
        // From the same H₀ they are the same method (Nocedal & Wright 2006, section 7.2); H₀ is the same for two steps,
        // and on
        // a quadratic with exact searches every step is (theorem 6.4 again).
        Cases.forEachSeed(50, random -> {
            int n = 2 + random.nextInt(3);
            Quadratic f = Quadratic.of(random, n);
            double[] start = random.doubles(n, -3, 3).toArray();
            for (LineSearch search : List.of(WOLFE, EXACT)) {
                Bfgs bfgs = new Bfgs(1, search);
                Lbfgs lbfgs = new Lbfgs(1, n, search);
                double[] w = start.clone();
                double[] limited = start.clone();
                double[] state = bfgs.initialState(n);
                double[] limitedState = lbfgs.initialState(n);
                for (int t = 1; t <= (search.equals(EXACT) ? n : 2); t++) {
                    take(bfgs, t, w, state, f);
                    take(lbfgs, t, limited, limitedState, f);
                    assertArrayEquals(w, limited, search.equals(EXACT) ? 1e-6 : 1e-12, "step " + t);
                }
            }
        });
    }

    static Stream<Optimizer> searching() {
        return Stream.of(
                new Backtracking(1, 1e-4, 0.5),
                new ConjugateGradient(1, new LineSearch(1e-4, 0.1)),
                new Bfgs(1, WOLFE),
                new Lbfgs(1, 10, WOLFE),
                new Newton(1, 1e-3));
    }

    @ParameterizedTest
    @MethodSource("searching")
    void step_anywhere_neverGoesUp(Optimizer rule) {
        Objective f = function("sin(3 x) + cos(2 y) x + log(1 + x^2 + y^2) + abs(x - y) + 0.1 x^2");
        Cases.forEachSeed(50, random -> {
            double[] w = random.doubles(2, -4, 4).toArray();
            double[] state = rule.initialState(2);
            double before = f.value(w);
            for (int t = 1; t <= 20; t++) {
                take(rule, t, w, state, f);
                double after = f.value(w);
                assertTrue(after <= before, () -> rule + " goes up");
                before = after;
            }
        });
    }

    @ParameterizedTest
    @MethodSource("searching")
    void step_whereTheLossIsNotANumberNearby_staysWhereItIs(Optimizer rule) {
        // From 1e-3 a long step leads to negative x, where the logarithm is no number.
        Objective f = function("x log(x) - x");
        double[] w = {1e-3};
        double slope = slopeAfter(60, rule, w, f);
        assertEquals(1, w[0], 1e-4, rule + " is left with the slope " + slope);
    }

    @ParameterizedTest
    @CsvSource({
        // steps that bring the largest slope from (−1.2, 1) below 1e-6: the published order of the methods
        "newton, 25",
        "bfgs, 45",
        "lbfgs, 45",
        "conjugateGradient, 60"
    })
    void rosenbrock_fromItsStart_isSolvedInSoManySteps(String name, int steps) {
        Optimizer rule = Optimizers.CATALOGUE.require(name).make();
        double[] w = {-1.2, 1};
        double slope = slopeAfter(
                steps,
                rule,
                w,
                new ProblemSpec.Function("rosenbrock", "", Map.of()).problem().objective());
        assertTrue(slope < 1e-6, "is left with the slope " + slope);
        assertArrayEquals(new double[] {1, 1}, w, 1e-6);
    }

    @Test
    void cholesky_ofAPositiveDefiniteMatrix_solvesAndOthersAreRefused() {
        Cases.forEachSeed(100, random -> {
            int n = 1 + random.nextInt(6);
            double[][] a = Quadratic.of(random, n).matrix();
            double[] solution = random.doubles(n, -1, 1).toArray();
            double[] memory = new double[2 * n * n + n];
            for (int i = 0; i < n; i++) {
                System.arraycopy(a[i], 0, memory, i * n, n);
                memory[2 * n * n + i] = Quadratic.dot(a[i], solution);
            }
            assertTrue(Cholesky.factorise(memory, 0, n * n, n, 0));
            Cholesky.solve(memory, n * n, 2 * n * n, n);
            for (int i = 0; i < n; i++) {
                assertEquals(solution[i], memory[2 * n * n + i], 1e-12);
            }
            // A − λ·I is indefinite where λ is above an eigenvalue, and one of them is at most the mean of the
            // diagonal.
            double trace = 0;
            for (int i = 0; i < n; i++) {
                trace += a[i][i];
            }
            assertTrue(!Cholesky.factorise(memory, 0, n * n, n, -trace / n - 1e-9));
        });
        assertTrue(!Cholesky.factorise(new double[] {Double.NaN, 0}, 0, 1, 1, 0));
    }
}
