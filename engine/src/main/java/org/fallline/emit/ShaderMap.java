package org.fallline.emit;

import java.util.IdentityHashMap;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.op.Input;

/**
 * What a shader reads, in texels of four floats.
 *
 * <pre>
 * data = group* constant*
 * group = a texel for each number of a row    that number in four rows; the last group repeats the last row
 * constant = a texel                          the number, then nothing
 * </pre>
 */
final class ShaderMap {
    /** How many rows of the data are computed at once. */
    static final int ROWS = 4;

    private final RowPlan plan;
    private final IdentityHashMap<Node, Integer> fields = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Integer> constants = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Integer> parameters = new IdentityHashMap<>();
    private final int groups;
    private int record;
    private int texels;

    ShaderMap(RowPlan plan) {
        this.plan = plan;
        this.groups = (plan.rows() + ROWS - 1) / ROWS;
        int parameter = 0;
        for (Node node : plan.nodes()) {
            if (node.op() instanceof Input) {
                parameters.put(node, parameter);
                parameter += node.shape().size();
            } else if (plan.isData(node)) {
                fields.put(node, record);
                record += node.shape().size() / plan.rows();
            }
        }
        texels = groups * record;
        for (Node node : plan.nodes()) {
            if (plan.isShared(node)) {
                constants.put(node, texels);
                texels += node.shape().size();
            }
        }
    }

    /** How many groups of rows there are. */
    int groups() {
        return groups;
    }

    /** How many texels a group has. */
    int record() {
        return record;
    }

    /** How many texels there are. */
    int texels() {
        return texels;
    }

    /** Whether a constant has a part in each group. */
    boolean isData(Node constant) {
        return fields.containsKey(constant);
    }

    /** Where a constant's numbers begin in a group. */
    int field(Node constant) {
        return fields.getOrDefault(constant, 0);
    }

    /** Where a constant without rows begins. */
    int constant(Node constant) {
        return constants.getOrDefault(constant, 0);
    }

    /** Where a parameter begins among all. */
    int parameter(Node input) {
        return parameters.getOrDefault(input, 0);
    }

    /** The numbers of a texture that has room for so many texels. */
    float[] data(int room) {
        float[] data = new float[ROWS * room];
        for (Node node : plan.nodes()) {
            if (fields.containsKey(node)) {
                layRows(node, data);
            } else if (constants.containsKey(node)) {
                for (int i = 0; i < node.shape().size(); i++) {
                    data[ROWS * (constant(node) + i)] = (float) node.value().at(i);
                }
            }
        }
        return data;
    }

    private void layRows(Node node, float[] data) {
        int width = node.shape().size() / plan.rows();
        for (int row = 0; row < groups * ROWS; row++) {
            int source = Math.min(row, plan.rows() - 1) * width;
            int target = row / ROWS * record + field(node);
            for (int i = 0; i < width; i++) {
                data[ROWS * (target + i) + row % ROWS] = (float) node.value().at(source + i);
            }
        }
    }
}
