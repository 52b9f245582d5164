package org.fallline.autodiff;

/** What a gradient is where the target does not depend on the source: TensorFlow's {@code tf.UnconnectedGradients}. */
public enum UnconnectedGradients {
    /** Null, so that a forgotten connection shows. */
    NONE,
    /** Zeros of the source's shape. */
    ZERO
}
