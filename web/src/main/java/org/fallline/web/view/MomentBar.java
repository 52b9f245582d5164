package org.fallline.web.view;

import org.fallline.autodiff.Progress;
import org.fallline.math.Decimal;
import org.fallline.web.model.ComputationIntents;
import org.fallline.web.model.Model;
import org.fallline.web.platform.Html;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLElement;

/** The time line of a step's computation: from op to op, forward, then backward. */
final class MomentBar {
    /** Milliseconds a moment while it plays: long enough to read a rule. */
    private static final int PACE = 1100;

    private final Model model;
    private final OpenedStep opened;
    private final HTMLElement first = button("⇤", ComputationWords.FIRST, () -> go(0));
    private final HTMLElement previous = button("←", ComputationWords.PREVIOUS, () -> go(index() - 1));
    private final HTMLElement play = button("▶", ComputationWords.PLAY, this::play);
    private final HTMLElement next = button("→", ComputationWords.NEXT, () -> go(index() + 1));
    private final HTMLElement last = button("⇥", ComputationWords.LAST, () -> go(Integer.MAX_VALUE));
    private final HTMLElement scrubber = Html.element("input", "");
    private final HTMLElement element;
    private boolean playing;
    /** Tells a timer that was set from one that counts. */
    private int round;

    MomentBar(Model model, OpenedStep opened) {
        this.model = model;
        this.opened = opened;
        scrubber.setAttribute("type", "range");
        scrubber.setAttribute("min", "0");
        scrubber.setAttribute("aria-label", ComputationWords.MOMENT);
        Html.on(scrubber, "input", event -> go((int) Decimal.parse(Html.value(scrubber))));
        element = Html.element("div", "moments", first, previous, play, next, last, scrubber);
        element.setAttribute("role", "group");
        element.setAttribute("aria-label", ComputationWords.TIME);
    }

    private static HTMLElement button(String sign, String name, Runnable pressed) {
        HTMLElement button = Html.button("", sign, pressed);
        button.setAttribute("aria-label", name);
        button.setTitle(name);
        return button;
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
            show();
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
        int index =
                switch (event.getKey()) {
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
    void show() {
        int index = index();
        int all = opened.moments().size();
        Html.setAttribute(scrubber, "max", String.valueOf(all));
        Html.setValue(scrubber, String.valueOf(index));
        Html.setAttribute(scrubber, "aria-valuetext", Decimal.typeset(title(opened.progress())));
        Html.setUseful(first, index > 0);
        Html.setUseful(previous, index > 0);
        Html.setUseful(next, index < all);
        Html.setUseful(last, index < all);
        Html.setText(play, playing ? "❚❚" : "▶");
        String name = playing ? ComputationWords.PAUSE : ComputationWords.PLAY;
        Html.setAttribute(play, "aria-label", name);
        Html.setAttribute(play, "title", name);
    }

    private static String title(Progress progress) {
        return progress.moment() == null ? ComputationWords.LAST : progress.title();
    }
}
