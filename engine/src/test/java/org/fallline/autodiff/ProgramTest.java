package org.fallline.autodiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import org.fallline.experiment.Walker;
import org.fallline.optim.Sgd;
import org.fallline.problem.ProblemSpec;
import org.fallline.tensor.Shape;
import org.fallline.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ProgramTest {
    private final Node x = Ops.input("x", Shape.SCALAR);

    @Test
    void advance_manySteps_allocatesNothing() {
        ProblemSpec every = new ProblemSpec.Function(
                "",
                "sin(x)+cos(y)+tan(x/9)+exp(-x^2)+log(1+y^2)+sqrt(1+x^2)+abs(y)+sign(x)+tanh(x y)+sigmoid(x)+relu(y)",
                Map.of());
        ProblemSpec linear = new ProblemSpec.Linear(
                Tensor.matrix(new double[][] {{1, 2}, {3, 4}, {5, 6}}),
                Tensor.matrix(new double[][] {{1}, {2}, {3}}),
                Tensor.matrix(new double[][] {{0.1}, {0.2}}),
                Tensor.vector(0.3));
        for (ProblemSpec spec : List.of(every, linear)) {
            double[] start = new double[spec.problem(0).layout().size()];
            Walker walker = new Walker(spec.problem(0).objective(), new Sgd(0.01, 0.9, true), start);
            allocated(walker, 1000);
            long bytes = allocated(walker, 10_000);
            // Less than a byte a step: the measurement itself may allocate a little.
            assertTrue(bytes < 10_000, () -> "10,000 steps of " + spec + " allocated " + bytes + " bytes");
            assertEquals(11_000, walker.step());
        }
    }

    private static long allocated(Walker walker, int steps) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < steps; i++) {
            walker.advance();
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void gradient_hundredThousandOperationsDeep_doesNotOverflowTheStack() {
        Node deep = x;
        for (int i = 0; i < 100_000; i++) {
            deep = Ops.add(deep, x);
        }
        Node gradient = ReversePass.of(deep, List.of(x)).cotangentOrZeros(x);
        List<Node> outputs = Simplify.simplify(List.of(deep, gradient));
        Program program = Program.of(List.of(x), outputs);
        program.run(new double[] {0.5});
        assertEquals(50_000.5, program.value(outputs.get(0)).item());
        assertEquals(100_001, program.value(outputs.get(1)).item());
    }

    @Test
    void gradient_hundredThousandOperationsOnTape_doesNotOverflowTheStack() {
        Node watched = Ops.constant(0.5);
        try (GradientTape tape = new GradientTape()) {
            Node deep = tape.watch(watched);
            for (int i = 0; i < 100_000; i++) {
                deep = Ops.negate(deep);
            }
            assertEquals(
                    Tensor.scalar(1),
                    tape.gradients(deep, List.of(watched))
                            .cotangentOrZeros(watched)
                            .value());
        }
    }

    @Test
    void run_again_forgetsTheRunBefore() {
        Node y = Ops.add(Ops.sumTo(Ops.broadcastTo(x, Shape.of(3)), Shape.SCALAR), Ops.exp(x));
        Program program = Program.of(List.of(x), List.of(y));
        program.run(new double[] {7});
        program.run(new double[] {0});
        assertEquals(1, program.value(y).item());
    }

    @Test
    void memory_ofAProgram_beginsWithTheInputsAndHoldsEveryNode() {
        Node w = Ops.input("w", Shape.of(2));
        Node y = Ops.multiply(w, x);
        Program program = Program.of(List.of(x, w), List.of(y));
        program.run(new double[] {2, 3, 4});
        assertEquals(0, program.offset(x));
        assertEquals(1, program.offset(w));
        assertEquals("[2, 3, 4, 2, 2, 6, 8]", Tensor.vector(program.memory()).toString());
    }

    @Test
    void of_inputThatIsNotListed_isRefusedByName() {
        Node y = Ops.add(x, Ops.input("forgotten", Shape.SCALAR));
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> Program.of(List.of(x), List.of(y)));
        assertEquals("the input forgotten is not among the program's inputs", e.getMessage());
    }

    @Test
    void run_wrongNumberOfInputs_isRefused() {
        Program program = Program.of(List.of(x), List.of(Ops.sin(x)));
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> program.run(new double[] {1, 2}));
        assertEquals("the program takes 1 numbers, not 2", e.getMessage());
    }

    @Test
    void valueAndGradient_parameterNobodyUses_hasAZeroGradient() {
        ValueAndGradient function =
                ValueAndGradient.of(ParameterLayout.scalars(List.of("x", "unused")), nodes -> Ops.square(nodes.get(0)));
        double[] gradient = {9, 9};
        assertEquals(9, function.valueAndGradient(new double[] {3, 5}, gradient));
        assertEquals("[6, 0]", Tensor.vector(gradient).toString());
    }

    @Test
    void valueAndGradient_parameterItself_hasTheGradientOne() {
        ValueAndGradient function = ValueAndGradient.of(ParameterLayout.scalars(List.of("x")), nodes -> nodes.get(0));
        double[] gradient = new double[1];
        assertEquals(3, function.valueAndGradient(new double[] {3}, gradient));
        assertEquals(1, gradient[0]);
    }

    @Test
    void valueAndGradient_dataBesideTheParameters_isGivenAnewForEachEvaluation() {
        // L = w·x² has ∂L/∂w = x².
        ValueAndGradient function = ValueAndGradient.of(
                ParameterLayout.scalars(List.of("w")),
                ParameterLayout.scalars(List.of("x")),
                nodes -> Ops.multiply(nodes.get(0), Ops.square(nodes.get(1))));
        double[] gradient = new double[1];
        for (double x : new double[] {3, -0.5}) {
            function.data()[0] = x;
            assertEquals(7 * x * x, function.valueAndGradient(new double[] {7}, gradient));
            assertEquals(7 * x * x, function.value(new double[] {7}));
            assertEquals(x * x, gradient[0]);
        }
    }

    @Test
    void valueAndGradient_lossThatIsNoScalar_isRefused() {
        ParameterLayout layout = new ParameterLayout(List.of("w"), List.of(Shape.of(2)));
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> ValueAndGradient.of(layout, nodes -> nodes.get(0)));
        assertEquals("a loss must be a scalar but its shape is (2)", e.getMessage());
    }

    @Test
    void elementNames_ofALayout_numberRowsAndColumnsFromOne() {
        ParameterLayout layout = new ParameterLayout(
                List.of("x", "W", "V", "b"), List.of(Shape.SCALAR, Shape.of(2, 2), Shape.of(2, 1), Shape.of(1)));
        assertEquals(List.of("x", "W₁,₁", "W₁,₂", "W₂,₁", "W₂,₂", "V₁", "V₂", "b"), layout.elementNames());
    }
}
