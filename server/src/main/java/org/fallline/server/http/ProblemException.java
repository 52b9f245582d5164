package org.fallline.server.http;

/** Ends the handling of a request with a {@link Problem} as the answer. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    /**
     * An exception that becomes an answer.
     *
     * @param problem the answer
     */
    public ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    /**
     * The answer.
     *
     * @return what is wrong with the request
     */
    public Problem problem() {
        return problem;
    }
}
