package org.fallline.web.view;

import org.fallline.autodiff.Progress;
import org.fallline.math.Decimal;
import org.fallline.web.model.ComputationIntents;
import org.fallline.web.model.Model;
import org.fallline.web.platform.Html;
import org.fallline.web.words.Words;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLElement;

/** The time line of a step's computation: from op to op, forward, then backward. */
final class MomentBar {
    /** Milliseconds a moment while it plays: long enough to read a rule. */
    private static final int PACE = 1100;

    private final Model model;
    private final OpenedStep opened;
    private final HTMLElement element = Html.byId("moments");
    private final HTMLElement first = Html.byId("first-op");
    private final HTMLElement previous = Html.byId("previous-op");
    private final HTMLElement play = Html.byId("play-ops");
    private final HTMLElement next = Html.byId("next-op");
    private final HTMLElement last = Html.byId("last-op");
    private final HTMLElement scrubber = Html.byId("moment");
    private boolean playing;
    /** Tells a timer that was set from one that counts. */
    private int round;

    MomentBar(Model model, OpenedStep opened) {
        this.model = model;
        this.opened = opened;
        Html.on(first, "click", event -> go(0));
        Html.on(previous, "click", event -> go(Math.max(0, index() - 1)));
        Html.on(play, "click", event -> play());
        Html.on(next, "click", event -> go(index() + 1));
        Html.on(last, "click", event -> go(Integer.MAX_VALUE));
        Html.on(scrubber, "input", event -> go((int) Decimal.parse(Html.value(scrubber))));
        Html.setVisible(element, true);
    }

    HTMLElement element() {
        return element;
    }

    private int index() {
        return opened.index();
    }

    private void go(int index) {
        stop();
        move(index);
    }

    private void move(int index) {
        model.dispatch(ComputationIntents.goTo(opened.moment(index)));
    }

    private void stop() {
        playing = false;
        round++;
    }

    private void play() {
        if (playing) {
            stop();
            showPlaying();
            return;
        }
        playing = true;
        move(index() >= opened.moments().size() ? 0 : index() + 1);
        await();
    }

    private void await() {
        int mine = ++round;
        Window.setTimeout(() -> tick(mine), PACE);
    }

    private void tick(int mine) {
        if (mine != round) {
            return;
        }
        int index = index() + 1;
        playing = index < opened.moments().size();
        move(index);
        if (playing) {
            await();
        }
    }

    /** Does what a key means, if it means anything here. */
    void key(KeyboardEvent event) {
        int index = switch (event.getKey()) {
            case "ArrowLeft" -> Math.max(0, index() - 1);
            case "ArrowRight" -> index() + 1;
            case "Home" -> 0;
            case "End" -> opened.moments().size();
            default -> -1;
        };
        if (index >= 0 && !event.isAltKey() && !event.isCtrlKey() && !event.isMetaKey()) {
            event.preventDefault();
            event.stopPropagation();
            go(index);
        }
    }

    /** Shows the present moment. */
    void show(Progress progress) {
        int index = index();
        int all = opened.moments().size();
        Html.setAttribute(scrubber, "max", String.valueOf(all));
        Html.setValue(scrubber, String.valueOf(index));
        Html.setAttribute(scrubber, "aria-valuetext", Decimal.typeset(title(progress)));
        Html.setUseful(first, index > 0);
        Html.setUseful(previous, index > 0);
        Html.setUseful(next, index < all);
        Html.setUseful(last, index < all);
        showPlaying();
    }

    private void showPlaying() {
        Html.setAttribute(play, "data-playing", playing ? "true" : "false");
        String name = playing ? Words.say("moments.pause") : Words.say("moments.play");
        Html.setAttribute(play, "aria-label", name);
        Html.setAttribute(play, "title", name);
    }

    private static String title(Progress progress) {
        return progress.moment() == null ? Words.say("moments.all") : progress.title();
    }
}
