package org.fallline.emit;

import java.util.IdentityHashMap;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.op.Input;
import org.jspecify.annotations.Nullable;

/** Elements of a plan's nodes as GLSL: first the matrix products in a node's expression, each in a variable, then the rest. */
final class ShaderElements implements Expressions.Source<Glsl> {
    /** How many factors of a sum are written out; more are a loop. */
    private static final int MOST_FACTORS = 16;

    private final RowPlan plan;
    private final ShaderMap map;
    private final GlslCode code;
    private final GlslLanes lanes;
    private final boolean isKept;
    private final boolean isReadAhead;
    private final Expressions<Glsl> expressions;
    private final IdentityHashMap<Node, Glsl> sums = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Integer> names = new IdentityHashMap<>();
    private @Nullable Node computed;

    /**
     * Elements, as they are calculated at the end of some code.
     *
     * @param isKept whether the parameters are in an array
     * @param isReadAhead whether the numbers of the rows at hand are in an array
     */
    ShaderElements(RowPlan plan, ShaderMap map, GlslCode code, GlslLanes lanes, boolean isKept, boolean isReadAhead) {
        this.plan = plan;
        this.map = map;
        this.code = code;
        this.lanes = lanes;
        this.isKept = isKept;
        this.isReadAhead = isReadAhead;
        this.expressions = new Expressions<>(lanes, plan, this);
    }

    /** What a stored node is called. */
    String name(Node node) {
        Integer known = names.get(node);
        int number = known == null ? names.size() : known;
        names.put(node, number);
        return "n" + number;
    }

    /** The text of a place: a number, a variable, or their sum. */
    static String index(Place place) {
        if (place.isFixed()) {
            return Integer.toString(place.element());
        }
        return "i" + place.loop() + (place.element() == 0 ? "" : " + " + place.element());
    }

    /** An element of what belongs to a stored node: its value, or with a suffix its sum. */
    String stored(Node node, String suffix, Place place) {
        return name(node) + suffix + (plan.width(node) == 1 ? "" : "[" + index(place) + "]");
    }

    /**
     * An element of a node.
     *
     * @param computing whether the node is computed though it is one that is stored
     */
    Glsl of(Node node, boolean computing, Place place) {
        computed = computing ? node : null;
        if (computing || !plan.isStored(node)) {
            for (Product product : Product.of(plan, node)) {
                sums.put(product.value(), sum(product, place));
            }
        }
        Glsl value = expressions.element(node, place, plan.isRowed(node));
        sums.clear();
        computed = null;
        return value;
    }

    // The products

    private Glsl sum(Product product, Place place) {
        boolean rows = plan.isRowed(product.product());
        Glsl start = product.bias() == null ? lanes.constant(0) : expressions.element(product.bias(), place, rows);
        Glsl sum = code.variable(start, rows);
        int inner = product.inner();
        if (!rows && !place.isFixed()) {
            throw new NotEmittableException(
                    "a matrix product of " + product.product().shape() + " without rows");
        }
        if (rows && inner > MOST_FACTORS) {
            Place factor = new Place(0, code.fresh());
            code.loop(index(factor), inner);
            addFactor(product, sum, place, factor);
            code.close();
            return sum;
        }
        for (int p = 0; p < inner; p++) {
            addFactor(product, sum, place, Place.at(p));
        }
        return sum;
    }

    private void addFactor(Product product, Glsl sum, Place place, Place p) {
        Node matmul = product.product();
        boolean rows = plan.isRowed(matmul);
        Place column = rows ? place : Place.at(place.element() % product.columns());
        Place ofA = p;
        if (!rows) {
            int i = place.element() / product.columns();
            ofA = Place.at(
                    product.isTransposedA()
                            ? p.element() * matmul.shape().extent(0) + i
                            : i * product.inner() + p.element());
        }
        Place ofB =
                product.isTransposedB() ? combined(column, product.inner(), p) : combined(p, product.columns(), column);
        Glsl factor = expressions.element(matmul.input(0), ofA, rows);
        Glsl weight = expressions.element(matmul.input(1), ofB, false);
        code.line(sum.text() + " += " + factor.text() + " * " + weight.text() + ";");
    }

    /** The place {@code many · times + one}. */
    private Place combined(Place many, int times, Place one) {
        int element = many.element() * times + one.element();
        if (many.isFixed()) {
            return new Place(element, one.loop());
        }
        if (times == 1 && one.isFixed()) {
            return new Place(element, many.loop());
        }
        int variable = code.fresh();
        String rest = one.isFixed() ? "" : " + i" + one.loop();
        code.line("int i" + variable + " = i" + many.loop() + " * " + times + rest + ";");
        return new Place(element, variable);
    }

    // Where the numbers are

    @Override
    public boolean holds(Node node) {
        return sums.containsKey(node) || (plan.isStored(node) && node != computed);
    }

    @Override
    public Glsl load(Node node, Place place) {
        Glsl sum = sums.get(node);
        if (sum != null) {
            return sum;
        }
        if (node.op() instanceof Input) {
            Place parameter = new Place(map.parameter(node) + place.element(), place.loop());
            String text = isKept ? "w[" + index(parameter) + "]" : "weight(" + index(parameter) + ")";
            return Glsl.number(text, false);
        }
        return Glsl.number(stored(node, "", place), plan.isRowed(node));
    }

    @Override
    public Glsl constant(Node node, Place place, boolean ofRow) {
        if (ofRow && map.isData(node)) {
            String field = index(new Place(map.field(node) + place.element(), place.loop()));
            String text =
                    isReadAhead ? "d[" + field + "]" : "texel(data, group * " + map.record() + " + " + field + ")";
            return Glsl.number(text, true);
        }
        if (map.isData(node)) {
            throw new NotEmittableException("a constant of " + node.shape() + " is no data of the rows");
        }
        String at = index(new Place(map.constant(node) + place.element(), place.loop()));
        return Glsl.number("texel(data, " + at + ").x", false);
    }
}
