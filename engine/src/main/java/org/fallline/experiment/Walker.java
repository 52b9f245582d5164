package org.fallline.experiment;

import java.util.Arrays;
import java.util.List;
import org.fallline.math.Decimal;
import org.fallline.math.Real;
import org.fallline.optim.Descent;
import org.fallline.optim.Optimizer;
import org.fallline.problem.CompiledObjective;
import org.fallline.problem.HeldObjective;
import org.fallline.say.Say;
import org.jspecify.annotations.Nullable;

/** An optimizer on its way: everything that the next step depends on. */
public final class Walker {
    private final CompiledObjective objective;
    private final List<OptimizerSpec.Change> changes;
    private final @Nullable OptimizerSpec spec;
    private final double[] params;
    private final double[] gradient;
    private final double[] scratch;
    /** Null if every parameter moves. */
    private final @Nullable HeldObjective held;
    /** The parameters and derivatives that move, where not all do; else those of all. */
    private final double[] movedParams;

    private final double[] movedGradient;
    private Descent descent;
    private double[] state;
    private int changed;
    private double loss;
    private double seen;
    private int step;

    /**
     * A walker at its start.
     *
     * @param start not modified
     */
    public Walker(CompiledObjective objective, Descent descent, double[] start) {
        this(objective, descent, null, start);
    }

    private Walker(CompiledObjective objective, Descent descent, @Nullable OptimizerSpec spec, double[] start) {
        this.objective = objective;
        this.descent = descent;
        this.spec = spec;
        this.changes = spec == null ? List.of() : spec.changes();
        this.params = start.clone();
        this.gradient = new double[params.length];
        this.held = objective.problem().frozen().isEmpty() ? null : new HeldObjective(objective);
        this.movedParams = held == null ? params : new double[held.size()];
        this.movedGradient = held == null ? gradient : new double[held.size()];
        this.state = descent.initialState(movedParams.length);
        this.scratch = new double[movedParams.length];
        if (held != null) {
            held.hold(start);
            held.take(params, movedParams);
        }
        look();
    }

    /**
     * A walker at its start, whose settings change on the way as an experiment says.
     *
     * @param start not modified
     */
    public Walker(CompiledObjective objective, OptimizerSpec spec, double[] start) {
        this(objective, spec.descent(), spec, start);
    }

    /** A walker at its start whose rule has nothing round it. */
    public Walker(CompiledObjective objective, Optimizer rule, double[] start) {
        this(objective, Descent.of(rule), start);
    }

    /** Makes one step, unless the walk has ended. Allocates nothing, unless its settings change after it. */
    public void advance() {
        if (ending() == null) {
            // Walkers share an objective: another may have turned it to a step of its own, and a rule may look at it
            // again.
            objective.turnTo(step);
            step++;
            descent.step(step, seen, movedParams, movedGradient, state, scratch, held == null ? objective : held);
            if (held != null) {
                held.put(movedParams, params);
            }
            look();
            if (spec != null && changed < changes.size() && changes.get(changed).step() == step) {
                change(spec.at(step).descent());
                changed++;
            }
        }
    }

    /** Goes on by another rule, with all of its memory that this one has too. */
    private void change(Descent next) {
        state = next.goOn(descent, state, movedParams.length);
        descent = next;
    }

    /** Takes the gradient that the next step follows, and the losses. */
    private void look() {
        objective.turnTo(step);
        seen = objective.valueAndGradient(params, gradient, 0);
        if (held != null) {
            held.take(gradient, movedGradient);
            Arrays.fill(gradient, 0);
            held.put(movedGradient, gradient);
        }
        loss = objective.isSampled() ? objective.function().value(params) : seen;
    }

    /** How many steps were made. */
    public int step() {
        return step;
    }

    /** The loss where the walker stands: of all the data, whatever the next step sees of them. */
    public double loss() {
        return loss;
    }

    /** Where the walker stands; the array itself, which the next step changes. */
    public double[] params() {
        return params;
    }

    /**
     * The gradient where the walker stands, of what the next step sees of the loss, and 0 for parameters that are frozen; the array
     * itself, which the next step changes.
     */
    public double[] gradient() {
        return gradient;
    }

    /** The rule of the next step, with what goes round it. */
    public Descent descent() {
        return descent;
    }

    /** What the next step depends on beside that, by {@link Descent#slots} of the parameters that move; the array itself, which the next step changes. */
    public double[] state() {
        return state;
    }

    /** Why the walk cannot go on, in a sentence for a reader; null while it can. */
    public @Nullable String ending() {
        if (!Real.isFinite(loss)) {
            return Say.of("walk.lossBecame", "The loss became {0} at step {1}.", Decimal.text(loss), step);
        }
        for (double component : gradient) {
            if (!Real.isFinite(component)) {
                return Say.of(
                        "walk.gradientBecame", "The gradient became {0} at step {1}.", Decimal.text(component), step);
            }
        }
        for (double param : params) {
            if (!Real.isFinite(param)) {
                return Say.of("walk.parameterBecame", "A parameter became {0} at step {1}.", Decimal.text(param), step);
            }
        }
        return null;
    }
}
