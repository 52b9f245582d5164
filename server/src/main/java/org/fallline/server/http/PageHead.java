package org.fallline.server.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a shared page says of its experiment to search engines, messengers and social networks.
 *
 * <p>All of it may be text a stranger typed; {@link #fill} escapes it.
 *
 * <p>References: <a href="https://ogp.me/">The Open Graph protocol</a>; the Cards markup of Twitter, which falls back to
 * the Open Graph's properties.
 *
 * @param title the experiment's title
 * @param description one or two sentences
 * @param home absolute URL of the site, without a slash at the end
 * @param folder of the page's language, with a slash at its end, or empty
 * @param id of the experiment
 * @param isListed whether search engines may show it; unlisted means that only who has the link finds it
 */
record PageHead(String title, String description, String home, String folder, String id, boolean isListed) {
    /** What an experiment without a title is called. */
    static final String UNTITLED = "A shared descent";

    /** As much of the notes as a card shows. */
    private static final int LONGEST_DESCRIPTION = 300;

    private static final Pattern TITLE = Pattern.compile("<title>[^<]*</title>");
    private static final Pattern REPLACED =
            Pattern.compile("\\s*<meta\\s+(?:name|property)=\"(?:description|robots|og:[^\"]*|twitter:[^\"]*)\"[^>]*>");
    /** The same page in another language. */
    private static final Pattern ELSEWHERE = Pattern.compile("(hreflang=\"[^\"]*\" href=\"[^\"]*)");

    private static final Pattern RELATIVE =
            Pattern.compile("\\b(src|srcset|href)=\"(?![a-z][a-z0-9+.-]*:|/|#)([^\"]*)\"");

    /**
     * A page of the site as it is served one level down, at {@code /e/} or {@code /embed/}.
     *
     * @param page a page from the site's root, or from the folder of a language, that has a title
     * @param place where it is served, below the folder that it is from: {@code e/k3qm7tz2wc9d}
     * @return the page with this head, its relative addresses still naming the same files, those of other languages' pages
     *     naming the same experiment
     * @throws IllegalArgumentException when the page has no title
     */
    String fill(String page, String place) {
        Matcher title = TITLE.matcher(REPLACED.matcher(page).replaceAll(""));
        if (!title.find()) {
            throw new IllegalArgumentException("a page without <title> cannot be shared");
        }
        String named = title.replaceFirst(Matcher.quoteReplacement(tags()));
        String led = ELSEWHERE.matcher(named).replaceAll("$1" + Matcher.quoteReplacement(place));
        return RELATIVE.matcher(led).replaceAll(PageHead::oneLevelUp);
    }

    private static String oneLevelUp(MatchResult address) {
        String path = address.group(2).startsWith("./") ? address.group(2).substring(2) : address.group(2);
        return Matcher.quoteReplacement(address.group(1) + "=\"../" + path + "\"");
    }

    private String tags() {
        String url = home + "/" + folder + "e/" + id;
        String oembed = home + "/oembed?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8) + "&format=";
        String robots = isListed ? "" : "\n    <meta name=\"robots\" content=\"noindex\">";
        return """
            <title>%1$s · Fallline</title>
                <meta name="description" content="%2$s">
                <link rel="canonical" href="%3$s">
                <meta property="og:type" content="website">
                <meta property="og:site_name" content="Fallline">
                <meta property="og:title" content="%1$s">
                <meta property="og:description" content="%2$s">
                <meta property="og:url" content="%3$s">
                <meta property="og:image" content="%4$s">
                <meta property="og:image:type" content="image/png">
                <meta property="og:image:width" content="1200">
                <meta property="og:image:height" content="630">
                <meta property="og:image:alt" content="A loss landscape with the paths of optimizers">
                <meta name="twitter:card" content="summary_large_image">
                <meta name="twitter:title" content="%1$s">
                <meta name="twitter:description" content="%2$s">
                <meta name="twitter:image" content="%4$s">
                <link rel="alternate" type="application/json+oembed" title="%1$s" href="%5$sjson">
                <link rel="alternate" type="text/xml+oembed" title="%1$s" href="%5$sxml">%6$s""".formatted(
                        Html.escape(title),
                        Html.escape(Html.shortened(description, LONGEST_DESCRIPTION)),
                        Html.escape(url),
                        Html.escape(home + "/e/" + id + "/preview.png"),
                        Html.escape(oembed),
                        robots);
    }
}
