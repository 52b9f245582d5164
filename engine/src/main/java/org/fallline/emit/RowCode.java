package org.fallline.emit;

import org.fallline.autodiff.Node;
import org.fallline.autodiff.op.MaxTo;
import org.fallline.autodiff.op.Mean;
import org.fallline.tensor.Shape;

/**
 * The function {@code losses(point)}: carries out a {@link RowPlan} at four points of the plane, one a lane.
 *
 * <p>The code of a step goes through the elements of a node in tiles of a few units, for a few rows of the data at once, so that a
 * weight that was loaded serves several rows and an activation several units: {@link Tile}. Few elements are written out, many are
 * a loop.
 */
final class RowCode {
    /** How many rows of the data are computed at once. */
    static final int ROWS = 2;

    /** How many units of a layer are computed at once. */
    static final int UNITS = 4;

    /** How many multiply-adds of a step are written out; of more there is a loop over the units. */
    private static final int MOST_WRITTEN_OUT = 256;

    /** How many sums are cleared or finished without a loop. */
    private static final int FEW = 8;

    // Locals

    private static final int POINT = 0;
    static final int ROW = 1;
    static final int KEPT = 2;
    static final int UNIT = 3;
    static final int FACTOR = 4;
    static final int WEIGHT = 5;
    private static final int INTS = 5;
    private static final int FIRST_VECTOR = 6;

    private final RowPlan plan;
    private final MemoryMap memory;
    private final int resultsOffset;
    private final WasmCode code = new WasmCode();
    private final WasmLanes lanes;
    private final Tile tile;

    RowCode(RowPlan plan, MemoryMap memory, int resultsOffset, boolean fused) {
        this.resultsOffset = resultsOffset;
        this.plan = plan;
        this.memory = memory;
        this.lanes = new WasmLanes(code, FIRST_VECTOR, memory::pooled, fused);
        this.tile = new Tile(plan, memory, code, lanes);
    }

    /** Adds the function to a module and returns its index. */
    int addTo(WasmModule module) {
        plan.blocks().forEach(this::block);
        storeLoss();
        return module.function(1, INTS, lanes.locals(), code);
    }

    private void block(RowPlan.Block block) {
        for (RowPlan.Step step : block.steps()) {
            if (step.task() == RowPlan.Task.REDUCE && plan.isTotal(step.node())) {
                clear(step.node());
            }
        }
        if (!block.overRows()) {
            tile.setRows(1);
            block.steps().forEach(this::step);
            return;
        }
        tile.setRows(ROWS);
        code.intConstant(0).localSet(ROW).intConstant(0).localSet(KEPT);
        code.loop();
        block.steps().forEach(this::step);
        code.increase(KEPT, ROWS * memory.keptSize());
        code.increase(ROW, ROWS * memory.recordSize());
        code.repeatWhileBelow(ROW, memory.recordSize() * memory.paddedRows());
    }

    private void step(RowPlan.Step step) {
        int mark = lanes.mark();
        switch (step.task()) {
            case STORE -> each(step.node(), true, (start, count) -> tile.store(step.node(), start, count));
            case REDUCE -> reduce(step.node());
            case FINISH -> finish(step.node());
        }
        lanes.release(mark);
    }

    private interface Part {
        void write(Place start, int count);
    }

    /**
     * Goes through the elements of a node in tiles.
     *
     * @param computing whether the node is computed though it is one that is stored
     */
    private void each(Node node, boolean computing, Part part) {
        int width = plan.width(node);
        int work = Product.work(plan, node, computing);
        int whole = width / UNITS * UNITS;
        int next = 0;
        if (work > MOST_WRITTEN_OUT && whole > UNITS) {
            code.intConstant(0).localSet(UNIT).loop();
            part.write(new Place(0, UNIT), UNITS);
            code.increase(UNIT, UNITS * MemoryMap.LANES);
            code.repeatWhileBelow(UNIT, whole * MemoryMap.LANES);
            next = whole;
        }
        for (; next < width; next += UNITS) {
            part.write(Place.at(next), Math.min(UNITS, width - next));
        }
    }

    // Reductions

    private void reduce(Node node) {
        Node x = node.input(0);
        if (!plan.isTotal(node)) {
            reduceWithinRow(node, x);
            return;
        }
        boolean rows = plan.isRowed(x);
        boolean hasAxis = rows && node.shape().rank() == x.shape().rank();
        Shape small = hasAxis ? RowPlan.withoutFirst(node.shape()) : node.shape();
        Shape large = plan.shape(x, rows);
        each(x, false, (start, count) -> {
            tile.begin(x, false, start, count);
            Lane.Local sum = lanes.local();
            for (int unit = 0; unit < count; unit++) {
                boolean joined = small.size() == 1;
                for (int row = 0; row < tile.rows(); row++) {
                    int mark = lanes.mark();
                    Lane value = tile.masked(node, x, unit, row);
                    boolean isFirst = row == 0 && (unit == 0 || !joined);
                    lanes.set(sum, isFirst ? value : taken(node, value, sum));
                    lanes.release(mark);
                }
                if (!joined) {
                    Place place = new Place(start.element() + unit, start.loop());
                    addToSum(node, target(node, small, large, place), sum);
                } else if (unit == count - 1) {
                    addToSum(node, Place.at(0), sum);
                }
            }
            tile.end();
        });
    }

    private static Place target(Node node, Shape small, Shape large, Place place) {
        Place target = Expressions.source(small, large, place);
        if (target == null) {
            throw new NotEmittableException(node.op().name() + " from " + large + " to " + small);
        }
        return target;
    }

