package org.fallline.web.view;

import org.fallline.web.model.Intent;
import org.fallline.web.model.TimeIntents;
import org.fallline.web.platform.Browser;
import org.fallline.web.platform.Html;
import org.fallline.web.words.Words;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

/** What can be done with keys and fingers, on demand. */
final class HelpDialog {
    private final HTMLElement dialog = Html.byId("help");
    private final HTMLElement keys = Html.byId("time-keys");

    HelpDialog() {
        for (Intent intent : TimeIntents.ALL) {
            keys.appendChild(Html.element(
                    "div",
                    "",
                    Html.element("dt", "", Html.text("kbd", "", name(intent.key()))),
                    Html.text("dd", "", Words.say(intent.label()))));
        }
        Html.on(Html.byId("open-help"), "click", event -> Browser.showModal(dialog));
        Html.on(Html.byId("close-help"), "click", event -> Browser.close(dialog));
        HTMLDocument.current().addEventListener("keydown", event -> {
            if (((KeyboardEvent) event).getKey().equals("?") && !Typing.isUnderWay()) {
                Browser.showModal(dialog);
            }
        });
    }

    /** A key as keyboards show it. */
    private static String name(String key) {
        return switch (key) {
            case " " -> Words.say("help.space");
            case "Home" -> Words.say("help.home");
            case "End" -> Words.say("help.end");
            case "ArrowLeft" -> "←";
            case "ArrowRight" -> "→";
            default -> key;
        };
    }
}
