package org.fallline.web.view;

import java.util.ArrayList;
import java.util.List;
import org.fallline.autodiff.Progress.Rule;
import org.fallline.math.Decimal;
import org.fallline.web.platform.Html;
import org.fallline.web.words.Words;
import org.teavm.jso.dom.html.HTMLElement;

/** Rules as a reader wants them: the formula, the numbers put in, the local derivative, and how a sum grows. */
final class RuleList {
    private RuleList() {}

    /** Elements for some rules, to be put into a list. */
    static List<HTMLElement> of(List<Rule> rules) {
        List<HTMLElement> items = new ArrayList<>();
        for (Rule rule : rules) {
            HTMLElement item = Html.element("li", "rule", Html.text("p", "symbolic", Decimal.typeset(rule.formula())));
            add(item, "numeric", rule.numbers().isEmpty() ? "" : "= " + rule.numbers());
            add(item, "local", rule.local().isEmpty() ? "" : Words.say("computation.local", rule.local()));
            add(item, "sum", rule.sum().isEmpty() ? "" : Words.say("computation.sum", rule.sum()));
            items.add(item);
        }
        return items;
    }

    private static void add(HTMLElement item, String classes, String text) {
        if (!text.isEmpty()) {
            item.appendChild(Html.text("p", classes, Decimal.typeset(text)));
        }
    }
}
