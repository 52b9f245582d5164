package org.fallline.server.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.fallline.server.store.ExperimentId;
import org.fallline.server.store.Gallery;
import org.jspecify.annotations.Nullable;

/** What a request wants of the gallery, for programs and for the page alike. */
final class GalleryQuery {
    static final int MOST = 100;
    static final int LONGEST_SEARCH = 100;
    private static final int MOST_WORDS = 8;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private GalleryQuery() {}

    /** The query of the parameters; one that is wrong ends the request with what would be right. */
    static Gallery.Query of(Context ctx, int usualLimit) {
        String search = orEmpty(ctx, "q");
        if (search.length() > LONGEST_SEARCH) {
            throw wrong("q", "at most " + LONGEST_SEARCH + " characters");
        }
        String tag = Changes.normal(orEmpty(ctx, "tag"));
        String parent = orEmpty(ctx, "parent");
        if (!parent.isEmpty() && !ExperimentId.isId(parent)) {
            throw wrong("parent", "the id of an experiment");
        }
        Gallery.Order order = order(orEmpty(ctx, "sort"));
        return new Gallery.Query(
                words(search),
                tag.isEmpty() ? null : noNul(tag),
                parent.isEmpty() ? null : parent,
                order,
                cursor(orEmpty(ctx, "cursor"), order),
                limit(orEmpty(ctx, "limit"), usualLimit));
    }

    private static List<String> words(String search) {
        return Arrays.stream(noNul(search).split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
    }

    /** PostgreSQL has no text with this character, so nothing is found by it. */
    private static String noNul(String text) {
        return text.replace('\0', ' ').strip();
    }

    private static String orEmpty(Context ctx, String name) {
        String value = ctx.queryParam(name);
        return value == null ? "" : value;
    }

    private static Gallery.Order order(String label) {
        for (Gallery.Order order : Gallery.Order.values()) {
            if (label.equals(order.label())) {
                return order;
            }
        }
        if (label.isEmpty()) {
            return Gallery.Order.NEWEST;
        }
        throw wrong("sort", String.join(", ", labels()));
    }

    static List<String> labels() {
        return Arrays.stream(Gallery.Order.values()).map(Gallery.Order::label).toList();
    }

    private static int limit(String text, int usual) {
        if (text.isEmpty()) {
            return usual;
        }
        if (text.matches("[1-9][0-9]{0,2}") && Integer.parseInt(text) <= MOST) {
            return Integer.parseInt(text);
        }
        throw wrong("limit", "a number from 1 to " + MOST);
    }

    /** The cursor as it stands in addresses. */
    static String text(Gallery.Cursor cursor, Gallery.Order order) {
        String plain = order.label() + " " + cursor.id() + " " + cursor.key();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private static Gallery.@Nullable Cursor cursor(String text, Gallery.Order order) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 3);
            boolean isText = order == Gallery.Order.TITLE;
            if (parts.length == 3
                    && parts[0].equals(order.label())
                    && ExperimentId.isId(parts[1])
                    && (isText
                            ? parts[2].indexOf('\0') < 0
                            : NUMBER.matcher(parts[2]).matches())) {
                return new Gallery.Cursor(parts[2], parts[1]);
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw wrong("cursor", "what the page before gave as \"next\", with the same sort");
    }

    private static ProblemException wrong(String parameter, String expected) {
        return new ProblemException(Problem.of(
                HttpStatus.BAD_REQUEST,
                String.format(Locale.ROOT, "The parameter %s is wrong; expected %s.", parameter, expected)));
    }
}
