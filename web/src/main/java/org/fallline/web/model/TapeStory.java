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
import org.fallline.problem.Formula;
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

    /** How answers are written. */
    public interface Texts {
        String number(double value);

        /** That there is no such derivative. */
        String none(String derivative);
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
        private final List<Node> sources;
        /** Every operation of the formula in its order, as a tape that watches everything writes it down. */
        private final List<Node> all;

        private final IdentityHashMap<Node, String> names = new IdentityHashMap<>();
        private final List<Line> lines = new ArrayList<>();
        private final List<Answer> answers = new ArrayList<>();

        Telling(Formula formula, double[] at, List<String> watched, Texts texts) {
            this.formula = formula;
            this.variables = formula.variables();
            this.watched = watched;
            this.texts = texts;
            this.sources = sources(at);
            List<Node> others = sources(at);
            try (GradientTape tape = new GradientTape()) {
                others.forEach(tape::watch);
                formula.apply(others);
                all = tape.log();
            }
            for (int i = 0; i < all.size(); i++) {
                names.put(all.get(i), i == all.size() - 1 ? RESULT : "v" + (i + 1));
            }
        }

        private List<Node> sources(double[] at) {
            List<Node> made = new ArrayList<>();
            for (int i = 0; i < variables.size(); i++) {
                Node source = Ops.constant(at[i]).named(variables.get(i));
                made.add(source);
                names.put(source, variables.get(i));
            }
            return made;
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
                tellForward(log, watched, pass);
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
                Node slope;
                List<Node> forward;
                try (GradientTape inner = new GradientTape()) {
                    Node result = compute(inner);
                    forward = outer.log();
                    slope = inner.gradient(result, sources.get(0));
                }
                tellForward(forward, List.of(first), null);
                answers.add(new Answer("inner.gradient(f, " + first + ")", derivative(first, slope), false));
                if (slope == null) {
                    return;
                }
                tellBackward(outer.log().subList(forward.size(), outer.log().size()));
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

        /** Tells every operation of the formula, and what a tape that watches some of its variables wrote down of them. */
        private void tellForward(List<Node> log, List<String> onTape, @Nullable ReversePass pass) {
            Set<Node> reached = Collections.newSetFromMap(new IdentityHashMap<>());
            int written = 0;
            for (Node node : all) {
                boolean isRecorded = false;
                for (Node input : node.inputs()) {
                    isRecorded |= reached.contains(input) || (isVariable(input) && onTape.contains(names.get(input)));
                }
                Node cotangent = null;
                if (isRecorded) {
                    reached.add(node);
                    Node line = log.get(written++);
                    names.put(line, name(node));
                    cotangent = pass == null ? null : pass.cotangent(line);
                }
                lines.add(new Line(
                        name(node),
                        Expression.application(node, this::name),
                        node.value().at(0),
                        isRecorded,
                        false,
                        cotangent == null ? null : cotangent.value().at(0)));
            }
            if (written != log.size()) {
                throw new IllegalStateException(
                        "the tape has " + log.size() + " lines, of which " + written + " are told");
            }
        }

        private void tellBackward(List<Node> log) {
            for (Node node : log) {
                names.put(node, "g" + (log.indexOf(node) + 1));
                lines.add(new Line(
                        name(node),
                        Expression.application(node, this::name),
                        node.value().at(0),
                        true,
                        true,
                        null));
            }
        }

        private boolean isVariable(Node node) {
            String name = names.get(node);
            return name != null && variables.contains(name);
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
                    ? texts.none(derivative)
                    : derivative + " = " + texts.number(value.value().at(0));
        }
    }
}
