package org.fallline.web.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fallline.catalogue.Entry;
import org.fallline.experiment.Experiment;
import org.fallline.problem.Columns;
import org.fallline.problem.FormulaException;
import org.fallline.problem.FormulaNames;
import org.fallline.problem.ProblemSpec;
import org.fallline.problem.TestFunction;
import org.fallline.problem.TestFunctions;
import org.fallline.web.model.Draft;
import org.fallline.web.model.Model;
import org.fallline.web.model.ProblemIntents;
import org.fallline.web.model.TimeIntents;
import org.fallline.web.platform.Html;
import org.teavm.jso.dom.html.HTMLElement;

/** What is descended, from where, and how far. */
final class ProblemPanel implements Panel {
    private static final String TINY = "linear";
    private static final String FORMULA = "formula";
    private static final String NETWORK = "network";

    /** The most parameters of which each has a field for its start. */
    private static final int MOST_STARTS = 24;

    private final Model model;
    private final HTMLElement choice = Html.byId("problem-choice");
    private final HTMLElement definition = Html.byId("definition");
    private final HTMLElement formulaField = Html.byId("formula-field");
    private final HTMLElement formula = Html.byId("formula");
    private final HTMLElement formulaError = Html.byId("formula-error");
    private final HTMLElement formulaCaret = Html.byId("formula-caret");
    private final HTMLElement formulaMessage = Html.byId("formula-message");
    private final HTMLElement starts = Html.byId("starts");
    private final HTMLElement steps = Html.byId("steps");
    private int named;
    private List<String> names = List.of();
    private final List<HTMLElement> startFields = new ArrayList<>();

    ProblemPanel(Model model) {
        this.model = model;
        choice.appendChild(Html.option(TINY, "Tiny model: xW + b"));
        for (Entry<TestFunction> entry : TestFunctions.CATALOGUE.entries()) {
            choice.appendChild(Html.option(entry.name(), entry.label()));
        }
        choice.appendChild(Html.option(NETWORK, "Network on a dataset"));
        choice.appendChild(Html.option(FORMULA, "Your own formula"));
        Html.on(choice, "change", event -> choose(Html.value(choice)));
        Html.on(formula, "input", event -> model.dispatch(ProblemIntents.type(Html.value(formula))));
        Html.on(steps, "change", event -> changeSteps());
    }

    private void choose(String value) {
        if (value.equals(TINY)) {
            model.dispatch(ProblemIntents.choose(ProblemIntents.TINY));
        } else if (value.equals(NETWORK)) {
            model.dispatch(ProblemIntents.choose(ProblemIntents.CIRCLE));
        } else if (value.equals(FORMULA)) {
            model.dispatch(ProblemIntents.type(model.state().draft().text()));
        } else {
            model.dispatch(ProblemIntents.choose(new ProblemSpec.Function(value, "", Map.of())));
        }
    }

    private void changeSteps() {
        Experiment experiment = model.experiment();
        int most = Experiment.mostSteps(
                experiment.start().size(), experiment.optimizers().size());
        NumberField.read(steps, 0, most, true, value -> model.dispatch(TimeIntents.walk((int) value)));
    }

    @Override
    public void show() {
        Experiment experiment = model.experiment();
        Draft draft = model.state().draft();
        String chosen = experiment.problem().accept(new Choice());
        boolean typing = chosen.equals(FORMULA) || draft.isWrong();
        Html.setValue(choice, typing ? FORMULA : chosen);
        Html.setVisible(formulaField, typing);
        boolean shown = !typing || chosen.equals(FORMULA);
        Html.setText(definition, shown ? experiment.problem().accept(new Definition()) : "");
        showFormula(draft);
        showStart(experiment);
        NumberField.show(steps, experiment.steps(), model.problemNumber());
    }

    private void showFormula(Draft draft) {
        Html.setValue(formula, draft.text());
        formula.setAttribute("aria-invalid", draft.isWrong() ? "true" : "false");
        boolean placed =
                draft.isWrong() && draft.position() >= 0 && !draft.text().isBlank();
        Html.setText(formulaCaret, placed ? FormulaException.pointed(draft.text(), draft.position()) + "\n" : "");
        Html.setText(formulaMessage, sentence(draft.error()));
        Html.setVisible(formulaError, draft.isWrong());
    }

    private static String sentence(String text) {
        return text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private void showStart(Experiment experiment) {
        if (named != model.problemNumber()) {
            named = model.problemNumber();
            List<String> wanted = model.problem().layout().elementNames();
            if (!wanted.equals(names)) {
                names = wanted;
                buildStart();
            }
        }
        for (int i = 0; i < startFields.size(); i++) {
            NumberField.show(startFields.get(i), experiment.start().get(i), named);
        }
    }

    private void buildStart() {
        startFields.clear();
        List<HTMLElement> labels = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int parameter = i;
            HTMLElement field = NumberField.create("Start " + names.get(i));
            Html.on(
                    field,
                    "change",
                    event -> NumberField.read(
                            field,
                            -Double.MAX_VALUE,
                            Double.MAX_VALUE,
                            false,
                            value -> model.dispatch(ProblemIntents.startWith(parameter, value))));
            if (names.size() <= MOST_STARTS) {
                startFields.add(field);
                labels.add(Html.element("label", "start", Html.text("span", "symbol", names.get(i)), field));
            }
        }
        Html.replaceChildren(starts, labels);
    }

    /** The option of the menu that a problem is. */
    private static final class Choice implements ProblemSpec.Visitor<String> {
        @Override
        public String function(ProblemSpec.Function spec) {
            return spec.name().isEmpty() ? FORMULA : spec.name();
        }

        @Override
        public String linear(ProblemSpec.Linear spec) {
            return TINY;
        }

        @Override
        public String network(ProblemSpec.Network spec) {
            return NETWORK;
        }
    }

    /** What a problem is, as a formula. */
    private static final class Definition implements ProblemSpec.Visitor<String> {
        @Override
        public String function(ProblemSpec.Function spec) {
            if (!spec.name().isEmpty()) {
                return "f(" + String.join(", ", spec.problem().layout().names()) + ") = "
                        + TestFunctions.CATALOGUE.require(spec.name()).formula();
            }
            Columns data = spec.data();
            return data.values().isEmpty()
                    ? "Functions: " + FormulaNames.functionNames() + "."
                    : "Data: " + String.join(", ", data.values().keySet()) + ", columns of " + data.rows()
                            + " numbers; make one number of them by sum(…) or mean(…).";
        }

        @Override
        public String linear(ProblemSpec.Linear spec) {
            return "ŷ = xW + b,  L = mean((ŷ − y)²),  x = " + spec.x().brief(4) + ",  y = "
                    + spec.y().brief(4);
        }

        @Override
        public String network(ProblemSpec.Network spec) {
            return spec.text();
        }
    }
}
