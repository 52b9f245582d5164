package org.fallline.autodiff;

import java.util.List;
import org.fallline.autodiff.op.Binary;
import org.fallline.autodiff.op.Elementwise;
import org.fallline.autodiff.op.Ternary;
import org.fallline.autodiff.op.Unary;
import org.jspecify.annotations.Nullable;

/**
 * Element-wise ops run together: strip by strip, so that what only they need never leaves a few short registers.
 *
 * <pre>
 * run = fill each register that repeats a short operand; then for each strip: every op, on that strip
 * </pre>
 */
final class Chain implements Instruction {
    /**
     * Where an operand or a result begins.
     *
     * @param offset in the program's memory
     * @param isRegister whether every strip stands at the offset itself, instead of one after the other
     */
    record Place(int offset, boolean isRegister) {}

    /**
     * A register that holds a short operand again and again.
     *
     * @param source where the operand begins
     * @param width how many numbers it has; the length of a strip is a multiple of it
     * @param register where the register begins
     */
    record Tile(int source, int width, int register) {}

    private final List<Node> nodes;
    private final int size;
    private final int strip;
    private final Tile[] tiles;
    private final @Nullable Unary[] unary;
    private final @Nullable Binary[] binary;
    private final @Nullable Ternary[] ternary;

    /** Where each op's operands and result begin, and 1 if that moves on with the strips, else 0. */
    private final int[] a;

    private final int[] aStep;
    private final int[] b;
    private final int[] bStep;
    private final int[] c;
    private final int[] cStep;
    private final int[] out;
    private final int[] outStep;

    /**
     * A chain of nodes.
     *
     * @param nodes in an order that computes them
     * @param strip the length of a strip
     * @param places for each node where its operands and then where its result begin
     */
    Chain(List<Node> nodes, int strip, List<Tile> tiles, List<List<Place>> places) {
        int count = nodes.size();
        this.nodes = List.copyOf(nodes);
        this.size = nodes.get(0).shape().size();
        this.strip = strip;
        this.tiles = tiles.toArray(new Tile[0]);
        this.unary = new Unary[count];
        this.binary = new Binary[count];
        this.ternary = new Ternary[count];
        this.a = new int[count];
        this.aStep = new int[count];
        this.b = new int[count];
        this.bStep = new int[count];
        this.c = new int[count];
        this.cStep = new int[count];
        this.out = new int[count];
        this.outStep = new int[count];
        for (int i = 0; i < count; i++) {
            List<Place> all = places.get(i);
            int arity = all.size() - 1;
            place(all.get(0), a, aStep, i);
            place(all.get(arity > 1 ? 1 : 0), b, bStep, i);
            place(all.get(arity > 2 ? 2 : 0), c, cStep, i);
            place(all.get(arity), out, outStep, i);
            Op op = nodes.get(i).op();
            if (op instanceof Unary of) {
                unary[i] = of;
            } else if (op instanceof Binary of) {
                binary[i] = of;
            } else if (op instanceof Ternary of) {
                ternary[i] = of;
            } else {
                throw new IllegalArgumentException(op.name() + " is not element-wise");
            }
        }
    }

    private static void place(Place place, int[] offsets, int[] steps, int i) {
        offsets[i] = place.offset();
        steps[i] = place.isRegister() ? 0 : 1;
    }

    /** Whether an op can be in a chain. */
    static boolean admits(Op op) {
        return op instanceof Elementwise;
    }

    @Override
    public void run(double[] memory) {
        for (Tile tile : tiles) {
            fill(memory, tile.source(), tile.width(), tile.register(), strip < size ? strip : size);
        }
        for (int from = 0; from < size; from += strip) {
            int length = size - from < strip ? size - from : strip;
            for (int i = 0; i < a.length; i++) {
                int first = a[i] + aStep[i] * from;
                int result = out[i] + outStep[i] * from;
                Binary two = binary[i];
                Unary one = unary[i];
                Ternary three = ternary[i];
                if (two != null) {
                    two.apply(memory, first, b[i] + bStep[i] * from, result, length);
                } else if (one != null) {
                    one.apply(memory, first, result, length);
                } else if (three != null) {
                    three.apply(memory, first, b[i] + bStep[i] * from, c[i] + cStep[i] * from, result, length);
                }
            }
        }
    }

    private static void fill(double[] memory, int source, int width, int register, int length) {
        int end = register + length;
        if (width == 1) {
            double value = memory[source];
            for (int i = register; i < end; i++) {
                memory[i] = value;
            }
        } else {
            for (int start = register; start < end; start += width) {
                for (int k = 0; k < width; k++) {
                    memory[start + k] = memory[source + k];
                }
            }
        }
    }

    @Override
    public List<Node> nodes() {
        return nodes;
    }
}
