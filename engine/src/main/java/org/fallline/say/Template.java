package org.fallline.say;

import java.util.List;

/** A text with places for values; the package tells its grammar. */
public final class Template {
    private Template() {}

    /** The text with its values; a place without a value stays as it is written. */
    public static String fill(String template, List<?> values) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        int open = template.indexOf('{');
        while (open >= 0) {
            int close = template.indexOf('}', open);
            if (close < 0) {
                break;
            }
            out.append(template.substring(from, open)).append(place(template.substring(open + 1, close), values));
            from = close + 1;
            open = template.indexOf('{', from);
        }
        return out.append(template.substring(from)).toString();
    }

    private static String place(String place, List<?> values) {
        int bar = place.indexOf('|');
        int index = index(bar < 0 ? place : place.substring(0, bar));
        if (index < 0 || index >= values.size()) {
            return '{' + place + '}';
        }
        String value = String.valueOf(values.get(index));
        if (bar < 0) {
            return value;
        }
        int second = place.indexOf('|', bar + 1);
        return second < 0
                ? '{' + place + '}'
                : value.equals("1") ? place.substring(bar + 1, second) : place.substring(second + 1);
    }

    private static int index(String digits) {
        return digits.length() == 1 && digits.charAt(0) >= '0' && digits.charAt(0) <= '9' ? digits.charAt(0) - '0' : -1;
    }
}
