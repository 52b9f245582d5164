package org.fallline.web.chapter;

import org.fallline.math.Decimal;
import org.fallline.web.platform.Html;
import org.teavm.jso.dom.html.HTMLElement;

/** Checkpoints that are answered by a number, or by a choice, and a press on “Check”. */
final class Answer {
    private Answer() {}

    static void listen(HTMLElement form, Verdict verdict) {
        Html.on(form, "submit", event -> {
            event.preventDefault();
            HTMLElement field = form.querySelector("input[data-is]");
            if (field != null) {
                number(field, verdict);
            } else {
                choice(form, verdict);
            }
        });
    }

    private static void number(HTMLElement field, Verdict verdict) {
        double given;
        try {
            given = Decimal.parse(Html.value(field).trim().replace('−', '-').replace(',', '.'));
        } catch (IllegalArgumentException e) {
            verdict.wrong("Type a number, such as −0.25.");
            return;
        }
        double right = Decimal.parse(field.getAttribute("data-is"));
        double within = Decimal.parse(field.getAttribute("data-within"));
        if (Math.abs(given - right) <= within) {
            verdict.right();
        } else if (Math.abs(given + right) <= within) {
            verdict.wrong("The size is right; look at the sign.");
        } else {
            verdict.wrong("");
        }
    }

    private static void choice(HTMLElement form, Verdict verdict) {
        HTMLElement chosen = form.querySelector("input:checked");
        if (chosen == null) {
            verdict.wrong("Choose one.");
        } else if (chosen.hasAttribute("data-right")) {
            verdict.right();
        } else {
            String reason = chosen.getAttribute("data-says");
            verdict.wrong(reason == null ? "" : reason);
        }
    }
}
