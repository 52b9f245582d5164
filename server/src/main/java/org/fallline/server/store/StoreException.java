package org.fallline.server.store;

/** A failure of the database: the request may be right, the store cannot answer it now. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * A failure with the cause the driver gave.
     *
     * @param message what was attempted, in one line
     * @param cause what the driver threw
     */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
