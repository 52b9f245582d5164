package org.fallline.emit;

/** Thrown where a loss has no code; the message says why. */
final class NotEmittableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotEmittableException(String reason) {
        super(reason);
    }
}
