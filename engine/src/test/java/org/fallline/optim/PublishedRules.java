package org.fallline.optim;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.junit.jupiter.params.provider.Arguments;

/** Update rules of one parameter as they were published, worked in decimal arithmetic of 40 digits. */
final class PublishedRules {
    static final MathContext DIGITS = new MathContext(40);

    private PublishedRules() {}

    /** One parameter under a published rule: the next parameter for the number of the step and the gradient. */
    interface Published {
        BigDecimal step(int t, BigDecimal w, BigDecimal g);
    }

    /** Rules, each with the optimizer that it describes. */
    static List<Arguments> all() {
        return List.of(
                Arguments.of(new Sgd(0.1, 0, false), new PlainSgd()),
                Arguments.of(new Sgd(0.1, 0, true), new PlainSgd()),
                Arguments.of(new Sgd(0.1, 0.9, false), new MomentumSgd()),
                Arguments.of(new Sgd(0.1, 0.9, true), new NesterovSgd()),
                Arguments.of(new Adagrad(0.1, 0.1, 1e-7), new KerasAdagrad()),
                Arguments.of(new RmsProp(0.1, 0.9, 0, 1e-7, false), new HintonRmsProp()),
                Arguments.of(new RmsProp(0.1, 0.9, 0.8, 1e-7, true), new GravesRmsProp()),
                Arguments.of(new Adadelta(1, 0.95, 1e-7), new ZeilerAdadelta()),
                Arguments.of(new Adam(0.1, 0.9, 0.999, 1e-7), new KingmaBaAdam(false, "0")),
                Arguments.of(new Adam(0.1, 0.9, 0.999, 1e-7, true), new KingmaBaAdam(true, "0")),
                Arguments.of(new AdamW(0.1, 0.004, 0.9, 0.999, 1e-7, false), new KingmaBaAdam(false, "0.004")),
                Arguments.of(new Adamax(0.1, 0.9, 0.999, 1e-7), new KingmaBaAdamax()),
                Arguments.of(new Nadam(0.1, 0.9, 0.999, 1e-7), new KerasNadam()),
                Arguments.of(new Lion(0.1, 0.9, 0.99), new ChenLion()),
                Arguments.of(new Ftrl(0.1, -0.5, 0.1, 0.5, 0.25, 0.125, 1), new KerasFtrl()));
    }

    static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    private static BigDecimal complement(BigDecimal x) {
        return BigDecimal.ONE.subtract(x);
    }

    private static BigDecimal root(BigDecimal x) {
        return x.sqrt(DIGITS);
    }

    private static BigDecimal over(BigDecimal x, BigDecimal y) {
        return x.divide(y, DIGITS);
    }

    /** {@code share·old + (1 − share)·seen}. */
    private static BigDecimal mean(String share, BigDecimal old, BigDecimal seen) {
        return number(share).multiply(old).add(complement(number(share)).multiply(seen));
    }

    private static BigDecimal scaled(String factor, BigDecimal x) {
        return number(factor).multiply(x);
    }

    /** Keras 3 API reference, SGD: {@code w = w - learning_rate * g}. */
    private static final class PlainSgd implements Published {
        @Override
        public BigDecimal step(int t, BigDecimal w, BigDecimal g) {
            return w.subtract(scaled("0.1", g));
        }
    }

    /** Keras 3 API reference, SGD: {@code velocity = momentum * velocity - learning_rate * g; w = w + velocity}. */
    private static final class MomentumSgd implements Published {
        private BigDecimal v = BigDecimal.ZERO;

        @Override
        public BigDecimal step(int t, BigDecimal w, BigDecimal g) {
            v = scaled("0.9", v).subtract(scaled("0.1", g));
            return w.add(v);
        }
    }

    /** Keras 3 API reference, SGD with nesterov: {@code w = w + momentum * velocity - learning_rate * g}. */
    private static final class NesterovSgd implements Published {
        private BigDecimal v = BigDecimal.ZERO;

