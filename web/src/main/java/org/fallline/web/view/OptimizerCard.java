package org.fallline.web.view;

import java.util.ArrayList;
import java.util.List;
import org.fallline.catalogue.Setting;
import org.fallline.experiment.OptimizerSpec;
import org.fallline.experiment.Trajectory;
import org.fallline.web.model.Model;
import org.fallline.web.model.OptimizerIntents;
import org.fallline.web.platform.Browser;
import org.fallline.web.platform.CanvasPainter;
import org.fallline.web.platform.Html;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/** One optimizer: its colour, where it is, and its hyper-parameters, all from the catalogue. */
final class OptimizerCard {
    /** A loss that has grown so many times will not come back. */
    private static final double GROWTH = 1000;

    private static final String ADVICE = " Try a smaller learning rate.";

    private final Model model;
    private final int index;
    private final String kind;
    private final HTMLElement element;
    private final HTMLElement swatch = Html.element("span", "swatch");
    private final HTMLElement name = Html.text("h3", "name", "");
    private final HTMLElement loss = Html.element("output", "loss");
    private final HTMLElement ending = Html.element("p", "ending");
    private final HTMLElement remove;
    private final List<SettingControl> controls = new ArrayList<>();

    OptimizerCard(Model model, int index, OptimizerSpec spec) {
        this.model = model;
        this.index = index;
        this.kind = spec.kind();
        this.remove = Html.button("remove", "×", this::remove);
        HTMLElement title = Html.element("div", "title", swatch, name, loss);
        HTMLElement head = Html.element("header", "", title, remove);
        HTMLElement settings = Html.element("div", "settings");
        for (Setting setting : spec.entry().settings()) {
            SettingControl control = SettingControl.of(
                    setting,
                    "optimizer " + (index + 1),
                    value -> model.dispatch(OptimizerIntents.set(index, setting.name(), value)));
            controls.add(control);
            settings.appendChild(control.element());
        }
        this.element = Html.element("li", "optimizer", head, ending, settings);
        ending.setAttribute("role", "status");
        Html.on(title, "click", event -> inspect());
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

    HTMLElement element() {
        return element;
    }

    /** Whether the card can show this optimizer. */
    boolean fits(OptimizerSpec spec) {
        return spec.kind().equals(kind);
    }

    void show(OptimizerSpec spec, @Nullable Trajectory trajectory, boolean removable) {
        Browser.setProperty(
                element, "--optimizer", CanvasPainter.css(Appearance.theme().optimizer(index)));
        Html.setText(name, spec.label());
        remove.setAttribute("aria-label", "Remove " + spec.label());
        Html.setVisible(remove, removable);
        String end = trajectory == null ? "" : trouble(trajectory);
        int last = trajectory == null ? 0 : trajectory.length() - 1;
        int step = Math.min(model.state().step(), last);
        Html.setText(loss, trajectory == null ? "…" : "loss " + Numbers.brief(trajectory.loss(step)));
        Html.setText(ending, end);
        Html.setVisible(ending, !end.isEmpty());
        for (SettingControl control : controls) {
            control.show(spec.values().number(control.setting().name()), model.problemNumber());
        }
    }

    /** What went wrong with a walk and what may help, or empty. */
    private static String trouble(Trajectory trajectory) {
        String ending = trajectory.ending();
        if (ending != null) {
            return ending + (trajectory.length() == 1 ? " Start elsewhere." : ADVICE);
        }
        int last = trajectory.length() - 1;
        double first = trajectory.loss(0);
        if (trajectory.loss(last) > GROWTH * (1 + Math.abs(first))) {
            return "It diverges: the loss grows to " + Numbers.brief(trajectory.loss(last)) + "." + ADVICE;
        }
        return trajectory.loss(last) > first ? "The loss ends higher than it began." + ADVICE : "";
    }
}
