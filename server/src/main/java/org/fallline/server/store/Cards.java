package org.fallline.server.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The pictures of experiments that were drawn already. */
public final class Cards {
    /**
     * A drawn picture in two sizes, or the note that it cost too much.
     *
     * @param drawnAt when
     * @param card PNG, or null when it cost too much; not modified
     * @param thumbnail the same, small
     */
    @SuppressWarnings("ArrayRecordComponent") // passed on as they are, never compared
    public record Card(Instant drawnAt, byte @Nullable [] card, byte @Nullable [] thumbnail) {}

    private final Sql sql;

    /**
     * The pictures in a database.
     *
     * @param database where they are kept; the caller closes it
     */
    public Cards(Database database) {
        this.sql = database.sql();
    }

    /**
     * The picture of an experiment.
     *
     * @param id of the experiment
     * @param drawing version of the drawing code
     * @return what this version drew, or null when it has not yet
     */
    public @Nullable Card find(String id, int drawing) {
        return sql.firstOf(
                "look up a card",
                "SELECT drawn_at, card, thumbnail FROM cards WHERE experiment_id = ? AND drawing = ?",
                row -> new Card(Instant.ofEpochMilli(row.getLong(1)), row.getBytes(2), row.getBytes(3)),
                id,
                drawing);
    }

    /** Keeps a picture in place of any older one, if its experiment is still there. */
    public void put(String id, int drawing, Card card) {
        sql.with("keep a card", connection -> {
            try (var statement =
                    connection.prepareStatement("INSERT INTO cards (experiment_id, drawing, drawn_at, card, thumbnail)"
                            + " SELECT id, ?, ?, ?, ? FROM experiments WHERE id = ?"
                            + " ON CONFLICT (experiment_id) DO UPDATE SET drawing = excluded.drawing,"
                            + " drawn_at = excluded.drawn_at, card = excluded.card, thumbnail = excluded.thumbnail")) {
                statement.setInt(1, drawing);
                statement.setLong(2, card.drawnAt.toEpochMilli());
                statement.setBytes(3, card.card);
                statement.setBytes(4, card.thumbnail);
                statement.setString(5, id);
                return statement.executeUpdate();
            }
        });
    }
}
