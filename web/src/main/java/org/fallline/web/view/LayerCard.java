package org.fallline.web.view;

import java.util.ArrayList;
import java.util.List;
import org.fallline.catalogue.Catalogue;
import org.fallline.catalogue.Choice;
import org.fallline.catalogue.Setting;
import org.fallline.nn.Activation;
import org.fallline.nn.Activations;
import org.fallline.nn.Dense;
import org.fallline.nn.Dropout;
import org.fallline.nn.Initializer;
import org.fallline.nn.Initializers;
import org.fallline.nn.Layer;
import org.fallline.nn.Regularization;
import org.fallline.problem.ProblemSpec;
import org.fallline.web.model.Intent;
import org.fallline.web.model.Model;
import org.fallline.web.model.NetworkIntents;
import org.fallline.web.platform.Html;
import org.fallline.web.words.Words;
import org.teavm.jso.dom.html.HTMLElement;

/** One layer with units: how many, its activation, whether it is frozen, and on demand what is changed more seldom. */
final class LayerCard {
    /** The place of the last layer, which is not hidden. */
    static final int OUTPUT = 0;

    private static final Setting L1 = price("l1", "L1");
    private static final Setting L2 = price("l2", "L2");

    private static Setting price(String name, String label) {
        return new Setting(name, label, "λ", Setting.Kind.LINEAR, 0, 1e6, 0, 0.1, 0);
    }

    private final Model model;
    private final int layer;
    private final String name;
    private final boolean isLast;
    private final int hidden;
    private final HTMLElement element;
    private final HTMLElement title;
    private final HTMLElement units;
    private final HTMLElement fewer;
    private final HTMLElement more;
    private final HTMLElement activation;
    private final HTMLElement frozen = Html.element("input", "");
    private final HTMLElement initializer;
    private final HTMLElement rest = Html.element("div", "settings");
    private final SettingControl l1;
    private final SettingControl l2;
    private final SettingControl dropout;
    private final HTMLElement chosenSettings = Html.element("div", "settings");
    private List<SettingControl> activationControls = List.of();
    private List<SettingControl> initializerControls = List.of();
    private String settingsOf = "";
    private Dense shown = Dense.of(1, "linear");

    /**
     * A card.
     *
     * @param layer the number of the layer in the spec, from 0
     * @param hidden which hidden layer it is, from 1 as a reader counts, or {@link #OUTPUT}
     * @param removed called after the layer was taken away
     */
    LayerCard(Model model, int layer, int hidden, Runnable removed) {
        this.model = model;
        this.layer = layer;
        this.isLast = hidden == OUTPUT;
        this.hidden = hidden;
        this.name = isLast ? Words.say("network.output") : Words.say("network.hidden", hidden);
        this.title = Html.text("span", "name", "");
        this.units = NumberField.create(Words.say("network.units", name));
        this.fewer = stepper("−", Words.say("network.fewer", name), -1);
        this.more = stepper("+", Words.say("network.more", name), 1);
        this.activation = menu("activation", Words.say("network.activation", name), Activations.CATALOGUE);
        this.initializer = menu("initializer", Words.say("network.initializer", name), Initializers.CATALOGUE);
        this.l1 = SettingControl.of(
                L1,
                name,
                value -> regularize(
                        new Regularization(value, shown.regularization().l2())));
        this.l2 = SettingControl.of(
                L2,
                name,
                value -> regularize(new Regularization(shown.regularization().l1(), value)));
        this.dropout = SettingControl.of(
                new Setting(
                        "dropout",
                        Words.say("network.dropout"),
                        "p",
                        Setting.Kind.LINEAR,
                        0,
                        Setting.BELOW_ONE,
                        0,
                        0.9,
                        0),
                name,
                value -> model.attempt(NetworkIntents.dropout(layer, value)));
        Html.on(
                units,
                "change",
                event -> NumberField.read(
                        units,
                        1,
                        NetworkIntents.MOST_UNITS,
                        true,
                        value -> model.attempt(NetworkIntents.units(layer, (int) value))));
        Html.on(
                activation,
                "change",
                event -> model.attempt(
                        NetworkIntents.activation(layer, Choice.of(Activations.CATALOGUE, Html.value(activation)))));
        Html.on(
                initializer,
                "change",
                event -> model.attempt(
                        NetworkIntents.initializer(layer, Choice.of(Initializers.CATALOGUE, Html.value(initializer)))));
        frozen.setAttribute("type", "checkbox");
        frozen.setAttribute("aria-label", Words.say("network.freeze", name));
        Html.on(frozen, "change", event -> freeze());
        this.element = Html.element("li", "layer", head(removed), body(), details());
    }

    private HTMLElement head(Runnable removed) {
        HTMLElement head = Html.element("div", "layer-head", title);
        if (!isLast) {
            HTMLElement counter = Html.element("div", "stepper", fewer, units, more);
            counter.setAttribute("role", "group");
            counter.setAttribute("aria-label", Words.say("network.units", name));
            HTMLElement remove = Html.button("remove", "×", () -> {
                removed.run();
                model.attempt(NetworkIntents.remove(layer));
            });
            remove.setAttribute("aria-label", Words.say("network.remove", name));
            head.appendChild(counter);
            head.appendChild(remove);
        }
        return head;
    }

