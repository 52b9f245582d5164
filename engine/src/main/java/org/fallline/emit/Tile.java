package org.fallline.emit;

import java.util.IdentityHashMap;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.op.MaxTo;
import org.jspecify.annotations.Nullable;

/**
 * Code for a few neighbouring elements of a node in a few rows of the data: first the matrix products in the node's expression, all
 * sums at once, then the rest.
 */
final class Tile implements Expressions.Source<Lane> {
    /** How many factors of a sum are written out; more are a loop. */
    private static final int MOST_FACTORS = 16;

    /** How many factors of a sum a turn of that loop takes. */
    private static final int FACTORS_AT_ONCE = 8;

    private final RowPlan plan;
    private final MemoryMap memory;
    private final WasmCode code;
    private final WasmLanes lanes;
    private final Expressions<Lane> expressions;
    private final IdentityHashMap<Node, Lane.Local[][]> sums = new IdentityHashMap<>();
    private int rows = 1;
    private @Nullable Node computed;
    private Place first = Place.at(0);
    private int row;
    private int mark;

    Tile(RowPlan plan, MemoryMap memory, WasmCode code, WasmLanes lanes) {
        this.plan = plan;
        this.memory = memory;
        this.code = code;
        this.lanes = lanes;
        this.expressions = new Expressions<>(lanes, plan, this);
    }

    int rows() {
        return rows;
    }

    /** Sets how many rows are computed at once. */
    void setRows(int count) {
        rows = count;
    }

    /**
     * Begins a tile: computes its products.
     *
     * @param computing whether the node is computed though it is one that is stored
     * @param start the first element
     */
    void begin(Node node, boolean computing, Place start, int count) {
        mark = lanes.mark();
        lanes.forgetConstants();
        first = start;
        computed = computing ? node : null;
        if (computing || !plan.isStored(node)) {
            for (Product product : Product.of(plan, node)) {
                sums.put(product.value(), sums(product, count));
            }
        }
        lanes.forgetConstants();
    }

    /** Ends a tile, and gives back its locals. */
    void end() {
        sums.clear();
        computed = null;
        lanes.forgetConstants();
        lanes.release(mark);
    }

    /** An element of the tile's node. */
    Lane value(Node node, int unit, int ofRow) {
        row = ofRow;
        return expressions.element(node, new Place(first.element() + unit, first.loop()), plan.isRowed(node));
    }

    /** An element of the tile's node, but 0 in a row that only fills up, unless a maximum is taken. */
    Lane masked(Node reduction, Node node, int unit, int ofRow) {
        Lane value = value(node, unit, ofRow);
        if (rows == 1 || !memory.isPadded() || reduction.op() instanceof MaxTo) {
            return value;
        }
        int field = memory.dataOffset() + ofRow * memory.recordSize() + memory.maskField();
        return WasmLanes.and(value, load(WasmCode.V128_LOAD32_SPLAT, 2, field, RowCode.ROW, Place.NONE, 0));
    }

    /** Appends code that computes and stores the tile's node. */
    void store(Node node, Place start, int count) {
        begin(node, true, start, count);
        for (int unit = 0; unit < count; unit++) {
            for (int ofRow = 0; ofRow < rows; ofRow++) {
                int before = lanes.mark();
                storeAt(node, new Place(start.element() + unit, start.loop()), ofRow, value(node, unit, ofRow));
                lanes.release(before);
            }
        }
        end();
    }

    /** Appends code that stores an element. */
    void storeAt(Node node, Place place, int ofRow, Lane value) {
        row = ofRow;
        base(node, place).write(code);
        value.write(code);
        code.access(WasmCode.V128_STORE, 4, offset(node, place));
    }

    // The products

    private Lane.Local[][] sums(Product product, int count) {
        int atOnce = plan.isRowed(product.product()) ? rows : 1;
        Lane.Local[][] locals = new Lane.Local[count][atOnce];
        for (Lane.Local[] unit : locals) {
            for (int r = 0; r < atOnce; r++) {
                unit[r] = lanes.local();
            }
        }
        int inner = product.inner();
        boolean looped = inner > MOST_FACTORS;
        boolean begun = looped || inner == 0 || product.bias() != null;
        if (begun) {
            begin(product, locals);
        }
        int from = looped ? loop(product, locals) : 0;
        for (int p = from; p < inner; p++) {
            // Behind the loop its variables stand at the first factor that it left.
            factor(product, locals, looped ? p - from : p, looped, begun || p > 0);
        }
        return locals;
    }

    private void begin(Product product, Lane.Local[][] locals) {
        Node bias = product.bias();
        for (int unit = 0; unit < locals.length; unit++) {
            for (int r = 0; r < locals[unit].length; r++) {
                row = r;
                Place place = new Place(first.element() + unit, first.loop());
                Lane start = bias == null
                        ? lanes.constant(0)
                        : expressions.element(bias, place, plan.isRowed(product.product()));
                lanes.set(locals[unit][r], start);
            }
        }
    }

