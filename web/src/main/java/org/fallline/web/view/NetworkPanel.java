package org.fallline.web.view;

import java.util.ArrayList;
import java.util.List;
import org.fallline.catalogue.Entry;
import org.fallline.catalogue.Setting;
import org.fallline.nn.Dense;
import org.fallline.nn.Layer;
import org.fallline.nn.Loss;
import org.fallline.nn.Losses;
import org.fallline.problem.ProblemSpec;
import org.fallline.web.model.Model;
import org.fallline.web.model.NetworkIntents;
import org.fallline.web.platform.Html;
import org.fallline.web.words.Words;
import org.teavm.jso.dom.html.HTMLElement;

/** The network that is trained: its layers, its loss and its batches. */
final class NetworkPanel implements Panel {
    private final Model model;
    private final HTMLElement section = Html.byId("network");
    private final HTMLElement list = Html.byId("network-layers");
    private final HTMLElement add = Html.byId("add-layer");
    private final HTMLElement loss = Html.byId("network-loss");
    private final HTMLElement lossSettings = Html.byId("network-loss-settings");
    private final HTMLElement batch = Html.byId("batch-size");
    private final HTMLElement batchHint = Html.byId("batch-hint");
    private List<LayerCard> cards = List.of();
    private List<SettingControl> lossControls = List.of();
    private String built = "";
    private String lossBuilt = "";
    private int examples;
    private int counted = -1;

    NetworkPanel(Model model) {
        this.model = model;
        for (Entry<Loss> entry : Losses.CATALOGUE.entries()) {
            loss.appendChild(Html.option(entry.name(), Names.of("loss", entry)));
        }
        Html.on(add, "click", event -> {
            if (isUseful(add)) {
                model.attempt(NetworkIntents.add());
            }
        });
        Html.on(loss, "change", event -> {
            model.attempt(NetworkIntents.loss(Html.value(loss)));
            show();
        });
        Html.on(
                batch,
                "change",
                event -> NumberField.read(
                        batch, 1, examples, true, value -> model.attempt(NetworkIntents.batchSize((int) value))));
    }

    private static boolean isUseful(HTMLElement control) {
        return !"true".equals(control.getAttribute("aria-disabled"));
    }

    @Override
    public void show() {
        boolean isNetwork = model.experiment().problem() instanceof ProblemSpec.Network;
        Html.setVisible(section, isNetwork);
        if (!isNetwork) {
            return;
        }
        ProblemSpec.Network network = (ProblemSpec.Network) model.experiment().problem();
        List<Layer> layers = network.layers();
        build(layers);
        cards.forEach(card -> card.show(layers));
        long deep = layers.stream().filter(layer -> layer instanceof Dense).count();
        Html.setUseful(add, deep < NetworkIntents.MOST_LAYERS);
        Html.setValue(loss, network.loss().name());
        showLoss(network);
        int number = model.problemNumber();
        if (counted != number) {
            counted = number;
            examples =
                    network.learning(model.experiment().seed()).split().train().size();
        }
        NumberField.show(batch, network.batchSize() == 0 ? examples : network.batchSize(), number);
        Html.setText(batchHint, Words.say("network.of", examples));
    }

    /** Makes the cards anew where there are others: the fields of those that stay keep the focus. */
    private void build(List<Layer> layers) {
        StringBuilder kinds = new StringBuilder();
        for (int i = 0; i < layers.size(); i++) {
            kinds.append(layers.get(i) instanceof Dense ? "dense" : LayerCard.word(layers, i))
                    .append('|');
        }
        if (kinds.toString().equals(built)) {
            return;
        }
        built = kinds.toString();
        List<LayerCard> made = new ArrayList<>();
        List<HTMLElement> elements = new ArrayList<>();
        int hidden = 0;
        for (int i = 0; i < layers.size(); i++) {
            boolean isLast = i == layers.size() - 1;
            if (layers.get(i) instanceof Dense) {
                hidden++;
                LayerCard card = new LayerCard(model, i, isLast ? LayerCard.OUTPUT : hidden, list::focus);
                made.add(card);
                elements.add(card.element());
            } else if (!LayerCard.word(layers, i).isEmpty()) {
                elements.add(other(i, LayerCard.word(layers, i)));
            }
        }
        cards = made;
        Html.replaceChildren(list, elements);
    }

    private HTMLElement other(int layer, String word) {
        HTMLElement remove = Html.button("remove", "×", () -> {
            list.focus();
            model.attempt(NetworkIntents.remove(layer));
        });
        remove.setAttribute("aria-label", Words.say("network.remove", word));
        String label = Character.toUpperCase(word.charAt(0)) + word.substring(1);
        return Html.element("li", "layer", Html.element("div", "layer-head", Html.text("span", "name", label), remove));
    }

    private void showLoss(ProblemSpec.Network network) {
        if (!lossBuilt.equals(network.loss().name())) {
            lossBuilt = network.loss().name();
            List<SettingControl> controls = new ArrayList<>();
            List<HTMLElement> elements = new ArrayList<>();
            for (Setting setting : network.loss().entry().settings()) {
                SettingControl control = SettingControl.of(
                        setting,
                        Words.say("network.lossOwner"),
                        value -> model.attempt(NetworkIntents.lossSetting(setting.name(), value)));
                controls.add(control);
                elements.add(control.element());
            }
            lossControls = controls;
            Html.replaceChildren(lossSettings, elements);
        }
        lossControls.forEach(control ->
                control.show(network.loss().values().number(control.setting().name()), model.problemNumber()));
    }
}
