package org.fallline.emit;

/** Code that puts a vector of four floats, one a grid point, on WebAssembly's stack. */
@FunctionalInterface
interface Lane {
    void write(WasmCode code);

    /** The value of a local variable. */
    record Local(int index) implements Lane {
        @Override
        public void write(WasmCode code) {
            code.localGet(index);
        }
    }
}
