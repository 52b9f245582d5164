package org.fallline.server.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What visitors reported to the operator, who reads it on the command line. */
public final class Reports {
    /**
     * One report.
     *
     * @param id its own id
     * @param experimentId what it is about, which may be gone meanwhile
     * @param reason what the visitor wrote
     * @param reportedAt when, to the millisecond
     */
    public record Report(String id, String experimentId, String reason, Instant reportedAt) {
        /** A report of now. */
        public static Report of(String experimentId, String reason, Instant now) {
            return new Report(UUID.randomUUID().toString(), experimentId, reason, now);
        }
    }

    /** So that reporting cannot fill the disk: of one experiment the operator reads the first ones. */
    private static final int KEPT_OF_ONE = 20;

    private final Sql sql;

    /**
     * The reports in a database.
     *
     * @param database where they are kept; the caller closes it
     */
    public Reports(Database database) {
        this.sql = database.sql();
    }

    /** Keeps a report, unless there are {@value #KEPT_OF_ONE} of the same experiment already. */
    public void add(Report report) {
        sql.with(
                "keep a report",
                connection -> Sql.update(
                        connection,
                        "INSERT INTO reports (id, experiment_id, reason, reported_at) SELECT ?, ?, ?, ?"
                                + " WHERE (SELECT count(*) FROM reports WHERE experiment_id = ?) < ?",
                        report.id,
                        report.experimentId,
                        report.reason,
                        report.reportedAt.toEpochMilli(),
                        report.experimentId,
                        KEPT_OF_ONE));
    }

    /** All reports, the newest first. */
    public List<Report> all() {
        return sql.with(
                "read the reports",
                connection -> Sql.query(
                        connection,
                        "SELECT id, experiment_id, reason, reported_at FROM reports ORDER BY reported_at DESC, id",
                        row -> new Report(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                Instant.ofEpochMilli(row.getLong(4)))));
    }

    /** Forgets what was reported of an experiment and tells how much that was. */
    public int dismiss(String experimentId) {
        return sql.with(
                "dismiss reports",
                connection -> Sql.update(connection, "DELETE FROM reports WHERE experiment_id = ?", experimentId));
    }
}
