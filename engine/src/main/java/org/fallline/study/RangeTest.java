package org.fallline.study;

import org.fallline.experiment.Experiment;
import org.fallline.experiment.OptimizerSpec;
import org.fallline.experiment.Walker;
import org.fallline.math.Real;
import org.fallline.optim.Descent;

/**
 * The learning-rate range test: one descent whose learning rate grows at every step by the same factor, from so little that
 * nothing happens to so much that the loss goes up.
 *
 * <p>Source: L. N. Smith, <i>Cyclical Learning Rates for Training Neural Networks</i>, WACV 2017, arXiv:1506.01186, section 3.3,
 * with the rate growing exponentially instead of linearly, as usual since. The loss is that of all training examples, so it
 * needs no smoothing.
 */
public final class RangeTest implements Study {
    /** Rates tried: ten a decade. */
    static final int RATES = 91;

    static final double LEAST = 1e-7;
    static final double MOST = 1e2;

    /** The loss may be so many times as far above the start as the best is below it before the test ends. */
    private static final double ENOUGH = 4;

    private static final int PIECE = 2;

    private final Walker walker;
    private final double[] losses = new double[RATES];
    private final double start;
    private double best;
    private int done;
    private boolean isOver;

    /** The test of an optimizer of an experiment: its rule with all that goes round it but its schedule. */
    public RangeTest(Experiment experiment, int optimizer) {
        OptimizerSpec spec = experiment.optimizers().get(optimizer).unchanging();
        Descent own = spec.descent();
        Descent rising = new Descent(
                own.rule(),
                own.clipping(),
                own.weightDecay(),
                own.emaMomentum(),
                (step, base, loss, state, from) -> rate(step));
        double[] start =
                experiment.start().stream().mapToDouble(Double::doubleValue).toArray();
        this.walker = new Walker(experiment.problem().problem(experiment.seed()).objective(), rising, start);
        this.best = walker.loss();
        this.start = walker.loss();
    }

    /** The rate of a step. */
    static double rate(int step) {
        return LEAST * Real.pow(MOST / LEAST, (double) step / (RATES - 1));
    }

    @Override
    public boolean advance() {
        for (int i = 0; i < PIECE && !isOver; i++) {
            walker.advance();
            double loss = walker.loss();
            losses[done++] = Real.isFinite(loss) ? loss : Double.POSITIVE_INFINITY;
            best = loss < best ? loss : best;
            double above = Real.max(start - best, Math.abs(start) * 0.25);
            isOver = done == RATES || walker.ending() != null || !(loss <= start + ENOUGH * above);
        }
        return !isOver;
    }

    @Override
    public double progress() {
        return isOver ? 1 : (double) done / RATES;
    }

    /** The loss at the start, then after the step with each rate tried so far. */
    @Override
    public double[] numbers() {
        double[] numbers = new double[done + 1];
        numbers[0] = start;
        System.arraycopy(losses, 0, numbers, 1, done);
        return numbers;
    }
}
