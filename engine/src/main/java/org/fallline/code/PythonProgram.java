package org.fallline.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.ParameterLayout;
import org.fallline.experiment.Experiment;
import org.fallline.experiment.OptimizerSpec;
import org.fallline.nn.Dropout;
import org.fallline.nn.Layer;
import org.fallline.problem.Problem;
import org.fallline.problem.ProblemSpec;
import org.fallline.problem.Sampling;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;

/**
 * What Python programs have in common: header, start, {@code loss(params)}, what a step sees of it, {@code rate(step)}.
 *
 * <p>A step's loss is {@code loss(params)}, or {@code loss_of_step(params, *data_of_step())} where a step sees a batch or has units
 * dropped.
 */
final class PythonProgram {
    private static final String LEARNING_RATE = "learningRate";

    private final Experiment experiment;
    private final OptimizerSpec spec;
    private final Stretches stretches;
    private final Problem problem;
    private final PythonDialect dialect;
    private final Names names;
    private final List<String> words;
    private final List<String> lines = new ArrayList<>();

    PythonProgram(Experiment experiment, int optimizer, PythonDialect dialect) {
        this.experiment = experiment;
        this.spec = experiment.optimizers().get(optimizer);
        this.stretches = new Stretches(spec);
        this.problem = experiment.problem().problem(experiment.seed());
        this.dialect = dialect;
        Set<String> reserved = new TreeSet<>(PythonWords.RESERVED);
        spec.values().settings().forEach(setting -> reserved.add(PythonWords.snake(setting.name())));
        this.names = new Names(reserved);
        this.words = problem.layout().names().stream().map(names::fresh).toList();
    }

    OptimizerSpec spec() {
        return spec;
    }

    boolean isSampled() {
        return problem.sampling() != null;
    }

    Stretches stretches() {
        return stretches;
    }

    /** Whether the learning rate is another one at another step. */
    boolean isScheduled() {
        return !spec.schedule().kind().equals("constant")
                || spec.schedule().values().number("warmupSteps") > 0
                || stretches.isChanging(LEARNING_RATE);
    }

    boolean isFrozen() {
        return !problem.frozen().isEmpty();
    }

    /** The parameters that are trained. */
    String trained() {
        return isFrozen() ? "[params[i] for i in trained]" : "params";
    }

    /** A loop over the numbers of the parameters that are trained, and their clipped gradients. */
    String loopOverGradients() {
        return isFrozen()
                ? "for i, g in zip(trained, clipped([gradients[i] for i in trained], step)):"
                : "for i, g in enumerate(clipped(gradients, step)):";
    }

    /** Whether the rule stands alone, so that an optimizer of a library is all of it. */
    boolean isPlain() {
        return spec.changes().isEmpty()
                && !isScheduled()
                && spec.around().settings().stream()
                        .allMatch(setting -> spec.around().number(setting.name()) == 0);
    }

    void add(String... added) {
        lines.addAll(List.of(added));
    }

    void add(List<String> added) {
        lines.addAll(added);
    }

    /** Header, imports, parameters and losses. */
    void begin(String variable, String... imports) {
        add("# " + Header.title(experiment));
        add("# A line a step: step, loss, parameters; in double precision, with start and data as on the page.");
        if (isSampled()) {
            add("# Batches and dropped units are random: the rule is the page's, the numbers are not.");
        }
        add("import math", "");
        if (isSampled()) {
            add("import numpy as np");
        }
        add(imports);
        add("");
        double[] start =
                experiment.start().stream().mapToDouble(Double::doubleValue).toArray();
        ParameterLayout layout = problem.layout();
        add("params = [");
        for (int i = 0; i < words.size(); i++) {
            Tensor value = Tensor.of(layout.shapes().get(i), start, layout.offset(i));
            add("    " + variable.replace("$0", Literals.nested(value)) + ",  # " + words.get(i));
        }
        add("]");
        if (isFrozen()) {
            List<String> moved = new ArrayList<>();
            for (int i = 0; i < words.size(); i++) {
                if (!problem.frozen().contains(i)) {
                    moved.add(String.valueOf(i));
                }
            }
            add("trained = [" + String.join(", ", moved) + "]  # the others are frozen");
        }
        losses();
    }

