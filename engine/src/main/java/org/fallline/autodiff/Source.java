package org.fallline.autodiff;

import org.fallline.tensor.Shape;

/** What a target can be differentiated by: a {@link Variable}, or the {@link Node} of a value that a tape watches or computed. */
public sealed interface Source permits Node, Variable {
    Shape shape();
}
