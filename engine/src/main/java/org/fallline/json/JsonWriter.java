package org.fallline.json;

import java.util.Map;
import org.fallline.math.Decimal;

/**
 * Writes a value in the one canonical form: no white space, members in their own order, numbers by {@link Decimal#text},
 * and no escape that JSON or UTF-8 does not demand. Equal values give equal texts, so a text can be hashed.
 */
public final class JsonWriter implements Json.Visitor<StringBuilder> {
    private final StringBuilder out = new StringBuilder();

    private JsonWriter() {}

    /** The canonical text. */
    public static String write(Json json) {
        return json.accept(new JsonWriter()).toString();
    }

    @Override
    public StringBuilder object(Json.Obj value) {
        out.append('{');
        String separator = "";
        for (Map.Entry<String, Json> member : value.members().entrySet()) {
            out.append(separator);
            text(member.getKey()).append(':');
            member.getValue().accept(this);
            separator = ",";
        }
        return out.append('}');
    }

    @Override
    public StringBuilder array(Json.Arr value) {
        out.append('[');
        String separator = "";
        for (Json item : value.items()) {
            out.append(separator);
            item.accept(this);
            separator = ",";
        }
        return out.append(']');
    }

    @Override
    public StringBuilder string(Json.Str value) {
        return text(value.text());
    }

    @Override
    public StringBuilder number(Json.Num value) {
        return out.append(Decimal.text(value.value()));
    }

    @Override
    public StringBuilder bool(Json.Bool value) {
        return out.append(value.value());
    }

    @Override
    public StringBuilder nothing(Json.Null value) {
        return out.append("null");
    }

    private StringBuilder text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int which = "\"\\\b\f\n\r\t".indexOf(c);
            if (which >= 0) {
                out.append('\\').append("\"\\bfnrt".charAt(which));
            } else if (c < ' ') {
                out.append("\\u00").append(c < 16 ? '0' : '1').append("0123456789abcdef".charAt(c & 15));
            } else {
                out.append(c);
            }
        }
        return out.append('"');
    }
}
