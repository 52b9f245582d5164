package org.fallline.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The experiments that their owners listed, searched, sorted and page by page. */
public final class Gallery {
    /** How a page is sorted. */
    public enum Order {
        NEWEST("listed_at", false, "DESC"),
        OLDEST("listed_at", false, "ASC"),
        TITLE("sort_title", true, "ASC"),
        FORKS("forks", false, "DESC");

        private final String column;
        private final boolean isText;
        private final String direction;

        Order(String column, boolean isText, String direction) {
            this.column = column;
            this.isText = isText;
            this.direction = direction;
        }

        /** The order's name in addresses: {@code newest}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Where a page begins: after this one.
     *
     * @param key what the last one of the page before is sorted by
     * @param id its id, which decides between equals
     */
    public record Cursor(String key, String id) {}

    /**
     * What is asked for.
     *
     * @param words all of which must be found in title, notes or tags; case does not matter
     * @param tag one that all must have, or null
     * @param parent id of what all must be forks of, or null
     * @param order how they are sorted
     * @param after where the page begins, or null for the first
     * @param limit how many at most
     */
    public record Query(
            List<String> words,
            @Nullable String tag,
            @Nullable String parent,
            Order order,
            @Nullable Cursor after,
            int limit) {}

    /**
     * One listed experiment.
     *
     * @param key what it is sorted by
     */
    public record Item(
            String id, String title, String notes, List<String> tags, Instant listedAt, long forks, String key) {
        /** Where the page after this one begins. */
        public Cursor cursor() {
            return new Cursor(key, id);
        }
    }

    /**
     * A page.
     *
     * @param items in order
     * @param next where the next page begins; null when there is none
     */
    public record Page(List<Item> items, @Nullable Cursor next) {}

    /**
     * A tag and how many listed experiments have it.
     */
    public record TagCount(String tag, long count) {}

    private final Sql sql;

    /**
     * The gallery of a database.
     *
     * @param database where the experiments are kept; the caller closes it
     */
    public Gallery(Database database) {
        this.sql = database.sql();
    }

    /** The page that a query asks for. */
    public Page page(Query query) {
        Order order = query.order;
        StringBuilder text = new StringBuilder("SELECT id, title, notes, tags, listed_at, forks, ")
                .append(order.column)
                .append(" FROM experiments WHERE listed_at IS NOT NULL AND hidden_at IS NULL");
        List<@Nullable Object> arguments = new ArrayList<>();
        for (String word : query.words) {
            text.append(" AND words LIKE ? ESCAPE '!'");
            arguments.add("%" + word.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%");
        }
        if (query.tag != null) {
            text.append(" AND id IN (SELECT experiment_id FROM experiment_tags WHERE tag = ?)");
            arguments.add(query.tag);
        }
        if (query.parent != null) {
            text.append(" AND parent = ?");
            arguments.add(query.parent);
        }
        if (query.after != null) {
            text.append(" AND (").append(order.column).append(", id) ");
            text.append(order.direction.equals("ASC") ? ">" : "<").append(" (?, ?)");
            arguments.add(order.isText ? query.after.key : (Object) Long.valueOf(query.after.key));
            arguments.add(query.after.id);
        }
        text.append(" ORDER BY ").append(order.column).append(' ').append(order.direction);
        text.append(", id ").append(order.direction).append(" LIMIT ?");
        arguments.add(query.limit + 1);
        List<Item> found = sql.with(
                "search the gallery",
                connection -> Sql.query(connection, text.toString(), Gallery::item, arguments.toArray()));
        if (found.size() <= query.limit) {
            return new Page(found, null);
        }
        List<Item> items = List.copyOf(found.subList(0, query.limit));
        return new Page(items, items.get(items.size() - 1).cursor());
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                ExperimentStore.tags(row.getString(4)),
                Instant.ofEpochMilli(row.getLong(5)),
                row.getLong(6),
                row.getString(7));
    }

    /** The tags in use, the most used first. */
    public List<TagCount> tags(int most) {
        return sql.with(
                "count tags",
                connection -> Sql.query(
                        connection,
                        "SELECT tag, count(*) AS uses FROM experiment_tags t JOIN experiments e ON e.id = t.experiment_id"
                                + " WHERE e.listed_at IS NOT NULL AND e.hidden_at IS NULL"
                                + " GROUP BY tag ORDER BY uses DESC, tag LIMIT ?",
                        row -> new TagCount(row.getString(1), row.getLong(2)),
                        most));
    }
}
