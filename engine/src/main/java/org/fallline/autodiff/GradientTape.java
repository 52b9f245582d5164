package org.fallline.autodiff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Records operations on concrete nodes while it is open, and differentiates what it recorded; the semantics are those of
 * TensorFlow's {@code tf.GradientTape}.
 *
 * <ul>
 *   <li>Trainable variables are watched when they are read, unless the tape watches {@linkplain Option#EXPLICIT_WATCH
 *       explicitly}; other sources when {@link #watch} says so.
 *   <li>Only operations on watched nodes, or on what came of them, are recorded. A symbolic node keeps its operands anyway, so
 *       derivatives flow through it as if it were recorded.
 *   <li>A tape that is not {@linkplain Option#PERSISTENT persistent} gives one set of derivatives.
 *   <li>The derivative of a target that is not a scalar is that of the sum of its elements, and of several targets that of
 *       their sum; {@link #jacobian} keeps the elements apart.
 *   <li>Where a target does not depend on a source, the derivative is null or zeros, as {@link UnconnectedGradients} says.
 *   <li>Tapes nest: an outer tape records what an inner one computes, which gives higher derivatives.
 * </ul>
 *
 * <p>A tape belongs to the thread that opened it. Sources: TensorFlow guides, <i>Introduction to gradients and automatic
 * differentiation</i> and <i>Advanced automatic differentiation</i>.
 */
public final class GradientTape implements AutoCloseable {
    private static final ThreadLocal<List<GradientTape>> RECORDING = ThreadLocal.withInitial(ArrayList::new);

    private final List<Option> options;
    private final Set<Node> watched = identities();
    private final Set<Node> recorded = identities();
    private final List<Node> log = new ArrayList<>();
    /** The nodes that each watched variable was read as: one, and one more for each assignment between two reads. */
    private final Map<Variable, List<Node>> reads = new LinkedHashMap<>();

    private boolean closed;
    private boolean used;

    /** What a tape does differently from one that is opened without options. */
    public enum Option {
        /** It gives any number of derivatives: TensorFlow's {@code persistent=True}. */
        PERSISTENT,
        /** It watches what {@link #watch} names and nothing else: TensorFlow's {@code watch_accessed_variables=False}. */
        EXPLICIT_WATCH
    }

    /** Opens a tape; without options it watches the variables that are read, and gives one set of derivatives. */
    public GradientTape(Option... options) {
        this.options = List.of(options);
        RECORDING.get().add(this);
    }

    /** Opens a tape that gives any number of derivatives. */
    public static GradientTape persistent() {
        return new GradientTape(Option.PERSISTENT);
    }

    private static Set<Node> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** What the tape was opened with. */
    public boolean has(Option option) {
        return options.contains(option);
    }

    // Recording

    /** Watches a node or a variable: what is computed from it, or from its reads, from now on is recorded. Returns the source. */
    public <S extends Source> S watch(S source) {
        if (source instanceof Node node) {
            watched.add(node);
        } else if (source instanceof Variable variable) {
            reads.computeIfAbsent(variable, unread -> new ArrayList<>());
        }
        return source;
    }

    /** The variables watched so far, in the order in which they were first read or named. */
    public List<Variable> watchedVariables() {
        return List.copyOf(reads.keySet());
    }

    /** The operations recorded so far, in the order in which they were computed. */
    public List<Node> log() {
        return List.copyOf(log);
    }

    /** Whether the tape records at this moment. */
    public boolean isRecording() {
        return RECORDING.get().contains(this);
    }

    /**
     * What a calculation gives while this tape does not record it and does not watch what it reads. A source cannot be reached
     * through it.
     */
    public <T> T stopRecording(Supplier<T> calculation) {
        boolean wasRecording = RECORDING.get().remove(this);
        try {
            return calculation.get();
        } finally {
            if (wasRecording && !closed) {
                RECORDING.get().add(this);
            }
        }
    }

    /**
     * Forgets what was recorded and what is watched, as if the tape had been opened just now.
     *
     * @throws IllegalStateException if the tape is closed
     */
    public void reset() {
        if (closed) {
            throw new IllegalStateException("this tape is closed: open another one instead of resetting it");
        }
        watched.clear();
        recorded.clear();
        log.clear();
        reads.clear();
    }

    /** Stops recording. What was recorded stays and can be differentiated. */
    @Override
    public void close() {
        closed = true;
        RECORDING.get().remove(this);
    }

    /** Lets the tapes that are recording record a node; says whether one did. */
    static boolean record(Node node) {
        boolean kept = false;
        for (GradientTape tape : RECORDING.get()) {
            for (Node input : node.inputs()) {
                if (tape.reaches(input)) {
                    tape.recorded.add(node);
                    tape.log.add(node);
                    kept = true;
                    break;
                }
            }
        }
        return kept;
    }

    /** Tells the tapes that are recording that a variable was read. */
    static void accessed(Variable variable, Node node) {
        for (GradientTape tape : RECORDING.get()) {
            if (variable.isTrainable() && !tape.has(Option.EXPLICIT_WATCH)) {
                tape.watch(variable);
            }
            List<Node> nodes = tape.reads.get(variable);
            if (nodes != null && (nodes.isEmpty() || nodes.get(nodes.size() - 1) != node)) {
                nodes.add(tape.watch(node));
            }
        }
    }

    /** Whether a node is watched or came of what is. */
    private boolean reaches(Node node) {
        return watched.contains(node) || recorded.contains(node);
    }

    // Gradients

    /**
     * The gradient of a target by a source.
     *
     * @return of the source's shape; null if the source is not watched or the target was not computed from it under this tape
     * @throws IllegalStateException if the tape is not persistent and has given derivatives before
     */
    public @Nullable Node gradient(Node target, Source source) {
        return gradient(target, source, UnconnectedGradients.NONE);
    }

    /** The gradient of a target by a source, with a choice of what it is where the target does not depend on the source. */
    public @Nullable Node gradient(Node target, Source source, UnconnectedGradients unconnected) {
        return gradient(List.of(target), Nest.leaf(source), List.of(), unconnected)
                .value();
    }

    /** The gradient of the sum of several targets by a source; null if none of them depends on it. */
    public @Nullable Node gradient(List<Node> targets, Source source) {
        return gradient(targets, Nest.leaf(source), List.of(), UnconnectedGradients.NONE)
                .value();
    }

    /** The gradients of a target by several sources, each null if the target does not depend on it. */
    public List<@Nullable Node> gradient(Node target, List<? extends Source> sources) {
        return gradient(target, Nest.of(sources)).leaves();
    }

    /** The gradients of a target by named sources, under the same names; null where the target does not depend on one. */
    public Map<String, @Nullable Node> gradient(Node target, Map<String, ? extends Source> sources) {
        ReversePass pass = pass(List.of(target), sources.values()).withOnes();
        Map<String, @Nullable Node> gradients = new LinkedHashMap<>();
        sources.forEach((name, source) -> gradients.put(name, gradient(pass, source)));
        return gradients;
    }

    /** The gradients of a target by a structure of sources, in the same structure; null where the target does not depend on one. */
    public Nest<@Nullable Node> gradient(Node target, Nest<? extends Source> sources) {
        return gradient(List.of(target), sources, List.of(), UnconnectedGradients.NONE);
    }

    /**
     * The gradients of several targets by a structure of sources, in the same structure: the general form.
     *
     * @param outputGradients the cotangent of each target, of its shape, by which its derivative is weighted; none for ones
     */
    public Nest<@Nullable Node> gradient(
            List<Node> targets,
            Nest<? extends Source> sources,
            List<Node> outputGradients,
            UnconnectedGradients unconnected) {
        ReversePass unseeded = pass(targets, sources.leaves());
        ReversePass pass = outputGradients.isEmpty() ? unseeded.withOnes() : unseeded.with(outputGradients);
        return sources.map(source -> connected(gradient(pass, source), source.shape(), unconnected));
    }

    /** The whole reverse pass, with every product that the chain rule formed. */
    public ReversePass gradients(Node target, List<Node> sources) {
        return pass(List.of(target), sources).withOnes();
    }

    // Jacobians

    /**
     * The Jacobian of a target by a source: {@code J[i…, j…] = ∂target[i…]/∂source[j…]}, of the target's shape followed by the
     * source's; null if the target does not depend on the source. It takes a reverse pass for each element of the target.
     */
    public @Nullable Node jacobian(Node target, Source source) {
        return jacobian(target, Nest.leaf(source), UnconnectedGradients.NONE).value();
    }

    /** The Jacobians of a target by a structure of sources, in the same structure. */
    public Nest<@Nullable Node> jacobian(
            Node target, Nest<? extends Source> sources, UnconnectedGradients unconnected) {
        Jacobian jacobian = Jacobian.of(target, pass(List.of(target), sources.leaves()));
        return sources.map(source -> by(source, jacobian, unconnected));
    }

    /** The Jacobian of each example of a batch on its own; null if the target does not depend on the source. */
    public @Nullable Node batchJacobian(Node target, Source source) {
        return batchJacobian(target, source, UnconnectedGradients.NONE);
    }

    /**
     * The Jacobian of each example of a batch on its own: {@code (n, o…), (n, i…) → (n, o…, i…)}, {@code J[b, o…, i…] =
     * ∂target[b, o…]/∂source[b, i…]}. It takes a reverse pass for each element of one example of the target.
     *
     * <p>An example of the target must not depend on another example of the source, which is not checked: where it does,
     * derivatives by one example are sums over those of all.
     *
     * @throws IllegalArgumentException if target and source have not the same number of examples
     */
    public @Nullable Node batchJacobian(Node target, Source source, UnconnectedGradients unconnected) {
        return by(source, Jacobian.ofBatch(target, pass(List.of(target), List.of(source))), unconnected);
    }

    private @Nullable Node by(Source source, Jacobian jacobian, UnconnectedGradients unconnected) {
        Shape shape = jacobian.shape(source.shape());
        return connected(jacobian.by(source.shape(), row -> gradient(row, source)), shape, unconnected);
    }

    // The reverse pass

    /** The reverse pass from some targets to some sources over what this tape recorded, before its targets have cotangents. */
    private ReversePass pass(List<Node> targets, Collection<? extends Source> sources) {
        if (used && !has(Option.PERSISTENT)) {
            throw new IllegalStateException(
                    "this tape has given its gradient: a tape gives one, unless it is opened with"
                            + " GradientTape.persistent()");
        }
        used = true;
        if (!has(Option.PERSISTENT)) {
            close();
        }
        return unseeded(targets, sources);
    }

    /** The same, as often as asked for. */
    ReversePass unseeded(List<Node> targets, Collection<? extends Source> sources) {
        List<Node> nodes = new ArrayList<>();
        sources.forEach(source -> nodes.addAll(nodes(source)));
        return ReversePass.unseeded(targets, nodes, node -> !node.isConcrete() || recorded.contains(node));
    }

    /** The nodes that a source stands for under this tape. */
    private List<Node> nodes(Source source) {
        if (source instanceof Node node) {
            return !node.isConcrete() || reaches(node) ? List.of(node) : List.of();
        }
        return reads.getOrDefault(source, List.of());
    }

    /** The gradient by a source, summed over a variable's reads; null if the target does not depend on it. */
    private @Nullable Node gradient(ReversePass pass, Source source) {
        return nodes(source).stream()
                .filter(node -> pass.cotangent(node) != null)
                .map(pass::cotangentOrZeros)
                .reduce(Ops::add)
                .orElse(null);
    }

    private static @Nullable Node connected(@Nullable Node derivative, Shape shape, UnconnectedGradients unconnected) {
        return derivative == null && unconnected == UnconnectedGradients.ZERO
                ? Ops.constant(Tensor.filled(shape, 0))
                : derivative;
    }
}
