package org.fallline.autodiff;

import java.util.List;

/** A step of a {@link Program}: reads and writes its memory. */
interface Instruction {
    /** Computes its nodes. Allocates nothing. */
    void run(double[] memory);

    /** The nodes that it computes, in order. */
    List<Node> nodes();
}
