package org.fallline.web.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fallline.optim.Adam;
import org.fallline.optim.Sgd;
import org.fallline.problem.ProblemSpec;
import org.fallline.tensor.Tensor;
import org.teavm.jso.JSExport;

/**
 * The engine's loops as exports, the same on every platform. One is chosen by its name, and then run:
 *
 * <pre>
 * use = (rosenbrock | linear | tanh | network) (run | forward | gradient | loss)* ;
 * </pre>
 */
public final class EngineLoops {
    private static Loop loop = new TanhSweep();

    private EngineLoops() {}

    public static void main(String[] args) {}

    /** Chooses Adam on Rosenbrock's function. */
    @JSExport
    public static void rosenbrock() {
        loop = new FunctionDescent(
                new ProblemSpec.Function("rosenbrock", "", Map.of()).problem(), new Adam(0.001, 0.9, 0.999, 1e-7));
    }

    /** Chooses plain gradient descent on the chapter's linear model. */
    @JSExport
    public static void linear() {
        ProblemSpec.Linear chapter = new ProblemSpec.Linear(
                Tensor.matrix(new double[][] {{1, 2}}),
                Tensor.matrix(new double[][] {{1}}),
                Tensor.matrix(new double[][] {{0.1}, {0.2}}),
                Tensor.vector(0.3));
        loop = new FunctionDescent(chapter.problem(), new Sgd(0.01, 0, false));
    }

    /** Chooses the hyperbolic tangent alone. */
    @JSExport
    public static void tanh() {
        loop = new TanhSweep();
    }

    /**
     * Chooses gradient descent of a network on points of a circle.
     *
     * @param widths of its layers, such as {@code 2-4-2-1}
     */
    @JSExport
    public static void network(String widths, int points, int batch) {
        loop = new NetworkDescent(widths(widths), points, batch);
    }

    @JSExport
    public static void run(int count) {
        loop.run(count);
    }

    @JSExport
    public static void forward(int count) {
        loop.forward(count);
    }

    @JSExport
    public static void gradient(int count) {
        loop.gradient(count);
    }

    @JSExport
    public static double loss() {
        return loop.loss();
    }

    static List<Integer> widths(String text) {
        List<Integer> widths = new ArrayList<>();
        for (String width : text.split("-", -1)) {
            widths.add(Integer.valueOf(width));
        }
        return widths;
    }
}
