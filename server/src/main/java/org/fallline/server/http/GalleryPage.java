package org.fallline.server.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.fallline.server.store.Gallery;
import org.jspecify.annotations.Nullable;

/** The experiments that their owners listed, as a page that needs no script. */
public final class GalleryPage implements Resource {
    private static final int A_PAGE = 24;
    private static final int TAGS = 20;
    private static final int LONGEST_NOTES = 140;

    private final Gallery gallery;

    /**
     * The page of a gallery.
     *
     * @param gallery what it shows
     */
    public GalleryPage(Gallery gallery) {
        this.gallery = gallery;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(new Endpoint(HandlerType.GET, "/gallery", this::get));
    }

    private void get(Context ctx) {
        SecurityHeaders.allowForms(ctx);
        Gallery.Query query = GalleryQuery.of(ctx, A_PAGE);
        Gallery.Page page = gallery.page(query);
        String main = new Writing(query, page, gallery.tags(TAGS)).html();
        Content.text(ServerPage.html("Gallery", "shelf", main, true), SharedPages.HTML)
                .send(ctx, Content.REVALIDATED);
    }

    /** The main part of the page, which is all text that strangers typed. */
    private record Writing(Gallery.Query query, Gallery.Page page, List<Gallery.TagCount> tags) {
        String html() {
            StringBuilder out = new StringBuilder("<h1>Gallery</h1>\n<p>Experiments that their makers listed.</p>\n");
            search(out);
            tagList(out);
            if (page.items().isEmpty()) {
                out.append("<p role=\"status\">").append(nothing()).append("</p>\n");
            } else {
                out.append("<ul class=\"cards\">\n");
                page.items().forEach(item -> card(out, item));
                out.append("</ul>\n");
            }
            pages(out);
            return out.toString();
        }

        private String nothing() {
            boolean isSearch = !query.words().isEmpty() || query.tag() != null || query.parent() != null;
            return isSearch
                    ? "Nothing in the gallery is like that. <a href=\"/gallery\">Show everything</a>"
                    : "Nothing is listed yet. Save an experiment and list it, and it is the first.";
        }

        private void search(StringBuilder out) {
            out.append(
                            "<form role=\"search\" action=\"/gallery\">\n<label>Search <input type=\"search\" name=\"q\" maxlength=\"")
                    .append(GalleryQuery.LONGEST_SEARCH)
                    .append("\" value=\"")
                    .append(Html.escape(String.join(" ", query.words())))
                    .append("\"></label>\n<label>Sort <select name=\"sort\">");
            for (String label : GalleryQuery.labels()) {
                out.append("<option value=\"").append(label).append('"');
                out.append(label.equals(query.order().label()) ? " selected>" : ">");
                out.append(shown(label)).append("</option>");
            }
            out.append("</select></label>\n");
            hidden(out, "tag", query.tag());
            hidden(out, "parent", query.parent());
            out.append("<button type=\"submit\">Search</button>\n</form>\n");
        }

        private static String shown(String label) {
            return label.equals("title")
                    ? "by title"
                    : label.equals("forks") ? "most forked" : label.toLowerCase(Locale.ROOT) + " first";
        }

        private static void hidden(StringBuilder out, String name, @Nullable String value) {
            if (value != null) {
                out.append("<input type=\"hidden\" name=\"").append(name).append("\" value=\"");
                out.append(Html.escape(value)).append("\">\n");
            }
        }

        private void tagList(StringBuilder out) {
            if (tags.isEmpty()) {
                return;
            }
            out.append("<nav class=\"tags\" aria-label=\"Tags\">");
            if (query.tag() != null || query.parent() != null) {
                out.append("<a href=\"/gallery\">all</a> ");
            }
            for (Gallery.TagCount each : tags) {
                String current = each.tag().equals(query.tag()) ? " aria-current=\"true\"" : "";
                out.append("<a href=\"")
                        .append(address(each.tag(), null))
                        .append('"')
                        .append(current)
                        .append('>');
                out.append(Html.escape(each.tag()))
                        .append(" <span>")
                        .append(each.count())
                        .append("</span></a> ");
            }
            out.append("</nav>\n");
        }

        private static void card(StringBuilder out, Gallery.Item item) {
            String title = item.title().isBlank() ? PageHead.UNTITLED : item.title();
            out.append("<li><a href=\"/e/")
                    .append(item.id())
                    .append("\"><img src=\"/e/")
                    .append(item.id());
            out.append("/thumbnail.png\" alt=\"\" width=\"480\" height=\"252\" loading=\"lazy\"><strong>");
            out.append(Html.escape(title)).append("</strong></a>\n");
            if (!item.notes().isBlank()) {
                out.append("<p>")
                        .append(Html.escape(Html.shortened(item.notes(), LONGEST_NOTES)))
                        .append("</p>\n");
            }
            out.append("<p class=\"hint\">");
            item.tags()
                    .forEach(
                            tag -> out.append("<span>").append(Html.escape(tag)).append("</span> "));
            if (item.forks() > 0) {
                out.append("<a href=\"/gallery?parent=").append(item.id()).append("\">");
                out.append(item.forks()).append(item.forks() == 1 ? " fork</a> " : " forks</a> ");
            }
            out.append("<time datetime=\"").append(item.listedAt()).append("\">");
            out.append(item.listedAt().toString(), 0, "2026-01-01".length()).append("</time></p></li>\n");
        }

        private void pages(StringBuilder out) {
            if (query.after() == null && page.next() == null) {
                return;
            }
            out.append("<nav class=\"pages\" aria-label=\"Pages\">");
            if (query.after() != null) {
                out.append("<a href=\"").append(address(query.tag(), null)).append("\">First page</a> ");
            }
            if (page.next() != null) {
                String next = GalleryQuery.text(page.next(), query.order());
                out.append("<a rel=\"next\" href=\"")
                        .append(address(query.tag(), next))
                        .append("\">Next page</a>");
            }
            out.append("</nav>\n");
        }

        /** This gallery's address with another tag or page. */
        private String address(@Nullable String tag, @Nullable String cursor) {
            StringBuilder address =
                    new StringBuilder("/gallery?sort=").append(query.order().label());
            append(address, "q", query.words().isEmpty() ? null : String.join(" ", query.words()));
            append(address, "tag", tag);
            append(address, "parent", query.parent());
            append(address, "cursor", cursor);
            return Html.escape(address.toString());
        }

        private static void append(StringBuilder address, String name, @Nullable String value) {
            if (value != null) {
                address.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
    }
}
