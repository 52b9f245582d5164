package org.fallline.problem;

/** A part of a problem that does not fit the others: which one, and how. */
public final class ProblemException extends IllegalArgumentException {
    private final String part;

    /**
     * What is wrong with a part.
     *
     * @param part as the experiment's JSON names it: {@code "domain"}
     */
    public ProblemException(String part, String message) {
        super(message);
        this.part = part;
    }

    /** The part, as the experiment's JSON names it. */
    public String part() {
        return part;
    }
}