        @Override
        public BigDecimal step(int t, BigDecimal w, BigDecimal g) {
            v = scaled("0.9", v).subtract(scaled("0.1", g));
            return w.add(scaled("0.9", v)).subtract(scaled("0.1", g));
        }
    }

    /** Duchi et al. 2011, figure 1, from Keras's initial accumulator 0.1, with Keras's epsilon in the root. */
    private static final class KerasAdagrad implements Published {
        private BigDecimal sum = number("0.1");

        @Override
        public BigDecimal step(int t, BigDecimal w, BigDecimal g) {
            sum = sum.add(g.pow(2));
            return w.subtract(over(scaled("0.1", g), root(sum.add(number("1e-7")))));
        }
    }

    /** Hinton's lecture 6e: the mean square is 0.9 of the old and 0.1 of the squared gradient; epsilon in the root as in Keras. */
    private static final class HintonRmsProp implements Published {
        private BigDecimal square = BigDecimal.ZERO;

        @Override
        public BigDecimal step(int t, BigDecimal w, BigDecimal g) {
            square = mean("0.9", square, g.pow(2));
            return w.subtract(over(scaled("0.1", g), root(square.add(number("1e-7")))));
        }
    }

    /** Graves 2013, equations 38 to 45, in Keras's form: {@code momentum = 0.8 * momentum + increment; w = w - momentum}. */
    private static final class GravesRmsProp implements Published {
        private BigDecimal square = BigDecimal.ZERO;
        private BigDecimal center = BigDecimal.ZERO;
        private BigDecimal velocity = BigDecimal.ZERO;

        @Override
        public BigDecimal step(int t, BigDecimal w, BigDecimal g) {
            square = mean("0.9", square, g.pow(2));
            center = mean("0.9", center, g);
            BigDecimal spread = square.subtract(center.pow(2)).add(number("1e-7"));
            velocity = scaled("0.8", velocity).add(over(scaled("0.1", g), root(spread)));
            return w.subtract(velocity);
        }
    }

    /** Zeiler 2012, Algorithm 1: the step is −RMS[Δx]ₜ₋₁ / RMS[g]ₜ · gₜ, RMS[x] = √(E[x²] + ε). */
    private static final class ZeilerAdadelta implements Published {
        private BigDecimal square = BigDecimal.ZERO;
        private BigDecimal squareStep = BigDecimal.ZERO;

        @Override
        public BigDecimal step(int t, BigDecimal w, BigDecimal g) {
            BigDecimal epsilon = number("1e-7");
            square = mean("0.95", square, g.pow(2));
            BigDecimal step = over(root(squareStep.add(epsilon)), root(square.add(epsilon)))
                    .multiply(g)
                    .negate();
            squareStep = mean("0.95", squareStep, step.pow(2));
            return w.add(step);
        }
    }

    /**
     * Kingma & Ba 2015, Algorithm 1, with section 2's remark: ε̂ = ε·√(1 − β₂ᵗ) is what stands beside √v. With amsgrad the
     * largest v, as in Keras: {@code v_hat = max(v_hat, v)}. The decay before it: Keras's {@code w = w - w * decay * rate}.
     */
    private static final class KingmaBaAdam implements Published {
        private final boolean amsgrad;
        private final String decay;
        private BigDecimal m = BigDecimal.ZERO;
        private BigDecimal v = BigDecimal.ZERO;
        private BigDecimal largest = BigDecimal.ZERO;

        KingmaBaAdam(boolean amsgrad, String decay) {
            this.amsgrad = amsgrad;
            this.decay = decay;
        }

