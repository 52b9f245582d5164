package org.fallline.emit;

import java.util.List;
import java.util.function.Function;
import org.fallline.autodiff.Node;
import org.fallline.autodiff.ParameterLayout;
import org.fallline.autodiff.Simplify;
import org.fallline.tensor.Shape;
import org.jspecify.annotations.Nullable;

/** Makes a WebAssembly module of a loss. */
public final class Emitter {
    /** More is left to the compiled program: a browser would have to find it for each worker. */
    private static final int MOST_MEMORY = 1 << 27;

    private Emitter() {}

    /**
     * What became of a loss.
     *
     * @param surface the module, or null
     * @param reason why there is no module; empty if there is one
     */
    public record Emission(@Nullable EmittedSurface surface, String reason) {}

    /**
     * A module of which {@code WebAssembly.validate} says whether the browser has vectors; with {@code fused}, whether it has
     * relaxed multiply-adds too.
     */
    public static byte[] probe(boolean fused) {
        WasmCode code = new WasmCode();
        Lane zero = out -> out.splatConstant(0);
        new WasmLanes(code, 0, bits -> 0, fused).madd(zero, zero, zero).write(code);
        code.localSet(0);
        WasmModule module = new WasmModule();
        module.function(0, 0, 1, code);
        return module.toBytes(0, 0, new WasmCode());
    }

    /**
     * A module that computes a loss, or the reason why there is none.
     *
     * @param layout the parameters, flat in order
     * @param loss from one symbolic node a parameter to the loss, a scalar; data are constants of the graph
     * @param fused whether multiply-adds may round once, by relaxed SIMD, where the machine is faster so: results then depend on the
     *     machine, and the browser must have it, which {@code WebAssembly.validate} tells
     */
    public static Emission emit(ParameterLayout layout, Function<List<Node>, Node> loss, boolean fused) {
        try {
            RowPlan plan = plan(layout, loss);
            MemoryMap memory = new MemoryMap(plan, layout.size(), plan.rows() > 1 ? RowCode.ROWS : 1);
            if (memory.size() > MOST_MEMORY) {
                return new Emission(null, "the examples need " + memory.size() + " bytes of memory");
            }
            byte[] module = new SurfaceCode(plan, memory, layout.size(), fused).module();
            return new Emission(new EmittedSurface(module, layout.size()), "");
        } catch (NotEmittableException e) {
            return new Emission(null, String.valueOf(e.getMessage()));
        }
    }

    /**
     * The plan of a loss.
     *
     * @throws NotEmittableException if the loss has an operation that no back end has
     */
    static RowPlan plan(ParameterLayout layout, Function<List<Node>, Node> loss) {
        List<Node> parameters = layout.inputs();
        Node traced = loss.apply(parameters);
        if (!traced.shape().equals(Shape.SCALAR)) {
            throw new IllegalArgumentException("a loss must be a scalar but its shape is " + traced.shape());
        }
        Node conditioned = Conditioning.of(Simplify.simplify(List.of(traced)).get(0));
        return new RowPlan(parameters, Simplify.simplify(List.of(conditioned)).get(0));
    }
}
