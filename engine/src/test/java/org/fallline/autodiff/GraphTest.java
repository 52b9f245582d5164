package org.fallline.autodiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.fallline.autodiff.op.Add;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;
import org.junit.jupiter.api.Test;

class GraphTest {
    private final Node x = Ops.input("x", Shape.of(2));
    private final Node y = Ops.input("y", Shape.SCALAR);

    @Test
    void toString_ofAGraph_hasOneLineANode() {
        Node shifted =
                Ops.add(Ops.square(x), Ops.constant(Tensor.vector(1, 0.5))).named("shifted");
        Node loss = Ops.multiply(Ops.sum(shifted), Ops.sin(y));
        assertEquals("""
                x (2) = x
                y () = y
                v1 (2) = square(x)
                v2 (2) = constant [1, 0.5]
                shifted (2) = add(v1, v2)
                v3 () = sum(shifted)
                v4 () = sin(y)
                v5 () = multiply(v3, v4)
                """, Graph.of(List.of(x, y), List.of(loss)).toString());
    }

    @Test
    void toString_ofAGradient_isAGraphLikeAnyOther() {
        Node loss = Ops.sum(Ops.square(x));
        Node gradient = ReversePass.of(loss, List.of(x)).cotangentOrZeros(x);
        assertEquals("""
                x (2) = x
                1 () = constant
                v1 (2) = broadcast(1)
                v2 (2) = constant [2, 2]
                v3 (2) = multiply(v2, x)
                v4 (2) = multiply(v1, v3)
                """, Graph.of(List.of(x), List.of(gradient)).toString());
    }

    @Test
    void of_sharedNodes_listsEachOnce() {
        Node square = Ops.square(x);
        assertEquals(
                List.of(x, square), Graph.of(List.of(), List.of(square, square)).nodes());
    }

    @Test
    void of_leadingNodesNobodyUses_keepsThemInFront() {
        assertEquals(List.of(y, x), Graph.of(List.of(y, x), List.of(x)).nodes());
    }

    @Test
    void of_nodeWithAWrongShape_isRefused() {
        Node wrong = new Node(new Add(), List.of(x, x), Shape.of(3), null);
        IllegalStateException e = assertThrows(IllegalStateException.class, () -> Graph.of(List.of(x), List.of(wrong)));
        assertEquals("v1 has the shape (3) but its op gives (2)", e.getMessage());
    }

    @Test
    void positionAndName_ofAForeignNode_areNullAndRefused() {
        Graph graph = Graph.of(List.of(), List.of(x));
        assertNull(graph.position(y));
        assertThrows(IllegalArgumentException.class, () -> graph.name(y));
    }

    @Test
    void literal_ofATensor_staysInTheGraphAndHasNoValueOfItsOwn() {
        Node literal = Ops.literal(Tensor.scalar(2));
        Node product = Ops.multiply(literal, Ops.constant(3));
        assertEquals("multiply", product.op().name());
        assertThrows(IllegalStateException.class, literal::value);
        Program program = Program.of(List.of(), List.of(product));
        program.run(new double[0]);
        assertEquals(6, program.value(product).item());
    }
}