    /** A reduction with rows: one number a row, in a local variable each until the row has been gone through. */
    private void reduceWithinRow(Node node, Node x) {
        if (plan.width(node) != 1) {
            throw new NotEmittableException(node.op().name() + " to " + node.shape() + " within the rows of the data");
        }
        Lane.Local[] sums = new Lane.Local[tile.rows()];
        for (int row = 0; row < sums.length; row++) {
            sums[row] = lanes.local();
            lanes.set(sums[row], lanes.constant(start(node)));
        }
        each(x, false, (start, count) -> {
            tile.begin(x, false, start, count);
            for (int unit = 0; unit < count; unit++) {
                for (int row = 0; row < sums.length; row++) {
                    int mark = lanes.mark();
                    lanes.set(sums[row], taken(node, tile.value(x, unit, row), sums[row]));
                    lanes.release(mark);
                }
            }
            tile.end();
        });
        for (int row = 0; row < sums.length; row++) {
            tile.storeAt(node, Place.at(0), row, sums[row]);
        }
    }

    private static double start(Node reduction) {
        return reduction.op() instanceof MaxTo ? Double.NEGATIVE_INFINITY : 0;
    }

    private Lane taken(Node reduction, Lane value, Lane before) {
        return reduction.op() instanceof MaxTo ? Elementary.maximum(lanes, value, before) : lanes.add(before, value);
    }

    private void clear(Node node) {
        int width = plan.width(node);
        int start = Float.floatToIntBits((float) start(node));
        boolean looped = width > FEW;
        if (looped) {
            code.intConstant(0).localSet(UNIT).loop();
        }
        for (int i = 0; i < (looped ? 1 : width); i++) {
            for (int half = 0; half < 2; half++) {
                address(looped ? UNIT : Place.NONE, 0);
                code.splatConstant(start);
                code.access(WasmCode.V128_STORE, 4, memory.sum(node) + MemoryMap.SUM * i + MemoryMap.LANES * half);
            }
        }
        if (looped) {
            code.increase(UNIT, MemoryMap.SUM).repeatWhileBelow(UNIT, MemoryMap.SUM * width);
        }
    }

    private void address(int local, int shift) {
        if (local == Place.NONE) {
            code.intConstant(0);
        } else if (shift == 0) {
            code.localGet(local);
        } else {
            code.localGet(local).intConstant(shift).op(WasmCode.I32_SHL);
        }
    }

    /** Takes the floats of four points into a sum of doubles, or into a maximum. */
    private void addToSum(Node node, Place place, Lane.Local value) {
        int at = memory.sum(node) + MemoryMap.SUM * place.element();
        if (node.op() instanceof MaxTo) {
            int mark = lanes.mark();
            Lane before = out -> {
                address(place.loop(), 1);
                out.access(WasmCode.V128_LOAD, 4, at);
            };
            Lane greater = lanes.let(taken(node, value, before));
            address(place.loop(), 1);
            greater.write(code);
            code.access(WasmCode.V128_STORE, 4, at);
            lanes.release(mark);
            return;
        }
        for (int half = 0; half < 2; half++) {
            int offset = at + MemoryMap.LANES * half;
            address(place.loop(), 1);
            address(place.loop(), 1);
            code.access(WasmCode.V128_LOAD, 4, offset);
            writeHalf(value, half);
            code.vector(WasmCode.F64X2_ADD).access(WasmCode.V128_STORE, 4, offset);
        }
    }

    /** Two of four floats as doubles. */
    private void writeHalf(Lane value, int half) {
        value.write(code);
        if (half == 1) {
            value.write(code);
            code.highHalf();
        }
        code.vector(WasmCode.F64X2_PROMOTE);
    }

    private void finish(Node node) {
        int width = plan.width(node);
        boolean looped = width > FEW;
        if (looped) {
            code.intConstant(0).localSet(UNIT).loop();
        }
        for (int i = 0; i < (looped ? 1 : width); i++) {
            finish(node, new Place(i, looped ? UNIT : Place.NONE));
        }
        if (looped) {
            code.increase(UNIT, MemoryMap.LANES).repeatWhileBelow(UNIT, MemoryMap.LANES * width);
        }
    }

    private void finish(Node node, Place place) {
        int from = memory.sum(node) + MemoryMap.SUM * place.element();
        address(place.loop(), 0);
        if (node.op() instanceof MaxTo) {
            address(place.loop(), 1);
            code.access(WasmCode.V128_LOAD, 4, from);
        } else {
            for (int half = 0; half < 2; half++) {
                address(place.loop(), 1);
                code.access(WasmCode.V128_LOAD, 4, from + MemoryMap.LANES * half);
                if (node.op() instanceof Mean) {
                    code.splatDouble(node.input(0).shape().size()).vector(WasmCode.F64X2_DIV);
                }
                code.vector(WasmCode.F32X4_DEMOTE);
            }
            code.joinLowHalves();
        }
        code.access(WasmCode.V128_STORE, 4, memory.offset(node) + MemoryMap.LANES * place.element());
    }

    private void storeLoss() {
        tile.setRows(1);
        tile.begin(plan.loss(), false, Place.at(0), 1);
        Lane.Local loss = lanes.local();
        lanes.set(loss, tile.value(plan.loss(), 0, 0));
        for (int half = 0; half < 2; half++) {
            code.localGet(POINT);
            writeHalf(loss, half);
            code.access(WasmCode.V128_STORE, 3, resultsOffset + MemoryMap.LANES * half);
        }
        tile.end();
    }
}
