package org.fallline.experiment;

/** Facts that can be drawn on a landscape. */
public enum Layer implements Spelled {
    /** The direction of steepest descent, all over the map. */
    FIELD("field"),
    /** Minima, maxima and saddle points. */
    CRITICAL("critical"),
    /** The current step, taken apart: what the gradient wants and what the rule's memory adds. */
    STEP("step"),
    /** Newton's step from where the walker stands. */
    NEWTON("newton");

    private final String text;

    Layer(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
