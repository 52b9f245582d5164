package org.fallline.emit;

import org.fallline.autodiff.Node;
import org.fallline.autodiff.op.Input;
import org.fallline.autodiff.op.MaxTo;
import org.fallline.autodiff.op.Mean;
import org.fallline.tensor.Shape;

/**
 * The text of a fragment shader that carries out a {@link RowPlan} at one point of the plane a pixel.
 *
 * <p>What has rows is a {@code vec4} of four of them. Sums over rows are compensated (W. Kahan, 1965); multiplying by a number
 * that is 1, which only the caller knows, keeps compilers from calculating that nothing is lost.
 */
final class ShaderCode {
    /** How many multiply-adds of a step are written out; of more there is a loop over the units. */
    private static final int MOST_WRITTEN_OUT = 256;

    /** How many numbers of a row are read at once, ahead of their use. */
    private static final int MOST_READ_AHEAD = 16;

    /** How many parameters a pixel keeps; of more, each is calculated where it is used. */
    static final int MOST_KEPT = 256;

    /** How many numbers a pixel may store: cards have registers for some hundred, and memory of its own for some thousand. */
    private static final int MOST_STORED = 8192;

    private static final String HEAD = """
            #version 300 es
            precision highp float;
            precision highp int;
            precision highp sampler2D;
            uniform sampler2D plane;
            uniform sampler2D data;
            uniform vec4 grid;
            uniform float one;
            out float loss;
            vec2 point;
            vec4 texel(sampler2D numbers, int i) {
              return texelFetch(numbers, ivec2(i & 1023, i >> 10), 0);
            }
            float weight(int i) {
              vec4 p = texel(plane, i);
              return p.x + (p.y + (point.x * p.z + point.y * p.w));
            }
            """;

    /** What adds to a sum, and gives what it is, for one type. */
    private static final String SUM = """
            void add(inout TYPE sum, inout TYPE lost, TYPE x) {
              TYPE rest = x - lost;
              TYPE next = sum + rest;
              lost = (next * one - sum) * one - rest;
              sum = next;
            }
            """;

    private static final String TOTAL = """
            float total(vec4 sum, vec4 lost) {
              return (sum.x + sum.y) + (sum.z + sum.w) - ((lost.x + lost.y) + (lost.z + lost.w));
            }
            """;

    private final RowPlan plan;
    private final GlslCode code = new GlslCode();
    private final GlslLanes lanes = new GlslLanes(code);
    private final ShaderElements elements;
    private final int parameters;
    private final boolean isReadAhead;
    private final boolean isPadded;
    private final ShaderMap map;

    ShaderCode(RowPlan plan, ShaderMap map, int parameters) {
        this.plan = plan;
        this.map = map;
        this.parameters = parameters;
        this.isReadAhead = map.record() > 0 && map.record() <= MOST_READ_AHEAD;
        this.isPadded = map.groups() * ShaderMap.ROWS > plan.rows();
        this.elements = new ShaderElements(plan, map, code, lanes, parameters <= MOST_KEPT, isReadAhead);
    }

    /** The whole shader. */
    String text() {
        code.open("void main()");
        code.line("point = grid.xy + grid.zw * floor(gl_FragCoord.xy);");
        if (parameters <= MOST_KEPT) {
            code.line("float w[" + parameters + "];");
            code.loop("i", parameters).line("w[i] = weight(i);").close();
        }
        declare();
        plan.blocks().forEach(this::block);
        Glsl value = elements.of(plan.loss(), false, Place.at(0));
        code.line("loss = " + value.text() + ";").close();
        String body = code.toString();
        String sums = body.contains("add(") ? SUM.replace("TYPE", "float") + SUM.replace("TYPE", "vec4") + TOTAL : "";
        return HEAD + sums + body;
    }

    private void declare() {
        int stored = 0;
        for (Node node : plan.nodes()) {
            if (plan.isCrossing(node)) {
                throw new NotEmittableException(
                        node.op().name() + " of all rows is used after a sum over them, and a pixel keeps no rows");
            }
            if (RowPlan.isFixed(node) || node.op() instanceof Input || !plan.isStored(node)) {
                continue;
            }
            int width = plan.width(node);
            code.line((plan.isRowed(node) ? "vec4 " : "float ") + elements.name(node) + array(width) + ";");
            stored += plan.isRowed(node) ? ShaderMap.ROWS * width : width;
            if (isSum(node)) {
                String name = elements.name(node);
                String type = plan.isRowed(node.input(0)) ? "vec4 " : "float ";
                code.line(type + name + "sum" + array(width) + ", " + name + "lost" + array(width) + ";");
                stored += 2 * ShaderMap.ROWS * width;
            }
        }
        if (stored > MOST_STORED) {
            throw new NotEmittableException("a pixel would store " + stored + " numbers, more than " + MOST_STORED);
        }
    }

    private static String array(int width) {
        return width == 1 ? "" : "[" + width + "]";
    }

    private boolean isSum(Node node) {
        return RowPlan.isReduction(node) && plan.isTotal(node);
    }

