package org.fallline.emit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * The algebra of WebAssembly's {@code f32x4}: values are code, and {@link #let} appends code that computes one into a local
 * variable.
 *
 * <p>Locals between a {@link #mark} and its {@link #release} are used again. Constants are loaded into locals where they are first
 * used after {@link #forgetConstants}: kept over a whole function they would take the registers that sums of products need.
 */
final class WasmLanes implements Algebra<Lane> {
    /** 1.5 · 2²³ + 127: added to a whole number n, it has n + 127 in the lowest bits of the sum. */
    private static final float EXPONENT_IN_LOW_BITS = 12583039;

    private final WasmCode code;
    private final int firstLocal;
    private final boolean fused;
    private final IntUnaryOperator pool;
    private final Map<Integer, Integer> constants = new LinkedHashMap<>();
    private final Set<Integer> loaded = new LinkedHashSet<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private final List<Integer> taken = new ArrayList<>();
    private int count;

    /**
     * An algebra that writes into a function.
     *
     * @param firstLocal the first local of type v128
     * @param pool from a float's bits to the address where they are
     * @param fused whether {@code madd} may round once, where the machine does so
     */
    WasmLanes(WasmCode code, int firstLocal, IntUnaryOperator pool, boolean fused) {
        this.code = code;
        this.pool = pool;
        this.firstLocal = firstLocal;
        this.fused = fused;
    }

    /** How many locals of type v128 the function has. */
    int locals() {
        return count;
    }

    /** Makes constants be loaded anew. */
    void forgetConstants() {
        loaded.clear();
    }

    /** A fresh local. */
    Lane.Local local() {
        Integer again = free.pollFirst();
        int index = again == null ? firstLocal + count++ : again;
        taken.add(index);
        return new Lane.Local(index);
    }

    /** How many locals are in use. */
    int mark() {
        return taken.size();
    }

    /** Gives back the locals that were taken since a mark. */
    void release(int mark) {
        while (taken.size() > mark) {
            free.addFirst(taken.remove(taken.size() - 1));
        }
    }

    /** Appends code that sets a local. */
    void set(Lane.Local local, Lane value) {
        value.write(code);
        code.localSet(local.index());
    }

    @Override
    public Lane let(Lane x) {
        if (x instanceof Lane.Local) {
            return x;
        }
        Lane.Local local = local();
        set(local, x);
        return local;
    }

    @Override
    public Lane constant(double value) {
        int bits = Float.floatToIntBits((float) value);
        Integer known = constants.get(bits);
        int local = known == null ? firstLocal + count++ : known;
        constants.put(bits, local);
        if (loaded.add(bits)) {
            code.intConstant(0)
                    .access(WasmCode.V128_LOAD32_SPLAT, 2, pool.applyAsInt(bits))
                    .localSet(local);
        }
        return new Lane.Local(local);
    }

    private static Lane one(int opcode, Lane x) {
        return out -> {
            x.write(out);
            out.vector(opcode);
        };
    }

    private static Lane two(int opcode, Lane a, Lane b) {
        return out -> {
            a.write(out);
            b.write(out);
            out.vector(opcode);
        };
    }

    private static Lane three(int opcode, Lane a, Lane b, Lane c) {
        return out -> {
            a.write(out);
            b.write(out);
            c.write(out);
            out.vector(opcode);
        };
    }

    private static Lane shifted(int opcode, Lane x, int bits) {
        return out -> {
            x.write(out);
            out.intConstant(bits).vector(opcode);
        };
    }

    private static Lane bits(int value) {
        return out -> out.splatConstant(value);
    }

    /** All bits that are set in both. */
    static Lane and(Lane a, Lane b) {
        return two(WasmCode.V128_AND, a, b);
    }

    @Override
    public Lane add(Lane a, Lane b) {
        return two(WasmCode.F32X4_ADD, a, b);
    }

    @Override
    public Lane subtract(Lane a, Lane b) {
        return two(WasmCode.F32X4_SUB, a, b);
    }

    @Override
    public Lane multiply(Lane a, Lane b) {
        return two(WasmCode.F32X4_MUL, a, b);
    }

    @Override
    public Lane madd(Lane a, Lane b, Lane c) {
        return fused ? three(WasmCode.F32X4_RELAXED_MADD, a, b, c) : add(multiply(a, b), c);
    }

    @Override
    public Lane divide(Lane a, Lane b) {
        return two(WasmCode.F32X4_DIV, a, b);
    }

    @Override
    public Lane min(Lane a, Lane b) {
        return two(WasmCode.F32X4_PMIN, a, b);
    }

    @Override
    public Lane max(Lane a, Lane b) {
        return two(WasmCode.F32X4_PMAX, a, b);
    }

    @Override
    public Lane negate(Lane x) {
        return one(WasmCode.F32X4_NEG, x);
    }

    @Override
    public Lane abs(Lane x) {
        return one(WasmCode.F32X4_ABS, x);
    }

    @Override
    public Lane sqrt(Lane x) {
        return one(WasmCode.F32X4_SQRT, x);
    }

    @Override
    public Lane round(Lane x) {
        return one(WasmCode.F32X4_NEAREST, x);
    }

    @Override
    public Lane less(Lane a, Lane b) {
        return two(WasmCode.F32X4_LT, a, b);
    }

    @Override
    public Lane lessEqual(Lane a, Lane b) {
        return two(WasmCode.F32X4_LE, a, b);
    }

    @Override
    public Lane equal(Lane a, Lane b) {
        return two(WasmCode.F32X4_EQ, a, b);
    }

    @Override
    public Lane select(Lane mask, Lane a, Lane b) {
        return three(WasmCode.V128_BITSELECT, a, b, mask);
    }

    @Override
    public Lane powerOfTwo(Lane n) {
        return shifted(WasmCode.I32X4_SHL, add(n, constant(EXPONENT_IN_LOW_BITS)), 23);
    }

    @Override
    public Lane exponent(Lane x) {
        Lane biased = shifted(WasmCode.I32X4_SHR_U, x, 23);
        return one(WasmCode.F32X4_CONVERT_I32X4, two(WasmCode.I32X4_SUB, biased, bits(127)));
    }

    @Override
    public Lane significand(Lane x) {
        return two(WasmCode.V128_OR, and(x, bits(0x007FFFFF)), bits(0x3F800000));
    }
}