    private void losses() {
        List<Node> inputs = problem.layout().inputs();
        function(
                "loss(params)",
                new LossCode(dialect, names, inputs, words, problem.loss().apply(inputs)));
        Sampling sampling = problem.sampling();
        if (sampling == null) {
            return;
        }
        ParameterLayout data = sampling.data();
        List<Node> all = new ArrayList<>(inputs);
        all.addAll(data.inputs());
        List<String> given = data.names().stream().map(names::fresh).toList();
        List<String> called = new ArrayList<>(words);
        called.addAll(given);
        LossCode code =
                new LossCode(dialect, names, all, called, sampling.loss().apply(all));
        function("loss_of_step(params, " + String.join(", ", given) + ")", code);
        feed(data);
    }

    private void function(String signature, LossCode code) {
        code.declarations().forEach(this::add);
        add("", "", "def " + signature + ":");
        add("    [" + String.join(", ", words) + "] = params");
        code.statements().forEach(statement -> add("    " + statement));
        add("    return " + code.result());
    }

    /** The examples and masks of a step. */
    private void feed(ParameterLayout data) {
        if (!(experiment.problem() instanceof ProblemSpec.Network network)) {
            throw new UnlistedException(
                    "What a step sees of this problem cannot be drawn in " + dialect.library() + ".");
        }
        List<Double> rates = new ArrayList<>();
        for (Layer layer : network.layers()) {
            if (layer instanceof Dropout dropout) {
                rates.add(dropout.rate());
            }
        }
        var learning = network.learning(experiment.seed());
        Tensor x = learning.split().train().x();
        Tensor y = learning.training().target();
        int size = data.shapes().get(0).extent(0);
        int count = x.shape().extent(0);
        add("", "");
        add("rng = np.random.default_rng(" + Integer.toUnsignedString(experiment.seed()) + ")");
        add("order = np.empty(0, dtype=int)");
        String inputs = names.fresh("inputs");
        String targets = names.fresh("targets");
        add(inputs + " = np.array(" + Literals.nested(x) + ")");
        add(targets + " = np.array(" + Literals.nested(y) + ")");
        add("", "", "def data_of_step():");
        add("    global order");
        add("    if len(order) < " + size + ":");
        add("        order = np.concatenate([order, rng.permutation(" + count + ")])");
        add("    batch, order = order[:" + size + "], order[" + size + ":]");
        add("    return [");
        add("        " + dialect.array().replace("$0", inputs + "[batch]") + ",");
        add("        " + dialect.array().replace("$0", targets + "[batch]") + ",");
        for (int i = 0; i < rates.size(); i++) {
            Shape shape = data.shapes().get(i + 2);
            String rate = Literals.finite(rates.get(i));
            String mask = "(rng.random(" + Literals.tuple(Literals.extents(shape)) + ") >= " + rate + ") / (1 - " + rate
                    + ")";
            add("        " + dialect.array().replace("$0", mask) + ",");
        }
        add("    ]");
    }

    /** The definition of {@code rate(step)}. */
    void rate() {
        add("", "");
        add(stretches.definition());
        add(Rates.lines(spec.schedule(), stretches.value(LEARNING_RATE, "step")));
    }

    /** The begin of the loop. */
    String loop() {
        return "for step in range(" + (experiment.steps() + 1) + "):";
    }

    /** The page stops there too. */
    void stopWhereNotFinite() {
        add("    if not math.isfinite(value):", "        break");
    }

    /** The expression of the loss that a step follows. */
    String seen(String whole, String sampled) {
        return isSampled() ? sampled : whole;
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }
}