    /** Adds up most of the factors, and returns how many. */
    private int loop(Product product, Lane.Local[][] locals) {
        int turns = product.inner() / FACTORS_AT_ONCE;
        int step = FACTORS_AT_ONCE * MemoryMap.LANES;
        code.intConstant(0).localSet(RowCode.FACTOR);
        if (first.isFixed()) {
            code.intConstant(0);
        } else {
            code.localGet(first.loop());
            if (product.isTransposedB()) {
                code.intConstant(product.inner()).op(WasmCode.I32_MUL);
            }
        }
        code.localSet(RowCode.WEIGHT).loop();
        for (int p = 0; p < FACTORS_AT_ONCE; p++) {
            factor(product, locals, p, true, true);
        }
        code.increase(RowCode.WEIGHT, product.isTransposedB() ? step : step * product.columns());
        code.increase(RowCode.FACTOR, step).repeatWhileBelow(RowCode.FACTOR, turns * step);
        return turns * FACTORS_AT_ONCE;
    }

    /** Adds the products with one factor of the sums to them. */
    private void factor(Product product, Lane.Local[][] locals, int p, boolean looped, boolean begun) {
        Node matmul = product.product();
        boolean rowed = plan.isRowed(matmul);
        int before = lanes.mark();
        Lane[] factors = new Lane[locals[0].length];
        for (int r = 0; r < factors.length && rowed; r++) {
            row = r;
            Place place = new Place(p, looped ? RowCode.FACTOR : Place.NONE);
            factors[r] = lanes.let(expressions.element(matmul.input(0), place, true));
        }
        for (int unit = 0; unit < locals.length; unit++) {
            if (!rowed) {
                factors[0] = factorOfOnce(product, first.element() + unit, p, looped);
            }
            Lane weight = weight(product, rowed ? unit : (first.element() + unit) % product.columns(), p, looped);
            weight = factors.length > 1 ? lanes.let(weight) : weight;
            for (int r = 0; r < factors.length; r++) {
                Lane.Local sum = locals[unit][r];
                lanes.set(sum, begun ? lanes.madd(factors[r], weight, sum) : lanes.multiply(factors[r], weight));
            }
        }
        lanes.release(before);
    }

    private Lane factorOfOnce(Product product, int element, int p, boolean looped) {
        if (!first.isFixed() || looped) {
            throw new NotEmittableException(
                    "a matrix product of " + product.product().shape() + " without rows");
        }
        int i = element / product.columns();
        int rowsOfA = product.product().shape().extent(0);
        int place = product.isTransposedA() ? p * rowsOfA + i : i * product.inner() + p;
        return expressions.element(product.product().input(0), Place.at(place), false);
    }

    private Lane weight(Product product, int unit, int p, boolean looped) {
        boolean rowed = plan.isRowed(product.product());
        int column = rowed ? first.element() + unit : unit;
        int element = product.isTransposedB() ? column * product.inner() + p : p * product.columns() + column;
        int loop = looped ? RowCode.WEIGHT : first.loop();
        if (!looped && product.isTransposedB() && !first.isFixed()) {
            throw new NotEmittableException(
                    "a transposed matrix of " + product.product().input(1).shape());
        }
        return expressions.element(product.product().input(1), new Place(element, loop), false);
    }

    // Where the numbers are

    @Override
    public boolean holds(Node node) {
        return sums.containsKey(node) || (plan.isStored(node) && node != computed);
    }

    @Override
    public Lane load(Node node, Place place) {
        Lane.Local[][] locals = sums.get(node);
        if (locals != null) {
            Lane.Local[] unit = locals[place.element() - first.element()];
            return unit[unit.length == 1 ? 0 : row];
        }
        Lane base = base(node, place);
        int offset = offset(node, place);
        return out -> {
            base.write(out);
            out.access(WasmCode.V128_LOAD, 4, offset);
        };
    }

    @Override
    public Lane constant(Node node, Place place, boolean ofRow) {
        if (ofRow && memory.isData(node)) {
            int field = memory.dataOffset() + row * memory.recordSize() + memory.field(node);
            return load(WasmCode.V128_LOAD32_SPLAT, 2, field + 4 * place.element(), RowCode.ROW, place.loop(), 2);
        }
        if (memory.isData(node)) {
            throw new NotEmittableException("a constant of " + node.shape() + " is no data of the rows");
        }
        int offset = memory.constant(node) + MemoryMap.LANES * place.element();
        return load(WasmCode.V128_LOAD, 4, offset, place.loop(), Place.NONE, 0);
    }

    private Lane base(Node node, Place place) {
        boolean kept = plan.isCrossing(node);
        return address(kept ? RowCode.KEPT : place.loop(), kept ? place.loop() : Place.NONE, 0);
    }

    private int offset(Node node, Place place) {
        int at = memory.offset(node) + MemoryMap.LANES * place.element();
        if (plan.isCrossing(node)) {
            return memory.keptOffset() + row * memory.keptSize() + at;
        }
        return plan.isRowed(node) ? at + row * MemoryMap.LANES * plan.width(node) : at;
    }

    private static Lane load(int opcode, int align, int offset, int local, int other, int shift) {
        Lane address = address(local, other, shift);
        return out -> {
            address.write(out);
            out.access(opcode, align, offset);
        };
    }

    /** The sum of up to two locals as an address, the second shifted to the right. */
    private static Lane address(int local, int other, int shift) {
        return out -> {
            if (local == Place.NONE) {
                out.intConstant(0);
                return;
            }
            out.localGet(local);
            if (other != Place.NONE) {
                out.localGet(other);
                if (shift > 0) {
                    out.intConstant(shift).op(WasmCode.I32_SHR_U);
                }
                out.op(WasmCode.I32_ADD);
            }
        };
    }
}
