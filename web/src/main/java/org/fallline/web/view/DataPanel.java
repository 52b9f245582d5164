package org.fallline.web.view;

import java.util.ArrayList;
import java.util.List;
import org.fallline.catalogue.Entry;
import org.fallline.catalogue.Setting;
import org.fallline.data.Column;
import org.fallline.data.Dataset;
import org.fallline.data.Datasets;
import org.fallline.data.Feature;
import org.fallline.data.Features;
import org.fallline.data.Generator;
import org.fallline.data.Table;
import org.fallline.problem.ExamplesSpec;
import org.fallline.problem.ProblemSpec;
import org.fallline.web.model.DataIntents;
import org.fallline.web.model.Model;
import org.fallline.web.platform.Files;
import org.fallline.web.platform.Html;
import org.fallline.web.words.Words;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLElement;

/** What a network learns from: the dataset and how it is drawn, or a table; and what of it the network is given. */
final class DataPanel implements Panel {
    private final Setting sizes = new Setting(
            "size",
            Words.say("data.examples"),
            "n",
            Setting.Kind.WHOLE,
            1,
            ExamplesSpec.MAX_SIZE,
            10,
            500,
            ExamplesSpec.DEFAULT_SIZE);

    private final Model model;
    private final HTMLElement section = Html.byId("data");
    private final HTMLElement choices = Html.byId("datasets");
    private final HTMLElement what = Html.byId("dataset-name");
    private final HTMLElement settings = Html.byId("data-settings");
    private final HTMLElement chips = Html.byId("features");
    private final HTMLElement targets = Html.byId("targets");
    private final HTMLElement targetsField = Html.byId("targets-field");
    private final HTMLElement seed = Html.byId("data-seed");
    private final HTMLElement error = Html.byId("data-error");
    private final SettingControl size;
    private final SettingControl testShare;
    private final List<HTMLElement> radios = new ArrayList<>();
    private final List<HTMLElement> targetBoxes = new ArrayList<>();
    private List<HTMLElement> featureChips = List.of();
    private List<SettingControl> own = List.of();
    private String ownOf = "";
    private String featuresOf = "";
    private List<String> columns = List.of();
    private int read = -1;
    private boolean isSpoken = true;

    DataPanel(Model model) {
        this.model = model;
        for (Entry<Generator> entry : Datasets.CATALOGUE.entries()) {
            HTMLElement radio = Html.element("input", "");
            radio.setAttribute("type", "radio");
            radio.setAttribute("name", "dataset");
            radio.setAttribute("value", entry.name());
            radio.setAttribute("aria-label", Words.say("data.named", Names.of("dataset", entry)));
            Html.on(radio, "change", event -> model.attempt(DataIntents.dataset(entry.name())));
            radios.add(radio);
            HTMLElement label = Html.element("label", "dataset", radio, GalleryDialog.image(entry.name() + ".svg"));
            label.setTitle(Names.of("dataset", entry));
            choices.appendChild(label);
        }
        size = SettingControl.of(sizes, Words.say("data.owner"), value -> model.attempt(DataIntents.size((int) value)));
        testShare = SettingControl.of(
                ExamplesSpec.TEST_SHARE, Words.say("data.owner"), value -> model.attempt(DataIntents.testShare(value)));
        Html.on(
                seed,
                "change",
                event -> NumberField.read(
                        seed,
                        Integer.MIN_VALUE,
                        Integer.MAX_VALUE,
                        true,
                        value -> model.attempt(DataIntents.seed((int) value))));
        Html.on(Html.byId("other-examples"), "click", event -> otherExamples());
        HTMLElement file = Html.byId("csv-file");
        Html.on(Html.byId("import-csv"), "click", event -> file.click());
        Html.on(file, "change", event -> {
            JSObject chosen = Files.chosen(file);
            if (chosen != null) {
                Files.read(chosen, this::take);
            }
        });
    }

    private void otherExamples() {
        if (model.experiment().problem() instanceof ProblemSpec.Network network) {
            model.attempt(DataIntents.seed(network.examples().seed() + 1));
        }
    }

    /** Learns from a file's table, or says in place why it is none. */
    private void take(String name, String text, String problem) {
        String reason = problem;
        if (reason.isEmpty()) {
            try {
                model.dispatch(DataIntents.table(text));
            } catch (IllegalArgumentException e) {
                reason = String.valueOf(e.getMessage());
            }
        }
        Html.setText(error, reason.isEmpty() ? "" : Words.say("data.wrongTable", name, reason));
        isSpoken = false;
    }

