package org.fallline.server.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/** A failure of the database: the request may be right, the store cannot answer it now. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** SQLite's code for a full disk or database, and PostgreSQL's state for the same. */
    private static final int SQLITE_FULL = 13;

    private static final String DISK_FULL = "53100";

    /** Why the store cannot answer. */
    public enum Reason {
        /** It is down, out of reach, or took too long. */
        UNAVAILABLE,
        /** More calls wait for it than may. */
        BUSY,
        /** There is no room for what should be kept. */
        FULL
    }

    private final Reason reason;

    /**
     * A failure with the cause the driver gave.
     *
     * @param reason why the store cannot answer
     * @param message what was attempted, in one line
     * @param cause what the driver threw, or null when it was not even asked
     */
    public StoreException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Why the store cannot answer. */
    public Reason reason() {
        return reason;
    }

    static Reason reason(SQLException e) {
        boolean full = e instanceof SQLiteException sqlite
                ? (sqlite.getResultCode().code & 0xff) == SQLITE_FULL
                : DISK_FULL.equals(e.getSQLState());
        return full ? Reason.FULL : Reason.UNAVAILABLE;
    }
}
