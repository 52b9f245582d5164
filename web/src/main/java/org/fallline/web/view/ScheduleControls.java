package org.fallline.web.view;

import java.util.ArrayList;
import java.util.List;
import org.fallline.catalogue.Entry;
import org.fallline.catalogue.Setting;
import org.fallline.experiment.ScheduleSpec;
import org.fallline.optim.Schedule;
import org.fallline.optim.Schedules;
import org.fallline.web.model.Model;
import org.fallline.web.model.OptimizerIntents;
import org.fallline.web.platform.Html;
import org.fallline.web.words.Words;
import org.teavm.jso.dom.html.HTMLElement;

/** How the learning rate of an optimizer changes by itself: which schedule, and its settings. */
final class ScheduleControls {
    private final Model model;
    private final int index;
    private final HTMLElement choice;
    private final HTMLElement formula = Html.element("p", "definition");
    private final HTMLElement settings = Html.element("div", "settings");
    private final HTMLElement element;
    private final List<SettingControl> controls = new ArrayList<>();
    private String kind = "";

    ScheduleControls(Model model, int index) {
        this.model = model;
        this.index = index;
        this.choice = Html.select(Words.say("optimizers.scheduleOf", index + 1), this::choose);
        for (Entry<Schedule> entry : Schedules.CATALOGUE.entries()) {
            choice.appendChild(Html.option(entry.name(), Names.of("schedule", entry)));
        }
        HTMLElement row = Html.element(
                "label", "setting wide", Html.text("span", "caption", Words.say("optimizers.schedule")), choice);
        element = Html.element("div", "schedule", row, formula, settings);
    }

    private void choose() {
        model.dispatch(OptimizerIntents.schedule(index, Html.value(choice)));
    }

    HTMLElement element() {
        return element;
    }

    void show(ScheduleSpec spec, int problemNumber) {
        if (!kind.equals(spec.kind())) {
            kind = spec.kind();
            controls.clear();
            settings.clear();
            for (Setting setting : spec.values().settings()) {
                SettingControl control = new SettingControl(
                        setting,
                        Words.say("optimizers.owner", index + 1),
                        (value, settled) -> model.dispatch(OptimizerIntents.setSchedule(index, setting.name(), value)));
                controls.add(control);
                settings.appendChild(control.element());
            }
        }
        Html.setValue(choice, spec.kind());
        boolean constant = spec.equals(ScheduleSpec.CONSTANT);
        Html.setText(
                formula,
                constant ? "" : Schedules.CATALOGUE.require(spec.kind()).formula());
        for (SettingControl control : controls) {
            control.show(spec.values().number(control.setting().name()), problemNumber);
        }
    }
}
