package org.fallline.autodiff;

/**
 * A moment of a computation and its reverse pass, op by op.
 *
 * @param pass which way it goes
 * @param op the number of the op on the tape, from 1 in the order of recording; 0 with {@link Pass#LOSS}
 */
public record Moment(Pass pass, int op) {
    /** A part of the way. */
    public enum Pass {
        /** An op computes its value. */
        FORWARD("forward"),
        /** All values are known, and the way back begins with the derivative of the loss by itself, 1. */
        LOSS("loss"),
        /** The derivative of an op's value goes on to its operands. */
        BACKWARD("backward");

        private final String text;

        Pass(String text) {
            this.text = text;
        }

        /** How it is spelled. */
        public String text() {
            return text;
        }
    }

    /** Between the two ways. */
    public static final Moment LOSS = new Moment(Pass.LOSS, 0);

    public Moment {
        if (op < 0 || (op == 0) != (pass == Pass.LOSS)) {
            throw new IllegalArgumentException("a moment " + pass.text() + " has no op " + op);
        }
    }

    /** An op computes its value. */
    public static Moment forward(int op) {
        return new Moment(Pass.FORWARD, op);
    }

    /** An op's derivative goes on to its operands. */
    public static Moment backward(int op) {
        return new Moment(Pass.BACKWARD, op);
    }
}
