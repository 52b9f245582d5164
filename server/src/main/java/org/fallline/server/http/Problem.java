package org.fallline.server.http;

import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fallline.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a request, where, and what would be right; the answer in place of the one that was asked for.
 *
 * <p>Reference: RFC 9457, <a href="https://www.rfc-editor.org/rfc/rfc9457">Problem Details for HTTP APIs</a>; the
 * members after {@code detail} are extensions.
 *
 * @param type a name of the kind of problem; {@code about:blank} when the status says it all
 * @param title the kind of problem in a few words, the same for every problem of the type
 * @param status the HTTP status
 * @param detail this problem in a sentence or two
 * @param pointer JSON pointer to the wrong field, "" for the whole document; null when there is none
 * @param position 0-based index into the field's text; null when there is none
 * @param line 1-based line of the body; null when there is none
 * @param column 1-based column of that line; null when there is none
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String pointer,
        @Nullable Integer position,
        @Nullable Integer line,
        @Nullable Integer column) {

    /** The media type of {@link #toJson}. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String BLANK = "about:blank";
    private static final String OURS = "urn:fallline:problem:";

    /**
     * A problem that its status describes.
     *
     * @param status the HTTP status, whose reason phrase is the title
     * @param detail this problem in a sentence or two
     * @return the problem
     */
    public static Problem of(HttpStatus status, String detail) {
        return new Problem(BLANK, status.getMessage(), status.getCode(), detail, null, null, null, null);
    }

    /**
     * A body that is not JSON.
     *
     * @param line 1-based line of the first character that cannot be right
     * @param column its 1-based column
     * @param detail what was expected there
     * @return a problem of status 400
     */
    public static Problem malformedJson(int line, int column, String detail) {
        return new Problem(OURS + "malformed-json", "Malformed JSON", 400, detail, null, null, line, column);
    }

    /**
     * A body that is JSON, but not an experiment.
     *
     * @param pointer JSON pointer to the wrong field
     * @param detail what is wrong there and what would be right
     * @return a problem of status 422
     */
    public static Problem wrongField(String pointer, String detail) {
        return new Problem(OURS + "wrong-field", "Not an experiment", 422, detail, pointer, null, null, null);
    }

    /**
     * An experiment whose formula cannot be read.
     *
     * @param pointer JSON pointer to the formula
     * @param position 0-based index of the first character that cannot be right
     * @param detail what was expected there
     * @return a problem of status 422
     */
    public static Problem wrongFormula(String pointer, int position, String detail) {
        return new Problem(OURS + "wrong-formula", "Malformed formula", 422, detail, pointer, position, null, null);
    }

    /**
     * An id that names nothing.
     *
     * @return a problem of status 404
     */
    public static Problem unknownExperiment() {
        return ofType(
                "unknown-experiment",
                "No such experiment",
                404,
                "No experiment has this id. An id is 12 characters long, lower-case letters and digits; "
                        + "check that the link was copied whole.");
    }

    /**
     * An experiment that the operator hid.
     *
     * @return a problem of status 410
     */
    public static Problem withdrawn() {
        return ofType("withdrawn", "Withdrawn", 410, "The operator of this server has withdrawn this experiment.");
    }

    /**
     * A change without a token.
     *
     * @return a problem of status 401
     */
    public static Problem editTokenMissing() {
        return ofType(
                "edit-token-missing",
                "Edit token missing",
                401,
                "Only who saved an experiment may change it: send its edit token as \"Authorization: Bearer …\".");
    }

    /**
     * A change with a token that is not the right one.
     *
     * @return a problem of status 403
     */
    public static Problem editTokenWrong() {
        return ofType("edit-token-wrong", "Edit token wrong", 403, "This is not the edit token of this experiment.");
    }

    private static Problem ofType(String type, String title, int status, String detail) {
        return new Problem(OURS + type, title, status, detail, null, null, null, null);
    }

    /**
     * The problem as it is sent.
     *
     * @return an object with the members that are not null
     */
    public Json.Obj toJson() {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("type", new Json.Str(type));
        members.put("title", new Json.Str(title));
        members.put("status", new Json.Num(status));
        members.put("detail", new Json.Str(detail));
        if (pointer != null) {
            members.put("pointer", new Json.Str(pointer));
        }
        putNumber(members, "position", position);
        putNumber(members, "line", line);
        putNumber(members, "column", column);
        return new Json.Obj(members);
    }

    private static void putNumber(Map<String, Json> members, String name, @Nullable Integer value) {
        if (value != null) {
            members.put(name, new Json.Num(value));
        }
    }
}
