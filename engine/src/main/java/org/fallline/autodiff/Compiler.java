package org.fallline.autodiff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fallline.autodiff.Chain.Place;
import org.fallline.autodiff.Chain.Tile;
import org.fallline.autodiff.op.Constant;
import org.fallline.autodiff.op.Input;
import org.fallline.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Lays a graph out so that it runs fast: element-wise neighbours become a {@link Chain}, and a value's place in the memory is
 * used again once its last reader has run.
 *
 * <pre>
 * memory = inputs, in order | constants | what is computed, and the chains' registers, by turns
 * </pre>
 */
final class Compiler {
    /** A strip of each operand of a chain, 2 kB, stays in the nearest cache beside several others. */
    private static final int STRIP = 256;

    private final List<Node> outputs;
    private final Fusion fusion;
    private final IdentityHashMap<Node, Integer> offsets = new IdentityHashMap<>();
    private final Map<Repeated, Integer> repeated = new LinkedHashMap<>();
    private final List<Instruction> instructions = new ArrayList<>();
    private final Buffers buffers;

    /** A number as often as a strip is long: the operand that a constant is to a chain. */
    private record Repeated(Tensor number, int length) {}

    Compiler(Graph graph, List<Node> inputs, List<Node> outputs) {
        this.outputs = List.copyOf(outputs);
        this.fusion = new Fusion(graph, outputs);
        int size = 0;
        for (Node input : inputs) {
            offsets.put(input, size);
            size += input.shape().size();
        }
        this.buffers = new Buffers(size);
        // Constants come first: they are written once, so their places must never be another value's.
        placeConstants();
        for (int g = 0; g < fusion.groups().size(); g++) {
            List<Node> group = fusion.groups().get(g);
            instructions.add(Chain.admits(group.get(0).op()) ? chain(group) : kernelCall(group.get(0)));
            releaseAfter(g, group);
        }
    }

    /** The instructions, in order. */
    List<Instruction> instructions() {
        return instructions;
    }

    /** Where the inputs and the outputs begin. */
    IdentityHashMap<Node, Integer> kept(List<Node> inputs) {
        IdentityHashMap<Node, Integer> kept = new IdentityHashMap<>();
        inputs.forEach(node -> kept.put(node, offset(node)));
        outputs.forEach(node -> kept.put(node, offset(node)));
        return kept;
    }

    /** A memory with the constants in it. */
    double[] memory() {
        double[] memory = new double[buffers.end()];
        offsets.forEach((node, offset) -> {
            if (node.op() instanceof Constant constant) {
                constant.tensor().copyTo(memory, offset);
            }
        });
        repeated.forEach((number, offset) -> {
            for (int i = 0; i < number.length(); i++) {
                memory[offset + i] = number.number().item();
            }
        });
        return memory;
    }

    private void placeConstants() {
        outputs.forEach(this::placeConstant);
        for (List<Node> group : fusion.groups()) {
            boolean chain = Chain.admits(group.get(0).op());
            int strip = chain ? strip(group) : 0;
            for (Node node : group) {
                for (Node input : node.inputs()) {
                    Tensor number = chain ? number(input) : null;
                    if (number == null) {
                        placeConstant(fusion.isTiled(input) ? input.input(0) : input);
                    } else {
                        repeated.computeIfAbsent(new Repeated(number, strip), made -> buffers.take(made.length()));
                    }
                }
            }
        }
    }

    private void placeConstant(Node node) {
        if (node.op() instanceof Constant) {
            offsets.computeIfAbsent(
                    node, constant -> buffers.take(constant.shape().size()));
        }
    }

    /** The number that a constant is everywhere, or null. */
    private static @Nullable Tensor number(Node node) {
        if (node.op() instanceof Constant constant && node.shape().size() > 0) {
            Tensor number = Tensor.scalar(constant.tensor().at(0));
            return constant.tensor().equals(Tensor.filled(node.shape(), number.item())) ? number : null;
        }
        return null;
    }

    /** How long the strips of a chain are: as near to {@link #STRIP} as what it repeats allows. */
    private int strip(List<Node> group) {
        int size = group.get(0).shape().size();
        int unit = 1;
        for (Node node : group) {
            for (Node input : node.inputs()) {
                if (fusion.isTiled(input)) {
                    unit = leastCommonMultiple(unit, input.input(0).shape().size());
                }
            }
        }
        int strip = unit > STRIP ? unit : STRIP / unit * unit;
        return strip < size ? strip : size;
    }

