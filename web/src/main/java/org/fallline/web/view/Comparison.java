package org.fallline.web.view;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import org.fallline.autodiff.Explanation;
import org.fallline.autodiff.GradientCheck;
import org.fallline.autodiff.Node;
import org.fallline.math.Decimal;
import org.fallline.web.platform.Frames;
import org.fallline.web.words.Words;
import org.jspecify.annotations.Nullable;

/** Every gradient of a step beside its central differences, found node by node between pictures. */
final class Comparison {
    /** Elements of a node that are compared, at most: each costs the loss twice. */
    private static final int MOST = 16;

    private final Frames frames;
    private final Runnable changed;
    private final Runnable goingOn = this::advance;
    private final Deque<Node> waiting = new ArrayDeque<>();
    private final IdentityHashMap<Node, GradientCheck.Derivative> found = new IdentityHashMap<>();
    private @Nullable Explanation explanation;
    private @Nullable Object key;

    /** {@code changed} is called when more is known. */
    Comparison(Frames frames, Runnable changed) {
        this.frames = frames;
        this.changed = changed;
    }

    /** Compares the gradients of an explanation as it was run last, unless it has; {@code run} tells one run from another. */
    void compare(Explanation of, Object run) {
        if (run.equals(key)) {
            return;
        }
        key = run;
        explanation = of;
        found.clear();
        waiting.clear();
        for (Node node : of.graph().nodes()) {
            if (of.derivative(node) != null && node.shape().size() > 0) {
                waiting.addFirst(node);
            }
        }
        frames.later(goingOn);
    }

    /** Forgets what was found. */
    void forget() {
        key = null;
        found.clear();
        waiting.clear();
    }

    private void advance() {
        Explanation of = explanation;
        if (of == null || waiting.isEmpty()) {
            return;
        }
        Node node = waiting.removeFirst();
        found.put(node, of.check(node, MOST).worst());
        if (waiting.isEmpty()) {
            changed.run();
        } else {
            frames.later(goingOn);
        }
    }

    /** Whether all has been compared. */
    boolean isDone() {
        return key != null && waiting.isEmpty();
    }

    /** The worst of a node's elements; null if it is not known. */
    GradientCheck.@Nullable Derivative of(Node node) {
        return found.get(node);
    }

    /** What was found in all; empty if nothing. */
    String verdict() {
        GradientCheck.Derivative worst = null;
        int differing = 0;
        for (GradientCheck.Derivative each : found.values()) {
            differing += each.agrees() ? 0 : 1;
            worst = worst == null || !(each.relativeError() <= worst.relativeError()) ? each : worst;
        }
        if (worst == null) {
            return "";
        }
        String error = Decimal.typeset(Decimal.text(worst.relativeError(), 2));
        return differing == 0
                ? Words.say("computation.agree", found.size(), error, worst.name())
                : Words.say("computation.differ", differing, found.size(), error, worst.name());
    }

    /** What was found for one node. */
    static String text(GradientCheck.Derivative worst) {
        return Words.say(
                "computation.error",
                (worst.agrees() ? "≈ " : "≠ ") + Decimal.typeset(Decimal.text(worst.numeric(), 6)),
                Decimal.typeset(Decimal.text(worst.relativeError(), 2)));
    }
}
