package org.fallline.web.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fallline.catalogue.Choice;
import org.fallline.data.Datasets;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.OptimizerSpec;
import org.fallline.nn.Dense;
import org.fallline.nn.Losses;
import org.fallline.problem.Columns;
import org.fallline.problem.ExamplesSpec;
import org.fallline.problem.Formula;
import org.fallline.problem.FormulaException;
import org.fallline.problem.Interval;
import org.fallline.problem.Problem;
import org.fallline.problem.ProblemSpec;
import org.fallline.survey.Slice;
import org.fallline.tensor.Tensor;
import org.fallline.web.words.Phrase;
import org.fallline.web.words.Words;

/** Choosing what to descend, and from where. */
public final class ProblemIntents {
    /** The chapter's model: small enough to be worked by hand. */
    public static final ProblemSpec TINY = new ProblemSpec.Linear(
            Tensor.matrix(new double[][] {{1, 2}}),
            Tensor.matrix(new double[][] {{1}}),
            Tensor.matrix(new double[][] {{0.1}, {0.2}}),
            Tensor.vector(0.3));

    /** TensorFlow Playground's first network: a circle told apart by four and two units. */
    public static final ProblemSpec.Network CIRCLE = new ProblemSpec.Network(
            new ExamplesSpec(
                    new ExamplesSpec.Generated(Choice.of(Datasets.CATALOGUE, "circle"), ExamplesSpec.DEFAULT_SIZE),
                    0,
                    0),
            List.of(),
            List.of(Dense.of(4, "tanh"), Dense.of(2, "tanh"), Dense.of(1, "tanh")),
            Choice.of(Losses.CATALOGUE, "meanSquaredError"),
            0);

    private static final int FUNCTION_STEPS = 200;
    private static final int TINY_STEPS = 100;

    private ProblemIntents() {}

    /** Descends a problem of the menu, with learning rates that suit it. */
    public static Intent choose(ProblemSpec spec) {
        return new Intent(
                Phrase.of("intent.problem"),
                state -> state.with(suited(state.experiment(), spec))
                        .withDraft(Draft.right(state.draft().text())));
    }

    /** Descends what was typed, or says what is wrong with it and goes on with what there was. */
    public static Intent type(String formula) {
        return new Intent(Phrase.of("intent.formula"), state -> {
            try {
                if (formula.isBlank()) {
                    return state.withDraft(new Draft(formula, Words.say("error.blankFormula"), 0));
                }
                return state.with(typed(state.experiment(), formula)).withDraft(Draft.right(formula));
            } catch (FormulaException e) {
                return state.withDraft(new Draft(formula, String.valueOf(e.getMessage()), e.position()));
            } catch (IllegalArgumentException e) {
                return state.withDraft(new Draft(formula, String.valueOf(e.getMessage()), -1));
            }
        });
    }

    /** Starts elsewhere in the slice that is shown. */
    public static Intent startAt(Slice slice, double u, double v) {
        return new Intent(Phrase.of("intent.startHere"), state -> {
            double[] params = new double[slice.dimension()];
            slice.point(u, v, params);
            List<Double> start = new ArrayList<>();
            for (double param : params) {
                start.add(param);
            }
            return state.with(state.experiment().withStart(start));
        });
    }

    /** Starts at other parameters. */
    public static Intent startAt(List<Double> start) {
        return new Intent(
                Phrase.of("intent.startElsewhere"),
                state -> state.with(state.experiment().withStart(start)));
    }

    /** Starts with another value of one parameter. */
    public static Intent startWith(int parameter, double value) {
        return new Intent(Phrase.of("intent.start"), state -> {
            List<Double> start = new ArrayList<>(state.experiment().start());
            start.set(parameter, value);
            return state.with(state.experiment().withStart(start));
        });
    }

    /** Another formula of the same variables changes nothing else: the visitor is still typing. Its data stays in any case. */
    private static Experiment typed(Experiment experiment, String formula) {
        if (experiment.problem() instanceof ProblemSpec.Function before
                && !before.formula().isEmpty()) {
            Columns data = before.data();
            boolean sameVariables = Formula.parse(formula, data)
                    .variables()
                    .equals(Formula.parse(before.formula(), data).variables());
            Map<String, Interval> domain = sameVariables ? before.domain() : Map.of();
            ProblemSpec spec = new ProblemSpec.Function("", formula, data, domain);
            return sameVariables ? experiment.withProblem(spec) : suited(experiment, spec);
        }
        return suited(experiment, new ProblemSpec.Function("", formula, Map.of()));
    }

    /** The title stays, time goes back to the start, and each optimizer gets a learning rate that suits the problem. */
    private static Experiment suited(Experiment experiment, ProblemSpec spec) {
        Problem problem = spec.problem(experiment.seed());
        int steps = spec.equals(TINY) ? TINY_STEPS : FUNCTION_STEPS;
        Experiment changed = new Experiment(
                experiment.title(),
                experiment.notes(),
                experiment.seed(),
                spec,
                problem.start(),
                steps,
                experiment.optimizers(),
                experiment.view().ofAnother(Cuts.first(spec, steps)));
        List<OptimizerSpec> optimizers = new ArrayList<>();
        for (OptimizerSpec optimizer : experiment.optimizers()) {
            optimizers.add(OptimizerIntents.suited(optimizer, changed));
        }
        return changed.withOptimizers(optimizers);
    }
}
