package org.fallline.experiment;

/** What the figure of a network shows on its edges and at its units. */
public enum Edges implements Spelled {
    /** Weights and biases. */
    WEIGHTS("weights"),
    /** The derivatives of the loss by them. */
    GRADIENTS("gradients"),
    /** What flows back: errors of the units, and along each edge what one passes to the other. */
    ERRORS("errors");

    private final String text;

    Edges(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
