package org.fallline.web.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.fallline.autodiff.Expression;
import org.fallline.autodiff.GradientTape;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Ops;
import org.fallline.autodiff.ReversePass;
import org.fallline.autodiff.op.Constant;
import org.fallline.problem.Formula;
import org.fallline.web.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a tape writes down while a formula is computed, and what it answers: by the tape itself, with all its refusals.
 *
 * @param lines every operation in the order in which it was computed
 * @param answers what each call gave
 */
public record TapeStory(List<Line> lines, List<Answer> answers) {
    private static final String RESULT = "f";

    /**
     * An operation.
     *
     * @param name of its result
     * @param formula of the names of its operands
     * @param value its result
     * @param isRecorded whether it stands on the tape
     * @param isBackward whether it was computed on the way back, under another tape
     * @param derivative of the formula by the result, or null if no gradient came by
     */
    public record Line(
            String name,
            String formula,
            double value,
            boolean isRecorded,
            boolean isBackward,
            @Nullable Double derivative) {}

    /**
     * A call and its answer.
     *
     * @param call as one would write it
     * @param answer what it gave, or why it gave nothing
     * @param isRefusal whether it gave nothing
     */
    public record Answer(String call, String answer, boolean isRefusal) {}

    /** For what the tape is asked. */
    public enum Calls {
        ONCE,
        TWICE,
        NESTED
    }

    /** The numbers of the formula's answers as texts. */
    public interface Texts {
        String number(double value);
    }

    /**
     * The story of a formula.
     *
     * @param at values of its variables, in their order
     * @param watched the names of those that are watched
     * @param isPersistent whether the tape may be asked more than once
     */
    public static TapeStory of(
            Formula formula, double[] at, List<String> watched, boolean isPersistent, Calls calls, Texts texts) {
        Telling telling = new Telling(formula, at, watched, texts);
        if (calls == Calls.NESTED) {
            telling.nested();
        } else {
            telling.plain(isPersistent, calls == Calls.TWICE);
        }
        return new TapeStory(telling.lines, telling.answers);
    }

    /** A story while it happens. */
    private static final class Telling {
        private final Formula formula;
        private final List<String> variables;
        private final List<String> watched;
        private final Texts texts;
        private final List<Node> sources = new ArrayList<>();
        private final IdentityHashMap<Node, String> names = new IdentityHashMap<>();
        private final List<Line> lines = new ArrayList<>();
        private final List<Answer> answers = new ArrayList<>();

        Telling(Formula formula, double[] at, List<String> watched, Texts texts) {
            this.formula = formula;
            this.variables = formula.variables();
            this.watched = watched;
            this.texts = texts;
            for (int i = 0; i < variables.size(); i++) {
                Node source = Ops.constant(at[i]).named(variables.get(i));
                sources.add(source);
                names.put(source, variables.get(i));
            }
        }

        private Node compute(GradientTape tape) {
            for (int i = 0; i < sources.size(); i++) {
                if (watched.contains(variables.get(i))) {
                    tape.watch(sources.get(i));
                }
            }
            return formula.apply(sources);
        }

        void plain(boolean isPersistent, boolean isTwice) {
            try (GradientTape tape = isPersistent ? GradientTape.persistent() : new GradientTape()) {
                Node result = compute(tape);
                List<Node> log = tape.log();
                ReversePass pass = tape.gradients(result, sources);
                tell(operations(result), log, List.of(), result, pass);
                answers.add(new Answer(
                        "tape.gradient(f, [" + String.join(", ", variables) + "])", derivatives(pass), false));
                if (isTwice) {
                    String call = "tape.gradient(f, " + variables.get(0) + ")";
                    try {
                        Node again = tape.gradient(result, sources.get(0));
                        answers.add(new Answer(call, derivative(variables.get(0), again), false));
                    } catch (IllegalStateException e) {
                        answers.add(new Answer(call, String.valueOf(e.getMessage()), true));
                    }
                }
            }
        }

        void nested() {
            String first = variables.get(0);
            try (GradientTape outer = new GradientTape()) {
                outer.watch(sources.get(0));
                Node result;
                Node slope;
                try (GradientTape inner = new GradientTape()) {
                    result = compute(inner);
                    slope = inner.gradient(result, sources.get(0));
                }
                List<Node> log = outer.log();
                answers.add(new Answer("inner.gradient(f, " + first + ")", derivative(first, slope), false));
                if (slope == null) {
                    tell(operations(result), log, List.of(), result, null);
                    return;
                }
                List<Node> forward = operations(result);
                List<Node> backward = new ArrayList<>();
                for (Node node : operations(slope)) {
                    if (!forward.contains(node)) {
                        backward.add(node);
                    }
                }
                tell(forward, log, backward, result, null);
                Node bend = outer.gradient(slope, sources.get(0));
                answers.add(new Answer(
                        "outer.gradient(slope, " + first + ")",
                        bend == null
                                ? "None"
                                : "∂²f/∂" + first + "² = "
                                        + texts.number(bend.value().at(0)),
                        false));
            }
        }

        private void tell(
                List<Node> forward, List<Node> log, List<Node> backward, Node result, @Nullable ReversePass pass) {
            List<Node> all = new ArrayList<>(forward);
            all.addAll(backward);
            int count = 0;
            for (Node node : all) {
                names.putIfAbsent(node, node == result ? RESULT : "v" + ++count);
            }
            for (Node node : all) {
                Node cotangent = pass == null ? null : pass.cotangent(node);
                lines.add(new Line(
                        name(node),
                        Expression.application(node, this::name),
                        node.value().at(0),
                        log.contains(node),
                        backward.contains(node),
                        cotangent == null ? null : cotangent.value().at(0)));
            }
        }

        private String name(Node node) {
            String name = names.get(node);
            return name == null ? texts.number(node.value().at(0)) : name;
        }

        private String derivatives(ReversePass pass) {
            List<String> out = new ArrayList<>();
            for (int i = 0; i < sources.size(); i++) {
                boolean isWatched = watched.contains(variables.get(i));
                out.add(derivative(variables.get(i), isWatched ? pass.cotangent(sources.get(i)) : null));
            }
            return String.join(", ", out);
        }

        private String derivative(String variable, @Nullable Node value) {
            String derivative = "∂f/∂" + variable;
            return value == null
                    ? Words.say("tape.none", derivative)
                    : derivative + " = " + texts.number(value.value().at(0));
        }

        /** All operations that a node came of, each after its operands; leaves are none. */
        private static List<Node> operations(Node target) {
            List<Node> found = new ArrayList<>();
            Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
            List<Node> open = new ArrayList<>(List.of(target));
            while (!open.isEmpty()) {
                Node node = open.get(open.size() - 1);
                boolean isReady = true;
                if (seen.add(node)) {
                    for (Node input : node.inputs()) {
                        if (!seen.contains(input)) {
                            open.add(input);
                            isReady = false;
                        }
                    }
                }
                if (isReady) {
                    open.remove(open.size() - 1);
                    if (!found.contains(node) && !(node.op() instanceof Constant)) {
                        found.add(node);
                    }
                }
            }
            return found;
        }
    }
}
