package org.fallline.code;

/** A part of an experiment that a language has no words for; the message is a sentence for a reader. */
final class UnlistedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnlistedException(String message) {
        super(message);
    }
}
