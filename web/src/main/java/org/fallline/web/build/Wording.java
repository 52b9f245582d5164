package org.fallline.web.build;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fallline.json.Json;
import org.fallline.json.JsonWriter;

/**
 * Says a page in one of the site's languages. In the page stand
 *
 * <pre>
 * ${key}                 the text of a key
 * ${root}                the address of the site's first folder, relative to the page
 * ${language}            the tag of the language
 * &lt;!-- languages --&gt;     a link to the page in each other language
 * &lt;!-- words --&gt;         what the program says, as data
 * </pre>
 *
 * @param languages all of the site, the first one first
 * @param program the keys of what the program says
 */
record Wording(List<Language> languages, Set<String> program) {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([a-zA-Z0-9.-]+)}|( *)<!-- (languages|words) -->\\n");

    /** Whether a page has places where something is to be said. */
    static boolean isAskedFor(String page) {
        return PLACE.matcher(page).find();
    }

    /**
     * The page in a language.
     *
     * @param path of the page below the folder of its language, such as {@code learn/index.html}
     */
    String say(String page, String path, Language language) throws IOException {
        String root = root(language.folder() + path);
        Matcher place = PLACE.matcher(page);
        StringBuilder out = new StringBuilder();
        while (place.find()) {
            String text = place.group(1) == null
                    ? lines(place.group(3), place.group(2), root, path, language)
                    : text(place.group(1), root, language);
            place.appendReplacement(out, Matcher.quoteReplacement(text));
        }
        return place.appendTail(out).toString();
    }

    private static String text(String key, String root, Language language) throws IOException {
        return switch (key) {
            case "root" -> root;
            case "language" -> language.tag();
            default -> escape(language.say(key));
        };
    }

    private String lines(String what, String indent, String root, String path, Language present) throws IOException {
        if (what.equals("words")) {
            return indent + "<script type=\"application/json\" id=\"words\">" + data(present) + "</script>\n";
        }
        String place = path.endsWith("index.html") ? path.substring(0, path.length() - "index.html".length()) : path;
        StringBuilder out = new StringBuilder();
        for (Language language : languages) {
            String address = "hreflang=\"" + language.tag() + "\" href=\"" + root + language.folder() + place + "\"";
            if (!language.equals(present)) {
                out.append(indent)
                        .append("<a class=\"language\" lang=\"" + language.tag() + "\" " + address + ">")
                        .append(escape(language.say("language.name")))
                        .append("</a>\n");
            }
        }
        return out.toString();
    }

    private String data(Language language) throws IOException {
        Map<String, Json> said = new LinkedHashMap<>();
        for (String key : program) {
            if (language.words().containsKey(key) || !key.startsWith(Language.ENGINE)) {
                said.put(key, new Json.Str(language.say(key)));
            }
        }
        // Nothing in a text may end the element.
        return JsonWriter.write(new Json.Obj(said)).replace("<", "\\u003c");
    }

    private static String root(String path) {
        long folders = path.chars().filter(c -> c == '/').count();
        return folders == 0 ? "./" : "../".repeat((int) folders);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
