package org.fallline.web.chapter;

import org.fallline.web.platform.Html;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * What a checkpoint says to an answer: in its {@code .verdict} whether it is right, and then what it keeps in {@code .right} or
 * {@code .wrong}.
 */
final class Verdict {
    private final HTMLElement form;
    private final HTMLElement told;
    private final Runnable passed;

    /** {@code passed} is called when the reader passes. */
    Verdict(HTMLElement form, boolean isPassed, Runnable passed) {
        this.form = form;
        this.told = form.querySelector(".verdict");
        this.passed = passed;
        Html.setClass(form, "passed", isPassed);
    }

    void right() {
        Html.setText(told, "Right.");
        show(".right", true);
        show(".wrong", false);
        Html.setClass(form, "passed", true);
        passed.run();
    }

    /** {@code reason} may be empty. */
    void wrong(String reason) {
        Html.setText(told, reason.isEmpty() ? "Not yet." : reason);
        show(".right", false);
        show(".wrong", true);
    }

    /** Something about the way there that is neither right nor wrong. */
    void tell(String text) {
        Html.setText(told, text);
    }

    private void show(String selector, boolean visible) {
        HTMLElement part = form.querySelector(selector);
        if (part != null) {
            Html.setVisible(part, visible);
        }
    }
}
