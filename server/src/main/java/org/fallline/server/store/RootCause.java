package org.fallline.server.store;

import java.nio.file.FileSystemException;

/** Why something failed, in one line for an operator. */
public final class RootCause {
    private RootCause() {}

    /**
     * What the innermost cause says; the exceptions around it name only layers of the program.
     *
     * @param failure what was caught
     * @return one line, never empty
     */
    public static String text(Throwable failure) {
        Throwable cause = failure;
        for (Throwable next = cause.getCause(); next != null; next = cause.getCause()) {
            cause = next;
        }
        String kind = cause.getClass().getSimpleName();
        String message = cause.getMessage() == null ? "" : cause.getMessage();
        // The message of these is but the file's name.
        boolean needsKind = message.isBlank() || cause instanceof FileSystemException;
        return (needsKind ? kind + " " + message : message).strip().replaceAll("\\s+", " ");
    }
}
