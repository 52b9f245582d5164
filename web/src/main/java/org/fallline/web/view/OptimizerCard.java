package org.fallline.web.view;

import java.util.ArrayList;
import java.util.List;
import org.fallline.catalogue.Setting;
import org.fallline.experiment.OptimizerSpec;
import org.fallline.experiment.ScheduleSpec;
import org.fallline.experiment.Trajectory;
import org.fallline.optim.Descent;
import org.fallline.web.model.Model;
import org.fallline.web.model.OptimizerIntents;
import org.fallline.web.platform.Browser;
import org.fallline.web.platform.CanvasPainter;
import org.fallline.web.platform.Html;
import org.fallline.web.words.Words;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/** One optimizer: its colour, where it is, the rule with its numbers, and its hyper-parameters, all from the catalogue. */
final class OptimizerCard {
    /** A loss that has grown so many times will not come back. */
    private static final double GROWTH = 1000;

    /** A race of more is shown with one card open. */
    private static final int MOST_OPEN = 2;

    private static final String RATE = "learningRate";

    private final Model model;
    private final int index;
    private final String kind;
    private final HTMLElement element;
    private final HTMLElement on = Html.element("input", "on");
    private final HTMLElement name = Html.text("h3", "name", "");
    private final HTMLElement loss = Html.element("output", "loss");
    private final HTMLElement why = Html.element("span", "");
    private final HTMLElement advice = Html.element("span", "");
    private final HTMLElement ending = Html.element("p", "ending", why, advice);
    private final HTMLElement unfold;
    private final HTMLElement duplicate;
    private final HTMLElement remove;
    private final HTMLElement rule = Html.element("p", "definition rule");
    private final HTMLElement body = Html.element("div", "body");
    private final HTMLElement changes = Html.element("p", "hint");
    private final HTMLElement unchange;
    private final List<SettingControl> controls = new ArrayList<>();
    /** Null until the card is opened. */
    private @Nullable ScheduleControls schedule;

    private @Nullable Settings shown;

    /**
     * What the card shows beside the loss, which alone changes at each step.
     *
     * @param present the optimizer as it is at the step
     * @param step 0 where the rate does not depend on it
     */
    private record Settings(OptimizerSpec spec, OptimizerSpec present, int step, int problem, boolean open) {}

    /** Whether the visitor wants the card open or closed; null before the first time. */
    private @Nullable Boolean wanted;

    OptimizerCard(Model model, int index, OptimizerSpec spec) {
        this.model = model;
        this.index = index;
        this.kind = spec.kind();
        this.remove = Html.button("icon", "×", this::remove);
        this.duplicate = Html.button("icon duplicate", "", () -> model.dispatch(OptimizerIntents.duplicate(index)));
        this.unfold = Html.button("icon unfold", "▾", this::unfold);
        this.unchange = Html.button(
                "quiet", Words.say("optimizers.asAtStart"), () -> model.dispatch(OptimizerIntents.unchange(index)));
        on.setAttribute("type", "checkbox");
        Html.on(on, "change", event -> model.dispatch(OptimizerIntents.turn(index, Html.isChecked(on))));
        HTMLElement title = Html.element("div", "title", name, loss);
        Html.on(title, "click", event -> inspect());
        HTMLElement head = Html.element("header", "", on, title, unfold, duplicate, remove);
        HTMLElement first = Html.element("div", "settings");
        for (Setting setting : spec.values().settings()) {
            if (setting.name().equals(RATE)) {
                first.appendChild(control(setting));
            }
        }
        this.element = Html.element(
                "li", "optimizer", head, ending, first, Html.element("div", "changes", changes, unchange), body);
        ending.setAttribute("role", "status");
    }

    /** Puts everything that can be folded away into the card. */
    private void fill(OptimizerSpec spec) {
        HTMLElement own = Html.element("div", "settings");
        HTMLElement around = Html.element("div", "settings");
        for (Setting setting : spec.values().settings()) {
            if (!setting.name().equals(RATE)) {
                own.appendChild(control(setting));
            }
        }
        for (Setting setting : Descent.SETTINGS) {
            if (!spec.values().has(setting.name())) {
                around.appendChild(control(setting));
            }
        }
        ScheduleControls made = new ScheduleControls(model, index);
        schedule = made;
        HTMLElement more =
                Html.element("details", "", Html.text("summary", "", Words.say("optimizers.around")), around);
        for (HTMLElement part : List.of(rule, own, made.element(), more)) {
            body.appendChild(part);
        }
    }

    private HTMLElement control(Setting setting) {
        SettingControl control =
                new SettingControl(setting, Words.say("optimizers.owner", index + 1), (value, settled) -> {
                    // While time runs a slider counts from where it is let go: each place on its way would be one more
                    // change.
                    if (settled || !model.state().playing()) {
                        model.dispatch(OptimizerIntents.set(index, setting.name(), value));
                    }
                });
        controls.add(control);
        return control.element();
    }

