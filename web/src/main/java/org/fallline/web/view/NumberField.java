package org.fallline.web.view;

import java.util.function.DoubleConsumer;
import org.fallline.math.Decimal;
import org.fallline.math.Real;
import org.fallline.web.platform.Html;
import org.fallline.web.words.Words;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

/** A field for a number that says what would be right when it is not. */
final class NumberField {
    /** The number that the field was last given. */
    private static final String SHOWN = "data-shown";

    private NumberField() {}

    static HTMLElement create(String label) {
        HTMLElement field = Html.element("input", "number");
        field.setAttribute("type", "text");
        field.setAttribute("inputmode", "decimal");
        field.setAttribute("autocomplete", "off");
        field.setAttribute("aria-label", label);
        return field;
    }

    /** A field that hands on any number that is typed. */
    static HTMLElement ofAny(String label, DoubleConsumer receiver) {
        HTMLElement field = create(label);
        Html.on(field, "change", event -> read(field, -Double.MAX_VALUE, Double.MAX_VALUE, false, receiver));
        return field;
    }

    /**
     * Shows a number once; what a visitor types afterwards stays, right or wrong, until there is another number or the
     * number belongs to another problem.
     */
    static void show(HTMLElement field, double value, int problemNumber) {
        String text = Decimal.text(value);
        String shown = problemNumber + " " + text;
        if (!shown.equals(field.getAttribute(SHOWN))) {
            field.setAttribute(SHOWN, shown);
            if (HTMLDocument.current().getActiveElement() != field) {
                Html.setValue(field, text);
                Html.setError(field, "");
            }
        }
    }

    /** Hands on the number in the field if it is one in range; else says in the field's bubble what would be right. */
    static void read(HTMLElement field, double least, double most, boolean whole, DoubleConsumer receiver) {
        double value = parse(Html.value(field), whole);
        boolean right =
                Real.isFinite(value) && value >= least && value <= most && (!whole || value == Math.floor(value));
        Html.setError(field, right ? "" : expectation(least, most, whole));
        if (right) {
            // What is shown next is another number even where it is the one from before: a change may be taken back at
            // once.
            field.removeAttribute(SHOWN);
            receiver.accept(value);
        }
    }

    /** The number that a visitor typed, or NaN. A comma is a decimal point, but not where only whole numbers make sense. */
    private static double parse(String typed, boolean whole) {
        String text = typed.trim().replace('−', '-');
        boolean negative = text.startsWith("-");
        String size = negative ? text.substring(1) : text;
        size = whole ? size : size.replace(',', '.');
        size = size.endsWith(".") ? size.substring(0, size.length() - 1) : size;
        try {
            double value = Decimal.parse(size.startsWith(".") ? "0" + size : size);
            return negative ? -value : value;
        } catch (IllegalArgumentException e) {
            return Double.NaN;
        }
    }

    private static String expectation(double least, double most, boolean whole) {
        return most == Double.MAX_VALUE
                ? Words.say(whole ? "number.whole" : "number.any")
                : Words.say(
                        whole ? "number.wholeIn" : "number.anyIn",
                        Decimal.typeset(Decimal.text(least)),
                        Decimal.typeset(Decimal.text(most)));
    }
}
