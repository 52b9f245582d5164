package org.fallline.web.view;

import java.util.function.DoubleConsumer;
import org.fallline.catalogue.Setting;
import org.fallline.web.platform.Html;
import org.fallline.web.words.Words;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/** A setting of a catalogue to be set: a slider or a check box, and the number itself. */
final class SettingControl {
    /** Positions of a slider from one end to the other. */
    private static final int POSITIONS = 240;

    private final Setting setting;
    private final HTMLElement element;
    private final HTMLElement field;
    private final @Nullable HTMLElement slider;
    /** Whether the slider is being dragged: then it stays under the finger, whatever it is told. */
    private boolean held;

    /** Takes a number that was chosen. */
    interface Receiver {
        /**
         * Takes it.
         *
         * @param settled false while a slider is still being dragged
         */
        void receive(double value, boolean settled);
    }

    /**
     * A control.
     *
     * @param owner what the setting is one of, for who does not see where it stands
     */
    SettingControl(Setting setting, String owner, Receiver receiver) {
        this.setting = setting;
        String name = Names.of(setting);
        HTMLElement caption = Html.text("span", "caption", name);
        if (setting.kind() == Setting.Kind.FLAG) {
            HTMLElement box = Html.element("input", "");
            box.setAttribute("type", "checkbox");
            Html.on(box, "change", event -> receiver.receive(Html.isChecked(box) ? 1 : 0, true));
            field = box;
            slider = null;
            element = Html.element("label", "setting flag", box, caption);
            return;
        }
        String label = Words.say("setting.owned", name, owner);
        HTMLElement range = Html.element("input", "");
        range.setAttribute("type", "range");
        range.setAttribute("min", "0");
        range.setAttribute("max", String.valueOf(POSITIONS));
        range.setAttribute("aria-label", Words.say("setting.slider", label));
        HTMLElement number = NumberField.create(label);
        Html.on(range, "input", event -> {
            held = true;
            receiver.receive(value(range), false);
        });
        Html.on(range, "change", event -> {
            held = false;
            receiver.receive(value(range), true);
        });
        Html.on(
                number,
                "change",
                event -> NumberField.read(
                        number,
                        setting.least(),
                        setting.most(),
                        setting.kind() == Setting.Kind.WHOLE,
                        value -> receiver.receive(value, true)));
        field = number;
        slider = range;
        element = Html.element("div", "setting", caption, range, number);
    }

    /** A control that tells every number, also those that a slider is dragged past. */
    static SettingControl of(Setting setting, String owner, DoubleConsumer receiver) {
        return new SettingControl(setting, owner, (value, settled) -> receiver.accept(value));
    }

    private double value(HTMLElement range) {
        return SliderScale.value(setting, Integer.parseInt(Html.value(range)), POSITIONS);
    }

    Setting setting() {
        return setting;
    }

    HTMLElement element() {
        return element;
    }

    void show(double value, int problemNumber) {
        if (slider == null) {
            Html.setChecked(field, value != 0);
        } else {
            NumberField.show(field, value, problemNumber);
            if (!held) {
                Html.setValue(slider, String.valueOf(SliderScale.position(setting, value, POSITIONS)));
            }
            slider.setAttribute("aria-valuetext", Numbers.text(value));
        }
    }
}
