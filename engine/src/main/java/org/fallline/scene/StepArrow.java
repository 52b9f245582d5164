package org.fallline.scene;

/**
 * What a rule would do or remembers at the current step, as an arrow on the plane.
 *
 * @param kind what it is; it decides shape and colour
 * @param name as the figure's key calls it
 * @param u where it begins
 * @param v where it begins
 * @param du how far it reaches, in units of the plane's coordinates
 * @param dv how far it reaches
 */
public record StepArrow(Kind kind, String name, double u, double v, double du, double dv) {
    /** The arrows, told apart by shape as well as by colour. */
    public enum Kind {
        /** The learning rate times the negative gradient: a plain arrow. */
        GRADIENT,
        /** The whole step, where it is not a sum of such parts: a broad arrow. */
        STEP,
        /** Newton's step, to the minimum of the quadratic that fits here: a dashed arrow. */
        NEWTON,
        /** What a momentum adds: a double shaft. */
        MOMENTUM
    }
}
