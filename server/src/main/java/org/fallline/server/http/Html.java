package org.fallline.server.http;

/** Text made safe for HTML and XML. */
final class Html {
    private Html() {}

    /** A text's beginning; no character is cut in two. */
    static String shortened(String text, int longest) {
        int[] points = text.codePoints().limit(longest + 1L).toArray();
        return points.length <= longest ? text : new String(points, 0, longest - 1) + "…";
    }

    /** The text as it is written between tags or inside a quoted attribute. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(isXml(c) ? c : '\ufffd');
            }
        }
        return out.toString();
    }

    /** Whether XML 1.0 knows the character, or half of one; section 2.2. */
    private static boolean isXml(char c) {
        return c >= 0x20 ? c < 0xfffe : c == '\t' || c == '\n' || c == '\r';
    }
}
