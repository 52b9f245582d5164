package org.fallline.web.view;

import java.util.function.DoubleConsumer;
import org.fallline.catalogue.Setting;
import org.fallline.web.platform.Html;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/** A slider or a check box, and the number itself. */
final class SettingControl {
    /** Positions of a slider from one end to the other. */
    private static final int POSITIONS = 240;

    private final Setting setting;
    private final HTMLElement element;
    private final HTMLElement field;
    private final @Nullable HTMLElement slider;

    private SettingControl(Setting setting, HTMLElement element, HTMLElement field, @Nullable HTMLElement slider) {
        this.setting = setting;
        this.element = element;
        this.field = field;
        this.slider = slider;
    }

    static SettingControl of(Setting setting, String owner, DoubleConsumer receiver) {
        HTMLElement caption = Html.text("span", "caption", setting.label());
        if (setting.kind() == Setting.Kind.FLAG) {
            HTMLElement box = Html.element("input", "");
            box.setAttribute("type", "checkbox");
            Html.on(box, "change", event -> receiver.accept(Html.isChecked(box) ? 1 : 0));
            return new SettingControl(setting, Html.element("label", "setting flag", box, caption), box, null);
        }
        String label = setting.label() + ", " + owner;
        HTMLElement slider = Html.element("input", "");
        slider.setAttribute("type", "range");
        slider.setAttribute("min", "0");
        slider.setAttribute("max", String.valueOf(POSITIONS));
        slider.setAttribute("aria-label", label + ", slider");
        HTMLElement field = NumberField.create(label);
        Html.on(
                slider,
                "input",
                event -> receiver.accept(SliderScale.value(setting, Integer.parseInt(Html.value(slider)), POSITIONS)));
        Html.on(
                field,
                "change",
                event -> NumberField.read(
                        field, setting.least(), setting.most(), setting.kind() == Setting.Kind.WHOLE, receiver));
        return new SettingControl(setting, Html.element("div", "setting", caption, slider, field), field, slider);
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
            Html.setValue(slider, String.valueOf(SliderScale.position(setting, value, POSITIONS)));
            slider.setAttribute("aria-valuetext", Numbers.text(value));
        }
    }
}
