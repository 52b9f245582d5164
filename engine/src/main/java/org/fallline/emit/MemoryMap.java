package org.fallline.emit;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.op.Input;
import org.fallline.tensor.Tensor;

/**
 * Where everything lies in a module's memory, in bytes.
 *
 * <pre>
 * memory   = plane points results | constants data pool | parameters once sums scratch kept
 * plane    = origin a b                      f64, one number a parameter each
 * points   = u v                             f64, {@link EmittedSurface#CAPACITY} each
 * results  = f64, as many
 * constants = 16 bytes a number              the float four times
 * data     = a record for each row           f32: the row's part of each constant with rows, then the row's mask
 * pool     = f32                             the numbers of the code
 * parameters, once, scratch, kept = 16 bytes a number: one float for each of four points
 * sums     = 32 bytes a number               one f64 for each of four points; for a maximum, f32 in the first 16
 * </pre>
 *
 * <p>Scratch holds the rows at hand, a plane a row; kept a record for each row. Rows are padded to a multiple of those that are
 * computed at once: a padded one repeats the last, and its mask is 0.
 */
final class MemoryMap {
    static final int LANES = 16;
    static final int SUM = 32;
    private static final int FLOAT = 4;

    /** The most different numbers of the code. */
    private static final int POOL = 512;

    private final RowPlan plan;
    private final int atOnce;
    private final IdentityHashMap<Node, Integer> offsets = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Integer> sums = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Integer> constants = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Integer> fields = new IdentityHashMap<>();
    private final WasmCode initial = new WasmCode();
    private final int constantsOffset;
    private final int dataOffset;
    private final int keptOffset;
    private final int parametersOffset;
    private final Map<Integer, Integer> pool = new LinkedHashMap<>();
    private int recordSize;
    private int keptSize;
    private int end;

    MemoryMap(RowPlan plan, int parameters, int atOnce) {
        this.plan = plan;
        this.atOnce = atOnce;
        this.constantsOffset = aligned(EmittedSurface.endOffset(parameters));
        layConstants();
        this.dataOffset = constantsOffset + initial.length();
        layData();
        this.end = aligned(constantsOffset + initial.length() + FLOAT * POOL);
        this.parametersOffset = end;
        for (Node node : plan.nodes()) {
            if (node.op() instanceof Input) {
                offsets.put(node, take(LANES * node.shape().size()));
            }
        }
        for (Node node : plan.nodes()) {
            place(node);
        }
        this.keptOffset = end;
        end += keptSize * paddedRows();
    }

    private static int aligned(int offset) {
        return (offset + LANES - 1) / LANES * LANES;
    }

    private int take(int size) {
        int offset = end;
        end += size;
        return offset;
    }

    private void place(Node node) {
        if (RowPlan.isFixed(node) || node.op() instanceof Input || !plan.isStored(node)) {
            return;
        }
        int size = LANES * plan.width(node);
        if (plan.isCrossing(node)) {
            offsets.put(node, keptSize);
            keptSize += size;
        } else {
            offsets.put(node, take(plan.isRowed(node) ? atOnce * size : size));
        }
        if (RowPlan.isReduction(node) && plan.isTotal(node)) {
            sums.put(node, take(SUM * plan.width(node)));
        }
    }

    private void layConstants() {
        for (Node node : plan.nodes()) {
            if (plan.isShared(node)) {
                constants.put(node, constantsOffset + initial.length());
                for (int i = 0; i < node.shape().size(); i++) {
                    for (int lane = 0; lane < LANES / FLOAT; lane++) {
                        initial.float32((float) node.value().at(i));
                    }
                }
            }
        }
    }

    private void layData() {
        int width = 0;
        for (Node node : plan.nodes()) {
            if (plan.isData(node)) {
                fields.put(node, FLOAT * width);
                width += node.shape().size() / plan.rows();
            }
        }
        recordSize = FLOAT * (width + (isPadded() ? 1 : 0));
        for (int row = 0; row < paddedRows() && recordSize > 0; row++) {
            for (Node node : plan.nodes()) {
                if (fields.containsKey(node)) {
                    layRow(node.value(), Math.min(row, plan.rows() - 1));
                }
            }
            if (isPadded()) {
                initial.int32(row < plan.rows() ? -1 : 0);
            }
        }
    }

    private void layRow(Tensor data, int row) {
        int width = data.shape().size() / plan.rows();
        for (int i = 0; i < width; i++) {
            initial.float32((float) data.at(row * width + i));
        }
    }

    /** How many rows there are with those that only fill up. */
    int paddedRows() {
        return (plan.rows() + atOnce - 1) / atOnce * atOnce;
    }

    boolean isPadded() {
        return paddedRows() > plan.rows();
    }

    int parametersOffset() {
        return parametersOffset;
    }

    /** Where a number of the code lies. */
    int pooled(int bits) {
        Integer known = pool.get(bits);
        if (known != null) {
            return known;
        }
        if (pool.size() == POOL) {
            throw new NotEmittableException("more than " + POOL + " different numbers in the formula");
        }
        int address = constantsOffset + initial.length();
        initial.int32(bits);
        pool.put(bits, address);
        return address;
    }

    /** Where the data segment is copied to. */
    int constantsOffset() {
        return constantsOffset;
    }

    /** The data segment: constants and data. */
    WasmCode initial() {
        return initial;
    }

    /** How much memory there is. */
    int size() {
        return end;
    }

    int dataOffset() {
        return dataOffset;
    }

    /** How far apart the data of neighbouring rows lie. */
    int recordSize() {
        return recordSize;
    }

    /** Where a row's mask lies in its record. */
    int maskField() {
        return recordSize - FLOAT;
    }

    int keptOffset() {
        return keptOffset;
    }

    /** How far apart what is kept of neighbouring rows lies. */
    int keptSize() {
        return keptSize;
    }

    /** Whether a constant has a part in each row's record. */
    boolean isData(Node constant) {
        return fields.containsKey(constant);
    }

    /** Where a constant's numbers for a row begin in the row's record. */
    int field(Node constant) {
        return fields.getOrDefault(constant, 0);
    }

    /** Where a constant without rows lies. */
    int constant(Node constant) {
        return constants.getOrDefault(constant, 0);
    }

    /** Where a stored node lies; of one that crosses blocks, in the row's record. */
    int offset(Node node) {
        return offsets.getOrDefault(node, 0);
    }

    /** Where a total reduction adds up. */
    int sum(Node reduction) {
        return sums.getOrDefault(reduction, 0);
    }
}
