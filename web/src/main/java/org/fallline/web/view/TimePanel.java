package org.fallline.web.view;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fallline.web.model.Intent;
import org.fallline.web.model.Model;
import org.fallline.web.model.Speed;
import org.fallline.web.model.State;
import org.fallline.web.model.TimeIntents;
import org.fallline.web.platform.Html;
import org.fallline.web.words.Words;
import org.teavm.jso.dom.events.KeyboardEvent;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

/** Play, pause, step and scrub. */
final class TimePanel implements Panel {
    private final Model model;
    private final HTMLElement play = Html.byId("play");
    private final HTMLElement scrubber = Html.byId("scrubber");
    private final HTMLElement step = Html.byId("step-now");
    private final HTMLElement number = Html.byId("step-number");
    private final HTMLElement all = Html.byId("step-all");
    private final HTMLElement loop = Html.byId("loop");
    private final Menu<Speed> speed;

    TimePanel(Model model) {
        this.model = model;
        Map<String, Intent> buttons = new LinkedHashMap<>();
        buttons.put("to-start", TimeIntents.TO_START);
        buttons.put("back", TimeIntents.BACK);
        buttons.put("play", TimeIntents.PLAY);
        buttons.put("forward", TimeIntents.FORWARD);
        buttons.put("to-end", TimeIntents.TO_END);
        buttons.forEach((id, intent) -> {
            HTMLElement button = Html.byId(id);
            button.setTitle(Words.say(intent.label()));
            Html.on(button, "click", event -> model.dispatch(intent));
        });
        Map<Speed, String> speeds = new LinkedHashMap<>();
        for (Speed each : Speed.values()) {
            speeds.put(each, each.text() + "×");
        }
        speed = new Menu<>(Html.byId("speed"), speeds, model, TimeIntents::speed);
        Html.on(loop, "click", event -> model.dispatch(TimeIntents.LOOP));
        Html.on(number, "change", event -> jump());
        Html.on(scrubber, "input", event -> model.dispatch(TimeIntents.goTo(Integer.parseInt(Html.value(scrubber)))));
        HTMLDocument.current().addEventListener("keydown", event -> key((KeyboardEvent) event));
    }

    private void jump() {
        NumberField.read(
                number, 0, model.experiment().steps(), true, value -> model.dispatch(TimeIntents.goTo((int) value)));
        // From here on it tells the step again.
        number.blur();
    }

    /** Keys mean time travel wherever they do not mean something to a control. */
    private void key(KeyboardEvent event) {
        String tag = Typing.focusedTag();
        boolean pressing =
                event.getKey().equals(" ") && (tag.equals("BUTTON") || tag.equals("SUMMARY") || tag.equals("A"));
        if (Typing.isUnderWay() || pressing || event.isAltKey() || event.isCtrlKey() || event.isMetaKey()) {
            return;
        }
        for (Intent intent : TimeIntents.ALL) {
            if (intent.key().equals(event.getKey())) {
                event.preventDefault();
                model.dispatch(intent);
                return;
            }
        }
    }

    @Override
    public boolean isMoving() {
        return true;
    }

    @Override
    public void show() {
        State state = model.state();
        int steps = state.experiment().steps();
        String now = Words.say("time.stepOf", state.step(), steps);
        Html.setAttribute(play, "aria-label", Words.say(state.playing() ? "time.pause" : "time.play"));
        Html.setAttribute(play, "data-playing", state.playing() ? "true" : "false");
        Html.setAttribute(scrubber, "max", String.valueOf(steps));
        Html.setAttribute(scrubber, "aria-valuetext", now);
        Html.setValue(scrubber, String.valueOf(state.step()));
        Html.setText(step, now);
        Html.setText(all, Words.say("time.of", steps));
        NumberField.show(number, state.step(), model.problemNumber());
        speed.show(state.playback().speed());
        Html.setAttribute(loop, "aria-pressed", state.playback().loop() ? "true" : "false");
        Html.setUseful(Html.byId("back"), state.step() > 0);
        Html.setUseful(Html.byId("to-start"), state.step() > 0);
        Html.setUseful(Html.byId("forward"), state.step() < steps);
        Html.setUseful(Html.byId("to-end"), state.step() < steps);
    }
}
