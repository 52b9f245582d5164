package org.fallline.autodiff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Records operations on concrete nodes while it is open, and differentiates what it recorded; the semantics are those of
 * TensorFlow's {@code tf.GradientTape}.
 *
 * <ul>
 *   <li>Variables are watched when they are read; other nodes when {@link #watch} says so.
 *   <li>Only operations on watched nodes, or on what came of them, are recorded.
 *   <li>A tape that is not persistent gives one gradient.
 *   <li>Tapes nest: an outer tape records what an inner one computes, which gives higher derivatives.
 * </ul>
 *
 * <p>A tape belongs to the thread that opened it. Source: TensorFlow guide, <i>Introduction to gradients and automatic
 * differentiation</i>.
 */
public final class GradientTape implements AutoCloseable {
    private static final ThreadLocal<List<GradientTape>> RECORDING = ThreadLocal.withInitial(ArrayList::new);

    private final boolean persistent;
    private final Set<Node> connected = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Node> log = new ArrayList<>();
    /** The nodes that each variable was read as: one, and one more for each assignment between two reads. */
    private final IdentityHashMap<Variable, List<Node>> reads = new IdentityHashMap<>();

    private boolean used;

    /** Opens a tape that gives one gradient. */
    public GradientTape() {
        this(false);
    }

    private GradientTape(boolean persistent) {
        this.persistent = persistent;
        RECORDING.get().add(this);
    }

    /** Opens a tape that gives any number of gradients. */
    public static GradientTape persistent() {
        return new GradientTape(true);
    }

    /** Watches a node: what is computed from it from now on is recorded. Returns the node. */
    public Node watch(Node node) {
        connected.add(node);
        return node;
    }

    /** The operations recorded so far, in the order in which they were computed. */
    public List<Node> log() {
        return List.copyOf(log);
    }

    /**
     * The gradient of a target by a node that is watched or was computed from watched ones.
     *
     * @return of the source's shape, or null if the source is not watched or the target was not computed from it under this
     *     tape
     * @throws IllegalStateException if the tape is not persistent and has given a gradient before
     */
    public @Nullable Node gradient(Node target, Node source) {
        return gradients(target, List.of(source)).cotangent(source);
    }

    /** The gradient of a target by a variable, summed over its reads; null if the target was not computed from it under this tape. */
    public @Nullable Node gradient(Node target, Variable source) {
        return gradient(target, List.of(source)).get(0);
    }

    /** The gradients of a target by several variables, each null if the target was not computed from it. */
    public List<@Nullable Node> gradient(Node target, List<Variable> sources) {
        List<Node> nodes = new ArrayList<>();
        sources.forEach(source -> nodes.addAll(reads(source)));
        ReversePass pass = gradients(target, nodes);
        List<@Nullable Node> result = new ArrayList<>();
        for (Variable source : sources) {
            result.add(reads(source).stream()
                    .filter(read -> pass.cotangent(read) != null)
                    .map(pass::cotangentOrZeros)
                    .reduce(Ops::add)
                    .orElse(null));
        }
        return result;
    }

    private List<Node> reads(Variable variable) {
        return reads.getOrDefault(variable, List.of());
    }

    /** The whole reverse pass, with every product that the chain rule formed. */
    public ReversePass gradients(Node target, List<Node> sources) {
        if (used && !persistent) {
            throw new IllegalStateException(
                    "this tape has given its gradient: a tape gives one, unless it is opened with"
                            + " GradientTape.persistent()");
        }
        used = true;
        if (!persistent) {
            close();
        }
        List<Node> watched = sources.stream().filter(connected::contains).toList();
        return ReversePass.of(target, ReversePass.ones(target), watched, connected::contains);
    }

    /** Stops recording. What was recorded stays and can be differentiated. */
    @Override
    public void close() {
        RECORDING.get().remove(this);
    }

    /** Lets the tapes that are recording record a node; says whether one did. */
    static boolean record(Node node) {
        boolean recorded = false;
        for (GradientTape tape : RECORDING.get()) {
            for (Node input : node.inputs()) {
                if (tape.connected.contains(input)) {
                    tape.connected.add(node);
                    tape.log.add(node);
                    recorded = true;
                    break;
                }
            }
        }
        return recorded;
    }

    /** Tells the tapes that are recording that a variable was read. */
    static void accessed(Variable variable, Node node) {
        for (GradientTape tape : RECORDING.get()) {
            List<Node> nodes = tape.reads.computeIfAbsent(variable, unread -> new ArrayList<>());
            if (nodes.isEmpty() || nodes.get(nodes.size() - 1) != node) {
                nodes.add(tape.watch(node));
            }
        }
    }
}