    /** The focus must not fall to the page with the button that had it. */
    private void remove() {
        Html.byId("optimizers").focus();
        model.dispatch(OptimizerIntents.remove(index));
    }

    private void inspect() {
        if (model.state().inspected() != index
                && index < model.experiment().optimizers().size()) {
            model.dispatch(OptimizerIntents.inspect(index));
        }
    }

    private void unfold() {
        wanted = !isOpen();
        Settings last = shown;
        if (last != null) {
            Settings now = new Settings(last.spec(), last.present(), last.step(), last.problem(), isOpen());
            shown = now;
            showSettings(now);
        }
    }

    private boolean isOpen() {
        Boolean by = wanted;
        boolean few = model.experiment().optimizers().size() <= MOST_OPEN;
        return by == null ? few || model.state().inspected() == index : by;
    }

    HTMLElement element() {
        return element;
    }

    /** Whether the card can show this optimizer. */
    boolean fits(OptimizerSpec spec) {
        return spec.kind().equals(kind);
    }

    void show(OptimizerSpec spec, @Nullable Trajectory trajectory, boolean removable, boolean full) {
        Browser.setProperty(
                element, "--optimizer", CanvasPainter.css(Appearance.theme().optimizer(index)));
        String label = spec.label();
        if (!label.equals(name.getTextContent())) {
            Html.setText(name, label);
            name(on, Words.say("optimizers.walks", label));
            name(unfold, Words.say("optimizers.settings", label));
            name(duplicate, Words.say("optimizers.duplicate", label));
            name(remove, Words.say("optimizers.remove", label));
        }
        Html.setChecked(on, spec.on());
        Html.setVisible(remove, removable);
        Html.setVisible(duplicate, !full);
        Html.setClass(element, "off", !spec.on());
        int last = trajectory == null ? 0 : trajectory.length() - 1;
        int step = Math.min(model.state().step(), last);
        String told = trajectory == null ? "…" : Words.say("optimizers.loss", Numbers.brief(trajectory.loss(step)));
        Html.setText(loss, spec.on() ? told : Words.say("optimizers.off"));
        showTrouble(trajectory);
        Settings now = new Settings(
                spec,
                spec.at(model.state().step()),
                spec.schedule().equals(ScheduleSpec.CONSTANT)
                        ? 0
                        : model.state().step(),
                model.problemNumber(),
                isOpen());
        if (!now.equals(shown)) {
            shown = now;
            showSettings(now);
        }
    }

    private void showSettings(Settings now) {
        if (now.open() && schedule == null) {
            fill(now.spec());
        }
        for (SettingControl control : controls) {
            if (now.open() || control.setting().name().equals(RATE)) {
                control.show(now.present().number(control.setting().name()), now.problem());
            }
        }
        if (now.open() && schedule != null) {
            schedule.show(now.spec().schedule(), now.problem());
            Html.setText(rule, RuleText.of(now.present(), now.step()));
        }
        showChanges(now.spec());
        Html.setVisible(body, now.open());
        unfold.setAttribute("aria-expanded", now.open() ? "true" : "false");
    }

    private static void name(HTMLElement control, String name) {
        control.setAttribute("aria-label", name);
        control.setTitle(name);
    }

    private void showChanges(OptimizerSpec spec) {
        int count = spec.changes().size();
        String text = count == 0
                ? ""
                : Words.say(
                        count == 1 ? "optimizers.changed" : "optimizers.changedBefore",
                        spec.changes().get(count - 1).step(),
                        count - 1);
        Html.setText(changes, text);
        Html.setVisible(unchange, count > 0);
    }

    /** Tells what went wrong with a walk, if anything did, and what may help. */
    private void showTrouble(@Nullable Trajectory trajectory) {
        String ended = trajectory == null ? null : trajectory.ending();
        String trouble = ended != null ? ended : trajectory == null ? "" : trouble(trajectory);
        boolean atOnce = ended != null && trajectory != null && trajectory.length() == 1;
        Html.setText(why, trouble);
        Html.setText(advice, ' ' + Words.say(atOnce ? "optimizers.elsewhere" : "optimizers.smallerRate"));
        Html.setVisible(ending, !trouble.isEmpty());
    }

    /** What is wrong with a walk that went on to its end, or empty. */
    private static String trouble(Trajectory trajectory) {
        double first = trajectory.loss(0);
        double last = trajectory.loss(trajectory.length() - 1);
        if (last > GROWTH * (1 + Math.abs(first))) {
            return Words.say("optimizers.diverges", Numbers.brief(last));
        }
        return last > first ? Words.say("optimizers.higher") : "";
    }
}
