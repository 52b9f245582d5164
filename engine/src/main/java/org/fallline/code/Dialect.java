package org.fallline.code;

import java.util.List;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.Notation.Operand;
import org.fallline.tensor.Tensor;

/** How a language writes the nodes of a graph. */
interface Dialect {
    /** A number that a computation contains. */
    Operand number(double value);

    /** The expression that makes data. */
    String data(Tensor value);

    /**
     * The application of a node's op to operands.
     *
     * @param operands what is written for the node's inputs; one may be of a shape that broadcasts to its input's
     * @throws UnlistedException if the language has no words for it
     */
    Operand apply(Node node, List<Operand> operands);

    /** The statement that names an expression. */
    String assignment(String name, String expression);

    /** The statement that names data, outside of the loss. */
    String declaration(String name, String expression);
}
