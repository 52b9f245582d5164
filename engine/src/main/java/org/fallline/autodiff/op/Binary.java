package org.fallline.autodiff.op;

/** An element-wise op of two inputs. */
interface Binary extends Elementwise {
    @Override
    default int arity() {
        return 2;
    }
}
