package org.fallline.server.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.fallline.json.Json;
import org.fallline.json.JsonReader;
import org.fallline.json.JsonWriter;

/**
 * All experiments as JSON lines: one object a line, the last of which says how many there were, so that an archive that was
 * cut off is noticed.
 *
 * <p>Either database writes and reads the same lines, so an archive also moves a service from one to the other. Edit tokens
 * are in it as hashes only, pictures and reports are not.
 *
 * <pre>
 *   {"id":…,"spec":{…},"editTokenHash":…,"savedAt":…,"parent":…,"forks":…,"title":…,"notes":…,"tags":[…],"listedAt":…,"hiddenAt":…}
 *   {"end":true,"experiments":…}
 * </pre>
 */
public final class Archive {
    private final Sql sql;

    /**
     * The archive of a database.
     *
     * @param database what is written or read; the caller closes it
     */
    public Archive(Database database) {
        this.sql = database.sql();
    }

    /** An archive that is not one, with the line where that shows. */
    public static final class Malformed extends IOException {
        private static final long serialVersionUID = 1;

        Malformed(int line, String message) {
            super("line " + line + ": " + message);
        }
    }

    /**
     * What came of reading an archive.
     *
     * @param added how many experiments are new
     * @param known how many were there already, and stayed as they were
     */
    public record Outcome(int added, int known) {}

    /**
     * Writes everything as it is at one moment; others may write meanwhile.
     *
     * @param out where to; not closed
     * @return how many experiments were written
     * @throws IOException when writing fails
     */
    public int write(Writer out) throws IOException {
        try {
            int count = sql.atOneMoment("write an archive", connection -> {
                int[] written = {0};
                ExperimentStore.each(connection, experiment -> {
                    line(out, ArchiveLine.of(experiment));
                    written[0]++;
                });
                return written[0];
            });
            Map<String, Json> end = new LinkedHashMap<>();
            end.put("end", new Json.Bool(true));
            end.put("experiments", new Json.Num(count));
            line(out, new Json.Obj(end));
            out.flush();
            return count;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void line(Writer out, Json.Obj object) {
        try {
            out.write(JsonWriter.write(object));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Adds what an archive holds: all of it or, when anything is wrong with it, nothing. What is there already stays as it is.
     *
     * @param in the lines; not closed
     * @param canonical checks the text of an experiment and gives it in canonical form, or throws with what is wrong
     * @param onlyIntoEmpty whether it is an error when there are experiments already
     * @return what came of it
     * @throws Malformed when a line is not what it should be
     */
    public Outcome read(BufferedReader in, UnaryOperator<String> canonical, boolean onlyIntoEmpty) throws IOException {
        try {
            return sql.inTransaction("read an archive", connection -> {
                if (onlyIntoEmpty
                        && Sql.first(connection, "SELECT id FROM experiments LIMIT 1", r -> r.getString(1)) != null) {
                    throw new UncheckedIOException(
                            new IOException("there are experiments already; a backup is restored into an empty store"));
                }
                return lines(connection, in, canonical);
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Outcome lines(Connection connection, BufferedReader in, UnaryOperator<String> canonical)
            throws SQLException {
        int added = 0;
        int known = 0;
        for (int number = 1; ; number++) {
            Json json = json(in, number);
            if (json instanceof Json.Obj object && object.member("end") != null) {
                if (!new Json.Num(added + known).equals(object.member("experiments"))) {
                    throw malformed(number, "says another number of experiments than there are: " + (added + known));
                }
                return new Outcome(added, known);
            }
            SavedExperiment experiment;
            try {
                experiment = ArchiveLine.read(json, canonical);
            } catch (RuntimeException e) {
                throw malformed(number, String.valueOf(e.getMessage()));
            }
            if (ExperimentStore.add(connection, experiment)) {
                added++;
            } else {
                known++;
            }
        }
    }

    private static Json json(BufferedReader in, int number) {
        try {
            String line = in.readLine();
            if (line == null) {
                throw malformed(number, "the archive ends before its last line, which would say \"end\"");
            }
            return JsonReader.read(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw e instanceof UncheckedIOException ? e : malformed(number, String.valueOf(e.getMessage()));
        }
    }

    private static UncheckedIOException malformed(int line, String message) {
        return new UncheckedIOException(new Malformed(line, message));
    }
}