    private void block(RowPlan.Block block) {
        for (RowPlan.Step step : block.steps()) {
            if (step.task() == RowPlan.Task.REDUCE && isSum(step.node())) {
                clear(step.node());
            }
        }
        if (!block.overRows()) {
            block.steps().forEach(this::step);
            return;
        }
        code.loop("group", map.groups());
        if (isReadAhead) {
            code.line("vec4 d[" + map.record() + "];");
            for (int i = 0; i < map.record(); i++) {
                code.line("d[" + i + "] = texel(data, group * " + map.record() + " + " + i + ");");
            }
        }
        if (isPadded) {
            code.line("bvec4 real = lessThan(ivec4(0, 1, 2, 3) + 4 * group, ivec4(" + plan.rows() + "));");
        }
        block.steps().forEach(this::step);
        code.close();
    }

    private void step(RowPlan.Step step) {
        Node node = step.node();
        switch (step.task()) {
            case STORE ->
                each(node, true, place -> {
                    Glsl value = elements.of(node, true, place);
                    code.line(elements.stored(node, "", place) + " = "
                            + (plan.isRowed(node) ? value.widened() : value.text()) + ";");
                });
            case REDUCE -> reduce(node);
            case FINISH -> finish(node);
        }
    }

    private interface Part {
        void write(Place place);
    }

    /**
     * Goes through the elements of a node.
     *
     * @param computing whether the node is computed though it is one that is stored
     */
    private void each(Node node, boolean computing, Part part) {
        int width = plan.width(node);
        int work = Product.work(plan, node, computing);
        each(width, width > 1 && work > MOST_WRITTEN_OUT, part);
    }

    private void each(int width, boolean looped, Part part) {
        if (looped) {
            Place place = new Place(0, code.fresh());
            code.loop(ShaderElements.index(place), width);
            part.write(place);
            code.close();
            return;
        }
        for (int i = 0; i < width; i++) {
            part.write(Place.at(i));
        }
    }

    // Reductions

    private static double start(Node reduction) {
        return reduction.op() instanceof MaxTo ? Double.NEGATIVE_INFINITY : 0;
    }

    private void clear(Node node) {
        int width = plan.width(node);
        String type = plan.isRowed(node.input(0)) ? "vec4(" : "float(";
        String start = type + GlslLanes.literal(start(node)) + ");";
        each(width, width > 1, place -> {
            code.line(elements.stored(node, "sum", place) + " = " + start);
            code.line(elements.stored(node, "lost", place) + " = " + type + "0.0);");
        });
    }

    private void reduce(Node node) {
        Node x = node.input(0);
        boolean rows = plan.isRowed(x);
        if (!plan.isTotal(node)) {
            reduceWithinRow(node, x);
            return;
        }
        boolean hasAxis = rows && node.shape().rank() == x.shape().rank();
        Shape small = hasAxis ? RowPlan.withoutFirst(node.shape()) : node.shape();
        Shape large = plan.shape(x, rows);
        each(x, false, place -> {
            Place target = Expressions.source(small, large, place);
            if (target == null) {
                throw new NotEmittableException(node.op().name() + " from " + large + " to " + small);
            }
            Glsl value = elements.of(x, false, place);
            String sum = elements.stored(node, "sum", target);
            if (node.op() instanceof MaxTo) {
                Glsl greater = Elementary.maximum(lanes, value, Glsl.number(sum, rows));
                code.line(sum + " = " + greater.text() + ";");
                return;
            }
            Glsl zero = lanes.constant(0);
            Glsl masked = rows && isPadded ? lanes.select(new Glsl("real", true, true), value, zero) : value;
            String added = rows ? masked.widened() : masked.text();
            code.line("add(" + sum + ", " + elements.stored(node, "lost", target) + ", " + added + ");");
        });
    }

    /** A reduction with rows: one number a row. */
    private void reduceWithinRow(Node node, Node x) {
        if (plan.width(node) != 1) {
            throw new NotEmittableException(node.op().name() + " to " + node.shape() + " within the rows of the data");
        }
        String name = elements.name(node);
        Glsl before = Glsl.number(name, true);
        code.line(name + " = vec4(" + GlslLanes.literal(start(node)) + ");");
        each(x, false, place -> {
            Glsl value = elements.of(x, false, place);
            Glsl taken =
                    node.op() instanceof MaxTo ? Elementary.maximum(lanes, value, before) : lanes.add(before, value);
            code.line(name + " = " + taken.text() + ";");
        });
    }

    private void finish(Node node) {
        int width = plan.width(node);
        boolean rows = plan.isRowed(node.input(0));
        each(width, width > 1, place -> {
            String sum = elements.stored(node, "sum", place);
            String lost = elements.stored(node, "lost", place);
            String total = rows ? "total(" + sum + ", " + lost + ")" : "(" + sum + " - " + lost + ")";
            if (node.op() instanceof MaxTo) {
                Glsl greatest = Glsl.number(sum, rows);
                for (int i = 0; i < ShaderMap.ROWS && rows; i++) {
                    Glsl next = Glsl.number(sum + "." + "xyzw".charAt(i), false);
                    greatest = i == 0 ? next : Elementary.maximum(lanes, greatest, next);
                }
                total = greatest.text();
            } else if (node.op() instanceof Mean) {
                total = total + " / " + GlslLanes.literal(node.input(0).shape().size());
            }
            code.line(elements.stored(node, "", place) + " = " + total + ";");
        });
    }
}
