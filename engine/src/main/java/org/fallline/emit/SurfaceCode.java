package org.fallline.emit;

/** The functions of a surface's module. */
final class SurfaceCode {
    private static final int POINTS_AT_ONCE = 4;
    private static final int DOUBLE = 8;

    private final RowPlan plan;
    private final MemoryMap memory;
    private final int parameters;
    private final boolean fused;

    SurfaceCode(RowPlan plan, MemoryMap memory, int parameters, boolean fused) {
        this.plan = plan;
        this.memory = memory;
        this.parameters = parameters;
        this.fused = fused;
    }

    byte[] module() {
        WasmModule module = new WasmModule();
        int turn = turn(module);
        int losses = new RowCode(plan, memory, EmittedSurface.resultsOffset(parameters), fused).addTo(module);
        int evaluate = evaluate(module, turn, losses);
        module.export("evaluate", evaluate);
        return module.toBytes(memory.size(), memory.constantsOffset(), memory.initial());
    }

    /** {@code evaluate(count)}: four points at a time, the last ones with what lies behind them. */
    private int evaluate(WasmModule module, int turn, int losses) {
        WasmCode code = new WasmCode();
        int count = 0;
        int point = 1;
        code.localGet(count).intConstant(DOUBLE).op(WasmCode.I32_MUL).localSet(count);
        code.localGet(count).op(WasmCode.IF).oneByte(WasmCode.EMPTY_BLOCK);
        code.loop().localGet(point).call(turn).localGet(point).call(losses);
        code.increase(point, POINTS_AT_ONCE * DOUBLE);
        code.localGet(point).localGet(count).op(WasmCode.I32_LT_U);
        code.op(WasmCode.BRANCH_IF).unsigned(0).op(WasmCode.END).op(WasmCode.END);
        return module.function(1, 1, 0, code);
    }

    /** {@code turn(point)}: the parameters at four points, {@code origin + u·a + v·b}, as floats. */
    private int turn(WasmModule module) {
        WasmCode code = new WasmCode();
        int point = 0;
        int p = 1;
        int u = 2;
        int sum = 6;
        for (int half = 0; half < 2; half++) {
            for (int coordinate = 0; coordinate < 2; coordinate++) {
                int offset = EmittedSurface.pointsOffset(parameters)
                        + DOUBLE * (coordinate * EmittedSurface.CAPACITY + 2 * half);
                code.localGet(point).access(WasmCode.V128_LOAD, 3, offset).localSet(u + 2 * half + coordinate);
            }
        }
        code.loop();
        for (int half = 0; half < 2; half++) {
            loadPlane(code, p, 0);
            for (int coordinate = 0; coordinate < 2; coordinate++) {
                loadPlane(code, p, coordinate + 1);
                code.localGet(u + 2 * half + coordinate);
                code.vector(WasmCode.F64X2_MUL).vector(WasmCode.F64X2_ADD);
            }
            code.vector(WasmCode.F32X4_DEMOTE).localSet(sum + half);
        }
        code.localGet(p).intConstant(1).op(WasmCode.I32_SHL);
        code.localGet(sum).localGet(sum + 1).joinLowHalves();
        code.access(WasmCode.V128_STORE, 4, memory.parametersOffset());
        code.increase(p, DOUBLE).repeatWhileBelow(p, DOUBLE * parameters);
        return module.function(1, 1, 6, code);
    }

    private void loadPlane(WasmCode code, int p, int row) {
        code.localGet(p).access(WasmCode.V128_LOAD64_SPLAT, 3, DOUBLE * parameters * row);
    }
}
