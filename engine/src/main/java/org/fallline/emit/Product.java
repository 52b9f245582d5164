package org.fallline.emit;

import java.util.ArrayList;
import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.op.Add;
import org.fallline.autodiff.op.MatMul;
import org.jspecify.annotations.Nullable;

/**
 * A matrix product within an expression, with what is added to it, where its sums can begin.
 *
 * @param value the node that the sums give: the product, or the sum of product and bias
 * @param product the matrix product
 * @param bias what its sums begin with; null for 0
 */
record Product(Node value, Node product, @Nullable Node bias) {
    /**
     * The products that the expression of a node has, each at the same place as the node itself.
     *
     * @param root a node whose elements are to be computed, stored or not
     */
    static List<Product> of(RowPlan plan, Node root) {
        List<Product> products = new ArrayList<>();
        collect(plan, root, products);
        return products;
    }

    /**
     * About how many operations the elements of a node take, for one row.
     *
     * @param computing whether the node is computed though it is one that is stored
     */
    static int work(RowPlan plan, Node node, boolean computing) {
        int width = plan.width(node);
        int work = width;
        if (computing || !plan.isStored(node)) {
            for (Product product : of(plan, node)) {
                work += width * product.inner();
            }
        }
        return work;
    }

    // No deeper than an expression.
    private static void collect(RowPlan plan, Node node, List<Product> products) {
        if (products.stream().anyMatch(known -> known.value() == node)) {
            return;
        }
        if (node.op() instanceof MatMul) {
            products.add(new Product(node, node, null));
            return;
        }
        if (node.op() instanceof Add) {
            for (int i = 0; i < 2; i++) {
                Node product = node.input(i);
                Node bias = node.input(1 - i);
                if (isInline(plan, product) && product.op() instanceof MatMul && isPlain(plan, bias)) {
                    products.add(new Product(node, product, bias));
                    return;
                }
            }
        }
        for (Node input : node.inputs()) {
            if (isInline(plan, input)) {
                collect(plan, input, products);
            }
        }
    }

    private static boolean isInline(RowPlan plan, Node node) {
        return !RowPlan.isFixed(node) && !plan.isStored(node);
    }

    private static boolean isPlain(RowPlan plan, Node node) {
        Node source = node;
        while (RowPlan.isView(source)) {
            source = source.input(0);
        }
        return !isInline(plan, source);
    }

    /** How many factors each sum has. */
    int inner() {
        MatMul op = (MatMul) product.op();
        return product.input(0).shape().extent(op.transposedA() ? 0 : 1);
    }

    /** How many columns the product has. */
    int columns() {
        return product.shape().extent(1);
    }

    boolean isTransposedA() {
        return ((MatMul) product.op()).transposedA();
    }

    boolean isTransposedB() {
        return ((MatMul) product.op()).transposedB();
    }
}