    private static int leastCommonMultiple(int a, int b) {
        int divisor = a;
        for (int rest = b; rest != 0; ) {
            int next = divisor % rest;
            divisor = rest;
            rest = next;
        }
        return a / divisor * b;
    }

    private Instruction kernelCall(Node node) {
        int[] in = new int[node.inputs().size()];
        for (int k = 0; k < in.length; k++) {
            in[k] = offset(node.input(k));
        }
        offsets.put(node, buffers.take(node.shape().size()));
        return new KernelCall(node, in, offset(node));
    }

    private Instruction chain(List<Node> group) {
        Registers registers = new Registers(strip(group));
        IdentityHashMap<Node, Place> places = new IdentityHashMap<>();
        IdentityHashMap<Node, Integer> lastUse = new IdentityHashMap<>();
        Set<Node> members = Collections.newSetFromMap(new IdentityHashMap<>());
        members.addAll(group);
        List<Tile> tiles = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            for (Node input : group.get(i).inputs()) {
                lastUse.put(input, i);
                if (!members.contains(input) && !places.containsKey(input)) {
                    places.put(input, operand(input, registers, tiles));
                }
            }
        }
        List<List<Place>> all = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            Node node = group.get(i);
            List<Place> own = new ArrayList<>();
            node.inputs().forEach(input -> own.add(Objects.requireNonNull(places.get(input))));
            // A result may stand in the place of an operand that is read for the last time.
            for (Node input : node.inputs()) {
                if (lastUse.getOrDefault(input, -1) == i && members.remove(input) && !offsets.containsKey(input)) {
                    registers.free(Objects.requireNonNull(places.get(input)).offset());
                }
            }
            places.put(node, result(node, registers));
            own.add(Objects.requireNonNull(places.get(node)));
            all.add(own);
        }
        registers.giveBack();
        return new Chain(group, registers.length, tiles, all);
    }

    /** Where a chain reads what it does not compute itself. */
    private Place operand(Node node, Registers registers, List<Tile> tiles) {
        if (fusion.isTiled(node)) {
            int register = registers.take();
            Node source = node.input(0);
            tiles.add(new Tile(offset(source), source.shape().size(), register));
            return new Place(register, true);
        }
        Tensor number = number(node);
        Integer strip = number == null ? null : repeated.get(new Repeated(number, registers.length));
        return strip == null ? new Place(offset(node), false) : new Place(strip, true);
    }

    private Place result(Node node, Registers registers) {
        if (!fusion.escapes(node)) {
            return new Place(registers.take(), true);
        }
        offsets.put(node, buffers.take(node.shape().size()));
        return new Place(offset(node), false);
    }

    /** The strips that a chain computes in. */
    private final class Registers {
        private final int length;
        private final List<Integer> taken = new ArrayList<>();
        private final List<Integer> free = new ArrayList<>();

        Registers(int length) {
            this.length = length;
        }

        int take() {
            if (!free.isEmpty()) {
                return free.remove(free.size() - 1);
            }
            taken.add(buffers.take(length));
            return taken.get(taken.size() - 1);
        }

        void free(int register) {
            free.add(register);
        }

        void giveBack() {
            taken.forEach(register -> buffers.give(register, length));
        }
    }

    /** Gives back the places of what the instruction of a group was the last to read. */
    private void releaseAfter(int group, List<Node> members) {
        Set<Node> read = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Node node : members) {
            for (Node input : node.inputs()) {
                read.add(fusion.isTiled(input) ? input.input(0) : input);
            }
        }
        for (Node node : read) {
            boolean computed = !(node.op() instanceof Constant) && !(node.op() instanceof Input);
            if (computed && !fusion.isOutput(node) && fusion.escapes(node) && fusion.lastReader(node) == group) {
                buffers.give(offset(node), node.shape().size());
            }
        }
    }

    private int offset(Node node) {
        Integer offset = offsets.get(node);
        if (offset == null) {
            throw new IllegalStateException("no place for " + node);
        }
        return offset;
    }
}