    private HTMLElement body() {
        HTMLElement label = Html.element("label", "check", frozen, Html.text("span", "", Words.say("network.frozen")));
        label.setTitle(Words.say("network.frozenHint"));
        return Html.element("div", "layer-body", activation, label);
    }

    private HTMLElement details() {
        HTMLElement begin = Html.element(
                "div",
                "stacked",
                Html.text("span", "caption", Words.say("network.begin")),
                initializer,
                chosenSettings);
        rest.appendChild(begin);
        rest.appendChild(l1.element());
        rest.appendChild(l2.element());
        if (!isLast) {
            rest.appendChild(dropout.element());
        }
        HTMLElement summary = Html.text("summary", "", Words.say("network.rest"));
        summary.setAttribute("aria-label", Words.say("network.restOf", name));
        return Html.element("details", "layer-more", summary, rest);
    }

    private HTMLElement stepper(String sign, String label, int by) {
        HTMLElement button = Html.button("step-by", sign, () -> {
            int wanted = shown.units() + by;
            if (wanted >= 1 && (by < 0 || wanted <= NetworkIntents.MOST_UNITS)) {
                model.attempt(NetworkIntents.units(layer, wanted));
            }
        });
        button.setAttribute("aria-label", label);
        return button;
    }

    private static <T> HTMLElement menu(String kind, String label, Catalogue<T> catalogue) {
        HTMLElement select = Html.element("select", "");
        select.setAttribute("aria-label", label);
        catalogue.entries().forEach(entry -> select.appendChild(Html.option(entry.name(), Names.of(kind, entry))));
        return select;
    }

    private void regularize(Regularization changed) {
        model.attempt(NetworkIntents.regularization(layer, changed));
    }

    /** Where a layer cannot be frozen, the box goes back to what holds. */
    private void freeze() {
        model.attempt(NetworkIntents.freeze(layer, Html.isChecked(frozen)));
        if (model.experiment().problem() instanceof ProblemSpec.Network network) {
            show(network.layers());
        }
    }

    HTMLElement element() {
        return element;
    }

    void show(List<Layer> layers) {
        if (!(layers.get(layer) instanceof Dense dense)) {
            return;
        }
        shown = dense;
        Html.setText(
                title,
                isLast ? Words.say("network.outputTitle", dense.units()) : Words.say("network.hiddenTitle", hidden));
        int number = model.problemNumber();
        Html.setValue(activation, dense.activation().name());
        Html.setValue(initializer, dense.initializer().name());
        Html.setChecked(frozen, !dense.trainable());
        element.setAttribute("data-frozen", dense.trainable() ? "false" : "true");
        l1.show(dense.regularization().l1(), number);
        l2.show(dense.regularization().l2(), number);
        if (!isLast) {
            NumberField.show(units, dense.units(), number);
            Html.setUseful(fewer, dense.units() > 1);
            Html.setUseful(more, dense.units() < NetworkIntents.MOST_UNITS);
            dropout.show(NetworkIntents.dropoutAfter(layers, layer), number);
        }
        showSettings(dense, number);
    }

    /** The settings that the chosen activation and initializer have of their own. */
    private void showSettings(Dense dense, int number) {
        Choice<Activation> chosen = dense.activation();
        Choice<Initializer> begin = dense.initializer();
        String of = chosen.name() + " " + begin.name();
        if (!of.equals(settingsOf)) {
            settingsOf = of;
            activationControls = controls(
                    chosen,
                    (setting, value) ->
                            NetworkIntents.activation(layer, shown.activation().with(setting, value)));
            initializerControls = controls(
                    begin,
                    (setting, value) -> NetworkIntents.initializer(
                            layer, shown.initializer().with(setting, value)));
            List<HTMLElement> all = new ArrayList<>();
            initializerControls.forEach(control -> all.add(control.element()));
            activationControls.forEach(control -> all.add(control.element()));
            Html.replaceChildren(chosenSettings, all);
        }
        activationControls.forEach(
                control -> control.show(chosen.values().number(control.setting().name()), number));
        initializerControls.forEach(
                control -> control.show(begin.values().number(control.setting().name()), number));
    }

    private interface Setter {
        Intent to(String setting, double value);
    }

    private List<SettingControl> controls(Choice<?> choice, Setter setter) {
        List<SettingControl> controls = new ArrayList<>();
        for (Setting setting : choice.entry().settings()) {
            controls.add(SettingControl.of(setting, name, value -> model.attempt(setter.to(setting.name(), value))));
        }
        return controls;
    }

    /** A layer that has no units of its own, in a word; empty if it belongs to the card before. */
    static String word(List<Layer> layers, int layer) {
        boolean belongs = layers.get(layer) instanceof Dropout && layer > 0 && layers.get(layer - 1) instanceof Dense;
        return belongs ? "" : layers.get(layer).text();
    }
}
