package org.fallline.emit;

import java.util.ArrayList;
import java.util.List;

/**
 * A WebAssembly module with one memory, exported as {@code memory}, and one data segment that is copied into it at the start.
 *
 * <pre>
 * module = type* function* memory export* start code* data
 * </pre>
 *
 * <p>All functions take numbers of type i32 and return nothing. Source: WebAssembly Core Specification 3.0, section 5.5.
 */
final class WasmModule {
    /** The size of a page of memory, in bytes. */
    static final int PAGE = 65536;

    static final int INT = 0x7F;
    static final int VECTOR = 0x7B;

    private static final int FUNCTION_TYPE = 0x60;
    private static final int PASSIVE = 1;

    /** The magic number and the version. */
    private static final byte[] HEADER = {0, 'a', 's', 'm', 1, 0, 0, 0};

    private record Function(int parameters, WasmCode body) {}

    private record Export(String name, int kind, int index) {}

    private final List<Function> functions = new ArrayList<>();
    private final List<Export> exports = new ArrayList<>();

    /**
     * Adds a function and returns its index.
     *
     * @param parameters how many numbers of type i32 it takes: the first locals
     * @param ints how many locals of type i32 follow
     * @param vectors how many locals of type v128 follow these
     * @param instructions without the last {@code end}
     */
    int function(int parameters, int ints, int vectors, WasmCode instructions) {
        WasmCode body = new WasmCode().unsigned(2);
        body.unsigned(ints).oneByte(INT).unsigned(vectors).oneByte(VECTOR);
        body.raw(instructions.toBytes()).op(WasmCode.END);
        functions.add(new Function(parameters, body));
        return functions.size() - 1;
    }

    /** Exports a function. */
    void export(String name, int function) {
        exports.add(new Export(name, 0, function));
    }

    /**
     * The binary.
     *
     * @param memory how many bytes of memory there must be
     * @param offset where the data is copied to
     */
    byte[] toBytes(int memory, int offset, WasmCode data) {
        WasmCode start = new WasmCode().intConstant(offset).intConstant(0).intConstant(data.length());
        int startFunction = function(0, 0, 0, start.memoryInit(0).dataDrop(0));
        exports.add(new Export("memory", 2, 0));

        WasmCode module = new WasmCode().raw(HEADER);
        WasmCode types = new WasmCode().unsigned(functions.size());
        WasmCode indices = new WasmCode().unsigned(functions.size());
        WasmCode codes = new WasmCode().unsigned(functions.size());
        for (int i = 0; i < functions.size(); i++) {
            Function function = functions.get(i);
            types.oneByte(FUNCTION_TYPE).unsigned(function.parameters());
            for (int k = 0; k < function.parameters(); k++) {
                types.oneByte(INT);
            }
            types.unsigned(0);
            indices.unsigned(i);
            codes.sized(function.body());
        }
        int pages = (memory + PAGE - 1) / PAGE;
        WasmCode exported = new WasmCode().unsigned(exports.size());
        for (Export export : exports) {
            exported.name(export.name()).oneByte(export.kind()).unsigned(export.index());
        }
        module.oneByte(1).sized(types);
        module.oneByte(3).sized(indices);
        module.oneByte(5)
                .sized(new WasmCode().unsigned(1).oneByte(1).unsigned(pages).unsigned(pages));
        module.oneByte(7).sized(exported);
        module.oneByte(8).sized(new WasmCode().unsigned(startFunction));
        module.oneByte(12).sized(new WasmCode().unsigned(1));
        module.oneByte(10).sized(codes);
        module.oneByte(11).sized(new WasmCode().unsigned(1).unsigned(PASSIVE).sized(data));
        return module.toBytes();
    }
}
