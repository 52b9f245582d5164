package org.fallline.web.view;

import java.util.function.DoubleConsumer;
import org.fallline.math.Decimal;
import org.fallline.math.Real;
import org.fallline.web.platform.Html;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

/** A field for a number that says what would be right when it is not. */
final class NumberField {
    private NumberField() {}

    static HTMLElement create(String label) {
        HTMLElement field = Html.element("input", "number");
        field.setAttribute("type", "text");
        field.setAttribute("inputmode", "decimal");
        field.setAttribute("autocomplete", "off");
        field.setAttribute("aria-label", label);
        return field;
    }

    /** Shows a number, unless the visitor is typing in the field. */
    static void show(HTMLElement field, double value) {
        if (HTMLDocument.current().getActiveElement() != field) {
            Html.setValue(field, Decimal.text(value));
            Html.setError(field, "");
        }
    }

    /** Hands on the number in the field if it is one in range; else says in the field's bubble what would be right. */
    static void read(HTMLElement field, double least, double most, boolean whole, DoubleConsumer receiver) {
        String text = Html.value(field).trim().replace('−', '-').replace(',', '.');
        double value;
        try {
            value = Decimal.parse(text.startsWith(".") ? "0" + text : text);
        } catch (IllegalArgumentException e) {
            value = Double.NaN;
        }
        boolean right =
                Real.isFinite(value) && value >= least && value <= most && (!whole || value == Math.floor(value));
        Html.setError(field, right ? "" : expectation(least, most, whole));
        if (right) {
            receiver.accept(value);
        }
    }

    private static String expectation(double least, double most, boolean whole) {
        String what = whole ? "Type a whole number" : "Type a number";
        return most == Double.MAX_VALUE
                ? what + ", such as −1.5."
                : Numbers.typeset(what + " from " + Decimal.text(least) + " to " + Decimal.text(most) + ".");
    }
}