    @Override
    public void show() {
        boolean isNetwork = model.experiment().problem() instanceof ProblemSpec.Network;
        Html.setVisible(section, isNetwork);
        if (!isNetwork || read == model.problemNumber()) {
            return;
        }
        read = model.problemNumber();
        if (isSpoken) {
            Html.setText(error, "");
        }
        isSpoken = true;
        ProblemSpec.Network network = (ProblemSpec.Network) model.experiment().problem();
        ExamplesSpec examples = network.examples();
        Dataset data = examples.dataset();
        boolean isGenerated = examples.source() instanceof ExamplesSpec.Generated;
        if (examples.source() instanceof ExamplesSpec.Generated generated) {
            showGenerated(generated);
            columns = List.of();
        } else if (examples.source() instanceof ExamplesSpec.Csv csv) {
            radios.forEach(radio -> Html.setChecked(radio, false));
            Html.setText(what, Words.say("data.rows", data.size()));
            own = List.of();
            ownOf = "";
            Html.replaceChildren(settings, List.of(testShare.element()));
            showTargets(csv);
        }
        Html.setVisible(targetsField, !isGenerated && columns.size() > 2);
        testShare.show(examples.testShare(), read);
        NumberField.show(seed, examples.seed(), read);
        showFeatures(network, data);
    }

    private void showGenerated(ExamplesSpec.Generated generated) {
        String name = generated.generator().name();
        for (HTMLElement radio : radios) {
            Html.setChecked(radio, name.equals(radio.getAttribute("value")));
        }
        Html.setText(what, Names.of("dataset", generated.generator().entry()));
        if (!name.equals(ownOf)) {
            ownOf = name;
            List<SettingControl> made = new ArrayList<>();
            List<HTMLElement> elements = new ArrayList<>();
            for (Setting setting : generated.generator().entry().settings()) {
                SettingControl control = SettingControl.of(
                        setting,
                        Words.say("data.owner"),
                        value -> model.attempt(DataIntents.setting(setting.name(), value)));
                made.add(control);
                elements.add(control.element());
            }
            own = made;
            elements.add(size.element());
            elements.add(testShare.element());
            Html.replaceChildren(settings, elements);
        }
        own.forEach(control -> control.show(
                generated.generator().values().number(control.setting().name()), read));
        size.show(generated.size(), read);
    }

    private void showFeatures(ProblemSpec.Network network, Dataset data) {
        List<String> available = Features.available(data);
        List<String> given = DataIntents.features(network, data);
        String key = String.join("\n", available);
        if (!key.equals(featuresOf)) {
            featuresOf = key;
            List<HTMLElement> made = new ArrayList<>();
            for (String name : available) {
                HTMLElement chip = Html.button("chip feature", symbol(name), () -> toggle(name));
                Entry<Feature> entry = Features.CATALOGUE.find(name);
                chip.setAttribute(
                        "aria-label", Words.say("data.feature", entry == null ? name : Names.of("feature", entry)));
                made.add(chip);
            }
            featureChips = made;
            Html.replaceChildren(chips, made);
        }
        for (int i = 0; i < available.size(); i++) {
            featureChips.get(i).setAttribute("aria-pressed", given.contains(available.get(i)) ? "true" : "false");
        }
    }

    private static String symbol(String name) {
        Entry<Feature> entry = Features.CATALOGUE.find(name);
        return entry == null ? name : entry.formula();
    }

    private void toggle(String name) {
        if (model.experiment().problem() instanceof ProblemSpec.Network network) {
            List<String> given =
                    DataIntents.features(network, network.examples().dataset());
            if (given.size() == 1 && given.contains(name)) {
                model.tell(Words.say("data.oneFeature"));
            } else {
                model.attempt(DataIntents.feature(name, !given.contains(name)));
            }
        }
    }

    private void showTargets(ExamplesSpec.Csv csv) {
        List<Column> all = Table.read(csv.csv()).columns();
        List<String> names = all.stream().map(Column::name).toList();
        if (!names.equals(columns)) {
            columns = names;
            List<HTMLElement> boxes = new ArrayList<>();
            targetBoxes.clear();
            for (String name : names) {
                HTMLElement box = Html.element("input", "");
                box.setAttribute("type", "checkbox");
                Html.on(box, "change", event -> target(csv.csv(), name, Html.isChecked(box)));
                targetBoxes.add(box);
                boxes.add(Html.element("label", "check", box, Html.text("span", "", name)));
            }
            Html.replaceChildren(targets, boxes);
        }
        List<String> chosen = csv.targets().isEmpty() ? names.subList(names.size() - 1, names.size()) : csv.targets();
        for (int i = 0; i < names.size(); i++) {
            Html.setChecked(targetBoxes.get(i), chosen.contains(names.get(i)));
        }
    }

    /** Predicts a column too, or no more; a column of words is predicted alone. */
    private void target(String text, String name, boolean chosen) {
        Table table = Table.read(text);
        List<String> before = columns.subList(columns.size() - 1, columns.size());
        if (model.experiment().problem() instanceof ProblemSpec.Network network
                && network.examples().source() instanceof ExamplesSpec.Csv csv
                && !csv.targets().isEmpty()) {
            before = csv.targets();
        }
        boolean alone = chosen && !table.require(name).isNumeric();
        List<String> wanted = new ArrayList<>();
        for (Column column : table.columns()) {
            boolean isNamed = column.name().equals(name);
            boolean stays = before.contains(column.name()) && !alone && (column.isNumeric() || !chosen);
            if (isNamed ? chosen : stays) {
                wanted.add(column.name());
            }
        }
        if (wanted.isEmpty()) {
            model.tell(Words.say("data.oneTarget"));
        } else {
            model.attempt(DataIntents.targets(wanted));
        }
        read = -1;
        show();
    }
}
