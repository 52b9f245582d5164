package org.fallline.web.view;

import java.util.List;
import org.fallline.experiment.Experiment;
import org.fallline.problem.Columns;
import org.fallline.problem.FormulaException;
import org.fallline.problem.FormulaNames;
import org.fallline.problem.FormulaTex;
import org.fallline.problem.ProblemSpec;
import org.fallline.problem.TestFunctions;
import org.fallline.scene.Theme;
import org.fallline.web.model.Draft;
import org.fallline.web.model.Gallery;
import org.fallline.web.model.Model;
import org.fallline.web.model.ProblemIntents;
import org.fallline.web.model.TimeIntents;
import org.fallline.web.platform.Html;
import org.fallline.web.platform.Typesetting;
import org.fallline.web.words.Words;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.dom.html.HTMLElement;

/** What is descended, and how far. */
final class ProblemPanel implements Panel {
    private final Model model;
    private final GalleryDialog gallery;
    private final HTMLElement choice = Html.byId("problem-choice");
    private final HTMLElement name = Html.byId("problem-name");
    private final HTMLElement thumbnail = Html.byId("problem-thumbnail");
    private final HTMLElement definition = Html.byId("definition");
    private final HTMLElement formulaField = Html.byId("formula-field");
    private final HTMLElement formula = Html.byId("formula");
    private final HTMLElement formulaError = Html.byId("formula-error");
    private final HTMLElement formulaCaret = Html.byId("formula-caret");
    private final HTMLElement formulaMessage = Html.byId("formula-message");
    private final HTMLElement steps = Html.byId("steps");
    private final List<Panel> parts;
    private @Nullable Shown shown;

    /**
     * What the panel depends on: a great deal, but not on time.
     *
     * @param isSeen whether there is a landscape to be seen
     */
    private record Shown(int occasions, boolean isSeen, Theme theme) {}

    ProblemPanel(Model model) {
        this.model = model;
        this.gallery = new GalleryDialog(this::choose);
        this.parts = List.of(
                new LinearPanel(model),
                new DataPanel(model),
                new DrawPanel(model),
                new NetworkPanel(model),
                new StartPanel(model));
        Html.setText(Html.byId("formula-names"), Words.say("problem.names", FormulaNames.functionNames()));
        Html.on(choice, "click", event -> gallery.open(item().name()));
        Html.on(formula, "input", event -> model.dispatch(ProblemIntents.type(Html.value(formula))));
        Html.on(steps, "change", event -> changeSteps());
    }

    private void choose(Gallery.Item item) {
        ProblemSpec spec = item.spec();
        model.dispatch(spec == null ? ProblemIntents.type(model.state().draft().text()) : ProblemIntents.choose(spec));
    }

    private void changeSteps() {
        Experiment experiment = model.experiment();
        int most = Experiment.mostSteps(
                experiment.start().size(), experiment.optimizers().size());
        NumberField.read(steps, 0, most, true, value -> model.dispatch(TimeIntents.walk((int) value)));
    }

    private Gallery.Item item() {
        return model.state().draft().isWrong()
                ? Gallery.FORMULA
                : Gallery.of(model.experiment().problem());
    }

    @Override
    public void show() {
        Shown now = new Shown(model.occasions(), model.landscape() != null, Appearance.theme());
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        Experiment experiment = model.experiment();
        Draft draft = model.state().draft();
        Gallery.Item item = item();
        Html.setText(name, Words.say(item.label()));
        String address = GalleryDialog.address(item.thumbnail());
        if (!address.equals(thumbnail.getAttribute("src"))) {
            thumbnail.setAttribute("src", address);
        }
        Html.setVisible(formulaField, item.equals(Gallery.FORMULA));
        if (now.isSeen()) {
            Typesetting.begin();
        }
        Html.setEnglish(definition, false);
        // While something is typed that is not right yet, the last that was stays: nothing jumps under the fingers.
        boolean isTyping = draft.isWrong() && experiment.problem() instanceof ProblemSpec.Function;
        Html.setClass(definition, "past", isTyping);
        if (draft.isWrong() && !isTyping) {
            Typesetting.showText(definition, "");
        } else if (!isTyping) {
            experiment.problem().accept(new Definition());
        }
        showFormula(draft);
        NumberField.show(steps, experiment.steps(), model.problemNumber());
        parts.forEach(Panel::show);
    }

    private void showFormula(Draft draft) {
        Html.setValue(formula, draft.text());
        formula.setAttribute("aria-invalid", draft.isWrong() ? "true" : "false");
        boolean placed =
                draft.isWrong() && draft.position() >= 0 && !draft.text().isBlank();
        Html.setText(formulaCaret, placed ? FormulaException.pointed(draft.text(), draft.position()) + "\n" : "");
        Html.setText(formulaMessage, sentence(draft.error()));
        Html.setEnglish(formulaMessage, !draft.text().isBlank());
        Html.setVisible(formulaError, draft.isWrong());
    }

    private static String sentence(String text) {
        return text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** Shows what a problem is, as a formula. */
    private final class Definition implements ProblemSpec.Visitor<Boolean> {
        @Override
        public Boolean function(ProblemSpec.Function spec) {
            String text = spec.name().isEmpty()
                    ? spec.formula()
                    : TestFunctions.CATALOGUE.require(spec.name()).formula();
            List<String> variables = spec.problem().layout().names();
            String data = data(spec.data());
            String tex = "\\displaystyle f("
                    + String.join(", ", variables.stream().map(FormulaTex::name).toList()) + ") = "
                    + FormulaTex.of(text, spec.data()) + (data.isEmpty() ? "" : "\\quad\\text{" + data + "}");
            Typesetting.show(definition, tex, "f(" + String.join(", ", variables) + ") = " + text + data);
            return true;
        }

        private static String data(Columns data) {
            return data.values().isEmpty()
                    ? ""
                    : ' '
                            + Words.say(
                                    "problem.over",
                                    data.rows(),
                                    String.join(", ", data.values().keySet()).replace("_", " "));
        }

        @Override
        public Boolean linear(ProblemSpec.Linear spec) {
            Typesetting.show(
                    definition,
                    "\\hat{y} = x W + b,\\quad L = \\operatorname{mean}\\left((\\hat{y} - y)^2\\right)",
                    "ŷ = xW + b,  L = mean((ŷ − y)²)");
            return true;
        }

        @Override
        public Boolean network(ProblemSpec.Network spec) {
            Typesetting.showText(definition, spec.text());
            Html.setEnglish(definition, true);
            return true;
        }
    }
}