        @Override
        public BigDecimal step(int t, BigDecimal w, BigDecimal g) {
            m = mean("0.9", m, g);
            v = mean("0.999", v, g.pow(2));
            largest = amsgrad ? largest.max(v) : v;
            BigDecimal correction = complement(number("0.999").pow(t));
            BigDecimal mHat = over(m, complement(number("0.9").pow(t)));
            BigDecimal epsilon = over(number("1e-7"), root(correction));
            BigDecimal below = root(over(largest, correction)).add(epsilon);
            BigDecimal kept = w.subtract(scaled(decay, scaled("0.1", w)));
            return kept.subtract(over(scaled("0.1", mHat), below));
        }
    }

    /** Kingma & Ba 2015, Algorithm 2; Keras adds epsilon to u. */
    private static final class KingmaBaAdamax implements Published {
        private BigDecimal m = BigDecimal.ZERO;
        private BigDecimal u = BigDecimal.ZERO;

        @Override
        public BigDecimal step(int t, BigDecimal w, BigDecimal g) {
            m = mean("0.9", m, g);
            u = scaled("0.999", u).max(g.abs());
            BigDecimal below = complement(number("0.9").pow(t)).multiply(u.add(number("1e-7")));
            return w.subtract(over(scaled("0.1", m), below));
        }
    }

    /** Dozat 2016, Algorithm 2, with Keras 3's momentum {@code u_t = beta_1 * (1 - 0.5 * 0.96 ** t)}. */
    private static final class KerasNadam implements Published {
        private BigDecimal m = BigDecimal.ZERO;
        private BigDecimal v = BigDecimal.ZERO;
        private BigDecimal product = BigDecimal.ONE;

        private static BigDecimal momentum(int t) {
            return scaled("0.9", complement(scaled("0.5", number("0.96").pow(t))));
        }

        @Override
        public BigDecimal step(int t, BigDecimal w, BigDecimal g) {
            product = product.multiply(momentum(t));
            m = mean("0.9", m, g);
            v = mean("0.999", v, g.pow(2));
            BigDecimal next = momentum(t + 1);
            BigDecimal mHat = over(next.multiply(m), complement(product.multiply(next)))
                    .add(over(complement(momentum(t)).multiply(g), complement(product)));
            BigDecimal vHat = over(v, complement(number("0.999").pow(t)));
            return w.subtract(over(scaled("0.1", mHat), root(vHat).add(number("1e-7"))));
        }
    }

    /** Chen et al. 2023, Program 1: {@code update = sign(0.9 m + 0.1 g); m = 0.99 m + 0.01 g}. */
    private static final class ChenLion implements Published {
        private BigDecimal m = BigDecimal.ZERO;

        @Override
        public BigDecimal step(int t, BigDecimal w, BigDecimal g) {
            BigDecimal sign = BigDecimal.valueOf(mean("0.9", m, g).signum());
            m = mean("0.99", m, g);
            return w.subtract(scaled("0.1", sign));
        }
    }

    /**
     * McMahan et al. 2013, Algorithm 1, in the form of Keras 3's API reference, with l1 0.5, l2 0.25, shrinkage 0.125, beta
     * 1: {@code w = (sgn(z) * l1 - z) / ((beta + sqrt(n)) / lr + 2 * l2)}, and 0 where |z| is below l1.
     */
    private static final class KerasFtrl implements Published {
        private BigDecimal n = number("0.1");
        private BigDecimal z = BigDecimal.ZERO;

        @Override
        public BigDecimal step(int t, BigDecimal w, BigDecimal g) {
            BigDecimal before = n;
            n = n.add(g.pow(2));
            BigDecimal sigma = over(root(n).subtract(root(before)), number("0.1"));
            z = z.add(g).add(scaled("0.25", w)).subtract(sigma.multiply(w));
            if (z.abs().compareTo(number("0.5")) < 0) {
                return BigDecimal.ZERO;
            }
            BigDecimal above = scaled("0.5", BigDecimal.valueOf(z.signum())).subtract(z);
            return over(above, over(BigDecimal.ONE.add(root(n)), number("0.1")).add(number("0.5")));
        }
    }
}
