package org.fallline.web.chapter;

import java.util.List;
import org.fallline.math.Decimal;
import org.fallline.web.platform.Html;
import org.fallline.web.words.Split;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * A checkpoint that is passed when something holds in a figure: {@code data-until="loss < 0.01"} of the figure that
 * {@code data-figure} names. The quantities are those of {@link EmbeddedFigure#quantity}.
 */
final class Condition {
    private static final int DIGITS = 4;

    private final String figure;
    private final String quantity;
    private final boolean isBelow;
    private final double bound;
    private final Verdict verdict;
    private boolean isPassed;

    private Condition(String figure, String quantity, boolean isBelow, double bound, Verdict verdict) {
        this.figure = figure;
        this.quantity = quantity;
        this.isBelow = isBelow;
        this.bound = bound;
        this.verdict = verdict;
    }

    static Condition of(HTMLElement form, Verdict verdict) {
        List<String> parts = Split.at(' ', form.getAttribute("data-until"));
        Html.on(form, "submit", event -> event.preventDefault());
        return new Condition(
                form.getAttribute("data-figure"),
                parts.get(0),
                parts.get(1).equals("<"),
                Decimal.parse(parts.get(2)),
                verdict);
    }

    void changed(String changedFigure, JSObject state) {
        if (isPassed || !changedFigure.equals(figure)) {
            return;
        }
        double value = EmbeddedFigure.quantity(state, quantity);
        if (isBelow ? value < bound : value > bound) {
            isPassed = true;
            verdict.right();
        } else if (!Double.isNaN(value)) {
            verdict.tell("Now " + quantity + " is " + Decimal.typeset(Decimal.text(value, DIGITS)) + ".");
        }
    }
}
